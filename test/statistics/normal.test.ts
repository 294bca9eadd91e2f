import fc from "fast-check";
import {expect, test} from "vitest";
import {Z95, Z998} from "../../src/statistics/limits.js";
import {normalProbability, normalQuantile} from "../../src/statistics/normal.js";

// python3 -c "from scipy.stats import norm; print(norm.cdf(1), norm.cdf(-2.5), norm.ppf(.01), norm.ppf(1 - .025 / 98))"
test("probabilities and quantiles, as scipy has them", () => {
  expect(normalProbability(1)).toBeCloseTo(0.8413447460685429, 12);
  expect(normalProbability(-2.5)).toBeCloseTo(0.006209665325776132, 12);
  expect(normalQuantile(0.01)).toBeCloseTo(-2.3263478740408408, 9);
  expect(normalQuantile(1 - 0.025 / 98)).toBeCloseTo(3.475341138663069, 8);
  expect(normalQuantile(0.975)).toBeCloseTo(Z95, 10);
  expect(normalQuantile(0.999)).toBeCloseTo(Z998, 10);
});

test("quantiles and probabilities undo each other", () => {
  fc.assert(
    fc.property(fc.double({min: 1e-6, max: 1 - 1e-6, noNaN: true}), (p) => {
      expect(normalProbability(normalQuantile(p))).toBeCloseTo(p, 12);
    })
  );
  expect(() => normalQuantile(1)).toThrow(RangeError);
});
