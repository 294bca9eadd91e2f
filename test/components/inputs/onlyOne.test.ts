import {beforeEach, expect, test} from "vitest";
import {choiceBar, chooser} from "../../../src/components/inputs/choices.js";
import {onlyOne} from "../../../src/components/inputs/onlyOne.js";
import {openPage} from "../browser.js";

openPage();

const options = (...values: string[]) => ["all", ...values].map((value) => ({value, label: value}));
const bar = () =>
  choiceBar(
    onlyOne({
      start: chooser("start", {label: "Start", options: options("acute", "surgery"), kind: "select"}),
      region: chooser("region", {label: "Region", options: options("1084", "1085"), kind: "select"})
    })
  );
const visit = (search: string) => window.history.replaceState(null, "", `/register/patientforloeb${search}`);
const pick = (input: HTMLElement, place: number, index: number) => {
  const select = input.querySelectorAll("select")[place]!;
  select.value = String(index);
  select.dispatchEvent(new Event("input", {bubbles: true}));
};
beforeEach(() => visit(""));

test("choosing in one sets the other back, in the address too, and the page hears of it once", () => {
  const input = bar();
  const heard: unknown[] = [];
  input.addEventListener("input", () => heard.push(input.value));
  pick(input, 0, 1);
  expect(document.location.search).toBe("?start=acute");
  pick(input, 1, 2);
  expect(document.location.search).toBe("?region=1085");
  expect(heard).toEqual([
    {start: "acute", region: "all"},
    {start: "all", region: "1085"}
  ]);
});

test("going back to all in one leaves the other as it is", () => {
  visit("?region=1084");
  const input = bar();
  pick(input, 0, 0);
  expect(input.value).toEqual({start: "all", region: "1084"});
});

test("of an address that chooses in both, the first stands", () => {
  visit("?start=surgery&region=1084");
  expect(bar().value).toEqual({start: "surgery", region: "all"});
  expect(document.location.search).toBe("?start=surgery");
});

test("an input in two pairs gives way to either of the others, which may be chosen together", () => {
  const make = (name: string, ...values: string[]) =>
    chooser(name, {label: name, options: options(...values), kind: "select"});
  const [region, visit_, group] = [make("region", "1084"), make("visit", "first"), make("group", "severe")];
  onlyOne({region, visit: visit_});
  onlyOne({region, group});
  const input = choiceBar({region, visit: visit_, group});
  pick(input, 0, 1);
  expect(input.value).toEqual({region: "1084", visit: "all", group: "all"});
  pick(input, 1, 1);
  pick(input, 2, 1);
  expect(input.value).toEqual({region: "all", visit: "first", group: "severe"});
  pick(input, 0, 1);
  expect(input.value).toEqual({region: "1084", visit: "all", group: "all"});
});
