import {expect, test} from "vitest";
import {intraClassLimits} from "../../src/statistics/betaBinomial.js";

const six = [12, 5, 20, 3, 9, 31].map((y, i) => ({y, n: [40, 12, 35, 30, 10, 60][i]!, share: 80 / 187}));

// `limits(...)` of the R code in variation.test.ts: .05319879 and .51936364.
test("limits of six participants, as R has them", () => {
  const {low, high} = intraClassLimits(six);
  expect(low).toBeCloseTo(0.0532, 3);
  expect(high).toBeCloseTo(0.5194, 3);
});

test("only the differences of the shares expected count, not their common level", () => {
  const {low, high} = intraClassLimits(six.map((unit) => ({...unit, share: 0.2})));
  expect(low).toBeCloseTo(intraClassLimits(six).low, 4);
  expect(high).toBeCloseTo(intraClassLimits(six).high, 3);
});

test("alike: from none; of one registration each, nothing is known", () => {
  expect(intraClassLimits([4, 4, 4].map((y) => ({y, n: 10, share: 0.4}))).low).toBe(0);
  expect(intraClassLimits([0, 1, 1].map((y) => ({y, n: 1, share: 0.4})))).toEqual({low: 0, high: 1});
});
