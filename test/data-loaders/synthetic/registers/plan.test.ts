import {join} from "node:path";
import {sum} from "d3-array";
import {describe, expect, test} from "vitest";
import {apportion, printsAs} from "../../../../data-loaders/synthetic/registers/apportion.js";
import {readRegisterAssumptions} from "../../../../data-loaders/synthetic/registers/assumptions.js";
import {contingency} from "../../../../data-loaders/synthetic/registers/contingency.js";
import {months, weeks} from "../../../../data-loaders/synthetic/registers/employment.js";
import {readPlaces} from "../../../../data-loaders/synthetic/registers/places.js";
import {planPeriods} from "../../../../data-loaders/synthetic/registers/plan.js";
import {readPrintedRegister} from "../../../../data-loaders/synthetic/registers/printed.js";
import {data, defaults} from "./delivered.js";

const assumptions = readRegisterAssumptions(defaults.assumptions);
const places = readPlaces(join(data, "codelists"), "2024-06-30");
const printed = readPrintedRegister(defaults.published, places.codes);

test("a total is split within limits", () => {
  expect(
    apportion(10, [
      {target: 1, low: 0, high: 10},
      {target: 1, low: 7, high: 10}
    ])
  ).toEqual([3, 7]);
  expect(
    apportion(
      7,
      [1, 1, 1].map((target) => ({target, low: 0, high: 3}))
    )
  ).toEqual([3, 2, 2]);
  expect(() => apportion(9, [{target: 1, low: 0, high: 3}])).toThrow(RangeError);
});

test("whole numbers that print as a percent", () => {
  expect(printsAs(93, 69)).toEqual({low: 64, high: 64});
  expect(printsAs(93, 60)).toEqual({low: 56, high: 56});
  expect(printsAs(50, 200)).toEqual({low: 100, high: 100});
});

test("a table gets the margins it is given, and keeps its zeros", () => {
  const table = contingency(
    [
      [3, 0, 1],
      [1, 5, 1],
      [0, 1, 9]
    ],
    [7, 11, 13],
    [5, 14, 12]
  );
  expect(table.map((row) => sum(row))).toEqual([7, 11, 13]);
  expect([0, 1, 2].map((j) => sum(table, (row) => row[j]!))).toEqual([5, 14, 12]);
  expect([table[0]![1], table[2]![0]]).toEqual([0, 0]);
  expect(() => contingency([[1]], [2], [3])).toThrow(RangeError);
});

test("DREAM's weeks and months", () => {
  expect(weeks("2020-12-20", "2021-01-20").map((w) => w.column)).toEqual(["y_2052", "y_2053", "y_2101", "y_2102"]);
  expect(months("2020-11-03", "2021-01-20").map((m) => m.column)).toEqual([
    "beskgrad_2020_11",
    "beskgrad_2020_12",
    "beskgrad_2021_01"
  ]);
});

describe.each([20101, 1, 2, 3, 4, 5])("the plan with seed %i", (seed) => {
  const plan = planPeriods(printed, places, assumptions, seed).at(-1)!;

  test("adds up", () => {
    expect(sum(plan.hospitals, (c) => c.n)).toBe(60_143);
    expect(sum(plan.areas, (c) => c.n)).toBe(60_143);
    expect(sum(plan.flow, (c) => c.n)).toBe(60_143);
    expect(sum(plan.codes, (c) => c.n)).toBe(60_143);
    const {
      strong_analgesic_no_prior_use: without,
      strong_analgesic_prior_use: prior,
      labour_market_retention: work
    } = plan.fractions;
    expect([sum(without, (f) => f.denominator), sum(without, (f) => f.numerator)]).toEqual([39_355, 34_675]);
    expect([sum(prior, (f) => f.denominator), sum(prior, (f) => f.numerator)]).toEqual([19_230, 8_681]);
    expect([sum(work, (f) => f.denominator), sum(work, (f) => f.numerator)]).toEqual([17_499, 14_450]);
  });

  test("holds the named extremes among those that may be shown, and shows them", () => {
    for (const [id, fractions] of Object.entries(plan.fractions)) {
      const {lowest, highest} = printed.indicators[id as keyof typeof plan.fractions];
      const shown = plan.municipalities
        .map((m, i) => ({code: m.code, ...fractions[i]!}))
        .filter((f) => f.numerator >= 5 && f.denominator - f.numerator >= 5)
        .sort((a, b) => a.numerator / a.denominator - b.numerator / b.denominator);
      const [first, last] = [shown[0]!, shown.at(-1)!];
      expect([first.code, Math.round((100 * first.numerator) / first.denominator)]).toEqual([
        lowest.municipality,
        lowest.percent
      ]);
      expect([last.code, Math.round((100 * last.numerator) / last.denominator)]).toEqual([
        highest.municipality,
        highest.percent
      ]);
      expect(shown.length).toBeGreaterThan(90);
    }
    const aeroe = plan.municipalities.findIndex((m) => m.code === "0492");
    expect(plan.fractions.strong_analgesic_no_prior_use[aeroe]!.denominator).toBeGreaterThanOrEqual(67);
  });
});
