import {expect, test} from "vitest";
import {printedCodes} from "../../../../data-loaders/reconcile/registers/definitionsOfIndicators.js";
import {isSame, spanInWords, spansIn} from "../../../../data-loaders/reconcile/registers/spans.js";

test.each([
  ["3 months before", [{months: -3}]],
  ["2 years before", [{years: -2}]],
  ["half year before", [{months: -6}]],
  ["90-180 days after", [{days: 90}, {days: 180}]],
  ["index contact to 1 year after", [{years: 1}]],
  ["first contact", []]
])("%s", (window, spans) => {
  expect(spansIn(window)).toEqual(spans);
});

test("spans are the same in the same unit only", () => {
  expect(isSame({months: -3}, {months: -3})).toBe(true);
  expect(isSame({months: -3}, {days: -90})).toBe(false);
  expect(isSame(undefined, undefined)).toBe(false);
});

test("spans in words", () => {
  expect([{months: -3}, {days: 1}, {years: 1}, undefined].map((span) => spanInWords(span))).toEqual([
    "3 måneder før",
    "1 dag efter",
    "1 år efter",
    "intet vindue"
  ]);
});

test("printed codes: ranges, and codes that go on with the digits before", () => {
  expect(printedCodes("1015-17, 60-62 and 2020")).toEqual(["1015", "1016", "1017", "1060", "1061", "1062", "2020"]);
  expect(printedCodes("510110-13 and 20-23")).toEqual([
    "510110",
    "510111",
    "510112",
    "510113",
    "510120",
    "510121",
    "510122",
    "510123"
  ]);
});
