import {beforeEach, expect, test} from "vitest";
import {areaSearch} from "../../../src/components/map/areaSearch.js";
import {openPage} from "../browser.js";

const areas = [
  {area: "0461", name: "Odense"},
  {area: "0480", name: "Nordfyns"},
  {area: "0727", name: "Odder"}
];
let marked: (string | null)[];

beforeEach(() => {
  openPage();
  marked = [];
  document.body.append(areaSearch(areas, {link: (area) => `./${area}`, mark: (area) => marked.push(area)}));
});

const type = (text: string) => {
  const input = document.querySelector("input")!;
  input.value = text;
  input.dispatchEvent(new window.Event("input", {bubbles: true}));
};
const links = () => [...document.querySelectorAll("li a")].map((link) => [link.textContent, link.getAttribute("href")]);
const status = () => document.querySelector("[role=status]")!.textContent;
const submit = () =>
  document.querySelector("form")!.dispatchEvent(new window.Event("submit", {bubbles: true, cancelable: true}));

test("what fits is a link each, and the first is marked", () => {
  type("od");
  expect(links()).toEqual([
    ["Odder", "./0727"],
    ["Odense", "./0461"]
  ]);
  expect(status()).toBe("2 områder");
  expect(marked).toEqual(["0727"]);
});

test("Enter goes to the first of several, and opens the only one", () => {
  let opened = "";
  document.addEventListener("click", (event) => {
    event.preventDefault();
    opened = (event.target as Element).getAttribute("href")!;
  });
  type("od");
  submit();
  expect(document.activeElement?.textContent).toBe("Odder");
  expect(opened).toBe("");
  type("nord");
  submit();
  expect(opened).toBe("./0480");
});

test("what is no name is said, and marks nothing; an empty field says nothing", () => {
  type("fyn");
  expect([links(), status(), marked.at(-1)]).toEqual([[], "Intet område hedder sådan.", null]);
  type("");
  expect(status()).toBe("");
});
