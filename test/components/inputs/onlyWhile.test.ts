import {expect, test} from "vitest";
import {chooser} from "../../../src/components/inputs/choices.js";
import {onlyWhile} from "../../../src/components/inputs/onlyWhile.js";
import {openPage} from "../browser.js";

openPage();

const choice = (name: string, ...values: string[]) =>
  chooser(name, {label: name, options: values.map((value) => ({value, label: value})), kind: "select"});

test("a choice that would change nothing takes no room, and keeps what was chosen", () => {
  const by = choice("by", "residence", "hospital");
  const level = onlyWhile(by, "residence", choice("level", "municipality", "region"));
  const pick = (index: number) => {
    const select = by.querySelector("select")!;
    select.value = String(index);
    select.dispatchEvent(new Event("input", {bubbles: true}));
  };
  expect(level.hidden).toBe(false);
  pick(1);
  expect(level.hidden).toBe(true);
  expect(level.value).toBe("municipality");
  pick(0);
  expect(level.hidden).toBe(false);
});

test("also where the address chooses", () => {
  window.history.replaceState(null, "", "/register/indikatorer/sleep?by=hospital");
  expect(onlyWhile(choice("by", "residence", "hospital"), "residence", choice("level", "a", "b")).hidden).toBe(true);
});
