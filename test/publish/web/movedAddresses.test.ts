import {createHash} from "node:crypto";
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

test("the choices of an address go along, by a script that the page's own policy names", () => {
  const text = movedAddresses(["paa-tvaers.html"]).get("sammenhaeng.html")!;
  const script = /<script>(.*)<\/script>/.exec(text)![1]!;
  expect(script).toContain("location.search + location.hash");
  expect(text).toContain(`script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'`);
});
