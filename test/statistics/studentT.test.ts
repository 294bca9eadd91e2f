import fc from "fast-check";
import {expect, test} from "vitest";
import {incompleteBeta} from "../../src/statistics/incompleteBeta.js";
import {Z95, Z998} from "../../src/statistics/limits.js";
import {tQuantile} from "../../src/statistics/studentT.js";

test.each([
  [1, 12.706205],
  [2, 4.302653],
  [5, 2.570582],
  [10, 2.228139],
  [41, 2.019541],
  [120, 1.97993]
])("the tabulated 97.5 %% quantile with %d degrees of freedom", (df, t) => {
  expect(tQuantile(0.975, df)).toBeCloseTo(t, 6);
});

test("many degrees of freedom: the normal quantiles", () => {
  expect(tQuantile(0.975, 1e7)).toBeCloseTo(Z95, 5);
  expect(tQuantile(0.999, 1e7)).toBeCloseTo(Z998, 5);
});

test("symmetric around 0, rising with probability, falling with degrees of freedom", () => {
  fc.assert(
    fc.property(fc.double({min: 0.51, max: 0.999, noNaN: true}), fc.integer({min: 1, max: 300}), (p, df) => {
      expect(tQuantile(1 - p, df)).toBeCloseTo(-tQuantile(p, df), 6);
      expect(tQuantile(p, df)).toBeGreaterThan(tQuantile(p - 0.005, df));
      expect(tQuantile(p, df)).toBeGreaterThan(tQuantile(p, df + 1));
    })
  );
});

test("incomplete beta: closed forms", () => {
  expect(incompleteBeta(0.3, 1, 1)).toBeCloseTo(0.3, 12);
  expect(incompleteBeta(0.3, 2, 1)).toBeCloseTo(0.09, 12);
  expect(incompleteBeta(0.3, 1, 3)).toBeCloseTo(1 - 0.7 ** 3, 12);
  expect(incompleteBeta(0.3, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(0.3)), 12);
});

test("refuses arguments outside their range", () => {
  expect(() => tQuantile(1, 5)).toThrow(RangeError);
  expect(() => tQuantile(0.9, 0)).toThrow(RangeError);
  expect(() => incompleteBeta(2, 1, 1)).toThrow(RangeError);
});
