import {expect, test} from "vitest";
import {openPage} from "../browser.js";

openPage();
const {checkbox, number, range, search, table, text} = await import("../../../src/components/tables/inputs.js");

const shownOf = (answer: HTMLElement) => ({
  headings: Array.from(answer.querySelectorAll("thead th"), (cell) => cell.textContent),
  cells: Array.from(answer.querySelectorAll("tbody > tr > *"), (cell) => cell.textContent),
  facts: answer.querySelector(".answer-facts")!.textContent
});

test("under the rows stands how many there are, how many are hidden, and how long they took", () => {
  const rows = [
    {n: 478.5, status: "shown"},
    {n: null, status: "hidden"}
  ];
  expect(shownOf(table(Object.assign(rows, {milliseconds: 35.2}))).facts).toBe("2 rækker, 1 skjult, 35 ms");
});

test("an answer without rows has its columns", () => {
  expect(shownOf(table(Object.assign([], {columns: ["label", "n"]})))).toEqual({
    headings: ["label", "n"],
    cells: [],
    facts: "0 rækker"
  });
});

test("dates are written as Danish readers write them", () => {
  expect(shownOf(table([{day: new Date("2024-01-01")}]))).toEqual({
    headings: ["day"],
    cells: ["1. jan. 2024"],
    facts: "1 række"
  });
});

test("of many rows the first thousand are shown, and a cut answer says so", () => {
  const rows = Array.from({length: 2000}, (_, n) => ({n}));
  const {cells, facts} = shownOf(table(Object.assign(rows, {isCut: true})));
  expect(cells).toHaveLength(1000);
  expect(facts).toMatch(/^2\.000 rækker, de første 1\.000 er vist\. Cellen giver mere end 100\.000 rækker/);
});

/** The names of what can be set, as they are heard. */
const namesOf = (input: HTMLElement) =>
  Array.from(
    input.querySelectorAll<HTMLInputElement>("input"),
    (one) => one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent
  );

test("an input is named by its label, its placeholder, or what it is", () => {
  expect(namesOf(range([0, 100], {label: "Mindst"}))).toEqual(["Mindst", "Mindst"]);
  expect(namesOf(range([0, 100]))).toEqual(["Skyder", "Skyder"]);
  expect(namesOf(number({value: 3}))).toEqual(["Tal"]);
  expect(namesOf(text({placeholder: "fx henvist"}))).toEqual(["fx henvist"]);
  const boxes = checkbox(["a", "b"], {label: "Fag"});
  expect(namesOf(boxes)).toEqual(["a", "b"]);
  expect(boxes.querySelector("[role=group]")!.getAttribute("aria-label")).toBe("Fag");
});

test("a search and a button speak Danish", () => {
  const found = search([{n: 1}, {n: 2}]);
  expect(namesOf(found)).toEqual(["Søg"]);
  expect(found.querySelector("output")!.textContent).toBe("2 rækker");
  expect(text({submit: true}).querySelector("button")!.textContent).toBe("Brug");
});
