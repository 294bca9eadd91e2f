import {beforeEach, expect, test} from "vitest";
import {withParts, giveTabStop} from "../../../src/components/dom/parts.js";
import {svgElement, element} from "../../../src/components/dom/dom.js";
import {openPage} from "../browser.js";

let walk: HTMLElement;
let parts: SVGElement[];
beforeEach(() => {
  openPage();
  parts = ["Akut: 4", "Kirurgi: 2", "Slut: 6"].map((label) => svgElement("path", {role: "img", "aria-label": label}));
  walk = withParts(svgElement("svg", {}, svgElement("text", {}, "Overskrift"), ...parts));
  document.body.append(walk);
});

const line = () => walk.querySelector("p")!.textContent;
const stops = () => parts.filter((part) => part.getAttribute("tabindex") === "0");
const press = (key: string) =>
  document.activeElement!.dispatchEvent(new window.KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));

test("the chart is one stop for the keyboard, and arrows go from part to part", () => {
  expect(stops()).toEqual([parts[0]]);
  parts[0]!.focus();
  expect(line()).toBe("Akut: 4");
  press("ArrowRight");
  expect(document.activeElement).toBe(parts[1]);
  expect([line(), stops()]).toEqual(["Kirurgi: 2", [parts[1]]]);
  press("End");
  press("ArrowDown");
  expect(line()).toBe("Slut: 6");
  press("Home");
  press("ArrowUp");
  expect(line()).toBe("Akut: 4");
});

test("other keys are left to the page", () => {
  parts[0]!.focus();
  expect(press("Tab")).toBe(true);
  expect(press("ArrowLeft")).toBe(false);
  expect(stops()).toEqual([parts[0]]);
});

test("what lies under the pointer is named, and no more when it leaves", () => {
  parts[1]!.dispatchEvent(new window.Event("pointerover", {bubbles: true}));
  expect(line()).toBe("Kirurgi: 2");
  walk.querySelector("text")!.dispatchEvent(new window.Event("pointerover", {bubbles: true}));
  expect(line()).toBe("");
  parts[2]!.focus();
  parts[2]!.blur();
  expect(line()).toBe("");
});

test("one mark is the stop, the first where none is named", () => {
  const marks = ["a", "b", "c"].map((id) => element("span", {id}));
  const stops = () => marks.filter((mark) => mark.tabIndex === 0).map(({id}) => id);
  giveTabStop(marks);
  expect(stops()).toEqual(["a"]);
  giveTabStop(marks, marks[2]);
  expect(stops()).toEqual(["c"]);
});
