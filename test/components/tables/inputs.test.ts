import {expect, test} from "vitest";
import {openPage} from "../browser.js";

openPage();
const {table} = await import("../../../src/components/tables/inputs.js");

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
