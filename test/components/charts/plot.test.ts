import {expect, test} from "vitest";
import * as Plot from "../../../src/components/charts/plot.js";
import {document, textsOf} from "../../support/svg.js";

const rows = [
  {year: 2024, n: 1234.5, day: new Date("2024-05-01")},
  {year: 2025, n: 12000.25, day: new Date("2024-06-01")}
];

test("ticks are Danish: a point between thousands, a comma before decimals, and Danish months", () => {
  const chart = Plot.plot({document, marks: [Plot.dot(rows, {x: "day", y: "n"})]});
  expect(textsOf(chart)).toEqual(expect.arrayContaining(["2.000", "12.000"]));
  expect(textsOf(chart).join()).toContain("maj");
  expect(textsOf(Plot.plot({document, marks: [Plot.dot([[0.5, 0.25]], {})], x: {domain: [0, 1]}}))).toContain("0,5");
});

test("texts are Danish, those that an author writes stay as they are", () => {
  const chart = Plot.plot({
    document,
    axis: null,
    marks: [Plot.text(rows, {x: "n", text: "n"}), Plot.text(rows, {x: "n", text: (row) => `n = ${row.n}`})]
  });
  expect(textsOf(chart)).toEqual(["1.234,5", "12.000,25", "n = 1234.5", "n = 12000.25"]);
});

test("tips are Danish, in the order and with the formats of the author", () => {
  const tipped = (tip: Plot.TipOptions | object) =>
    textsOf(
      Plot.plot({
        document,
        axis: null,
        marks: [Plot.tip(rows.slice(0, 1), {x: "n", y: "day", ...tip})]
      })
    ).join(" ");
  expect(tipped({})).toMatch(/n\s*1\.234,5.*day\s*1\. maj 2024/);
  expect(tipped({format: {y: () => "onsdag", x: true}})).toMatch(/day\s*onsdag.*n/);
});

test("a mark with a tip keeps what it says of it", () => {
  const mark = Plot.dot(rows, {x: "n", y: "year", tip: {anchor: "top", format: {y: "d"}}});
  Plot.plot({document, marks: [null, [mark]]});
  expect((mark as unknown as {tip: unknown}).tip).toMatchObject({
    anchor: "top",
    format: {x: expect.any(Function), y: "d"}
  });
});
