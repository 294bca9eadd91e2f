import fc from "fast-check";
import {expect, test} from "vitest";
import {countRatio} from "../../src/statistics/countRatio.js";

test("11 events of 800 against 21 of 3011, as R's manual of poisson.test prints the ratio of rates", () => {
  const {low, high} = countRatio(11, 21);
  expect((low * 3011) / 800).toBeCloseTo(0.8584264, 7);
  expect((high * 3011) / 800).toBeCloseTo(4.2772659, 6);
});

test("large counts: near the limits of the logarithm, exp(log ratio ± 1.96 √(1/a + 1/b))", () => {
  const half = 1.959964 * Math.sqrt(1 / 60143 + 1 / 61849);
  const {low, high} = countRatio(60143, 61849);
  expect(low).toBeCloseTo((60143 / 61849) * Math.exp(-half), 4);
  expect(high).toBeCloseTo((60143 / 61849) * Math.exp(half), 4);
});

test("holds the ratio; the other way round gives the inverse", () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 100_000}), fc.integer({min: 1, max: 100_000}), (later, earlier) => {
      const {low, high} = countRatio(later, earlier);
      expect(low).toBeLessThan(later / earlier);
      expect(high).toBeGreaterThan(later / earlier);
      expect(countRatio(earlier, later).low * high).toBeCloseTo(1, 6);
    })
  );
});

test("none at all begins at 0; without earlier events there is no ratio", () => {
  expect(countRatio(0, 5).low).toBe(0);
  expect(() => countRatio(5, 0)).toThrow(RangeError);
  expect(() => countRatio(-1, 5)).toThrow(RangeError);
});
