import {expect, test} from "vitest";
import {leadsOn} from "../../../publish/web/folderAddresses.js";
import {movedAddresses} from "../../../publish/web/movedAddresses.js";

test("an address of an earlier release leads to the page that took its place, and the gate knows it for that", () => {
  const pages = ["index.html", "paa-tvaers.html"];
  const [[file, text], ...others] = [...movedAddresses(pages)] as [[string, string]];
  expect([file, others]).toEqual(["sammenhaeng.html", []]);
  expect(leadsOn(file, text, pages)).toBe(true);
});

test("without that page nothing leads anywhere", () => {
  expect([...movedAddresses(["index.html"])]).toEqual([]);
});
