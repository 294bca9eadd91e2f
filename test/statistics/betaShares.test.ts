import {expect, test} from "vitest";
import {meanDeviation, shareAt} from "../../src/statistics/betaShares.js";

/*
def mad(m, s):
    v = m*(1 - m)/s**2 - 1; a, b = m*v, (1 - m)*v; f = lambda x: abs(x - m)*beta.pdf(x, a, b)
    return quad(f, 0, m, epsabs=1e-12, limit=500)[0] + quad(f, m, 1, epsabs=1e-12, limit=500)[0]
*/
test.each([
  [0.5, 0.1, 0.0805901288986206],
  [0.2, 0.15, 0.12034387858737629],
  [0.05, 0.03, 0.023402689977565904],
  [0.9, 0.2, 0.1361474080539703],
  // Evenly spread from 0 to 1: a quarter.
  [0.5, Math.sqrt(1 / 12), 0.25],
  [0.3, 0, 0]
])("shares around %d that spread by %d lie so far from it, as scipy integrates it", (mean, spread, expected) => {
  expect(meanDeviation({mean, spread})).toBeCloseTo(expected, 9);
});

// beta.ppf(q, m*v, (1 - m)*v)
test.each([
  [0.5, 0.1, 0.1, 0.3701161986127701],
  [0.2, 0.15, 0.9, 0.4152739289084307],
  [0.05, 0.03, 0.1, 0.016990260518356497],
  [0.9, 0.2, 0.9, 0.99999999159868],
  [0.3, 0, 0.9, 0.3]
])("of shares around %d that spread by %d, %d lie below %d, as scipy has it", (mean, spread, part, expected) => {
  expect(shareAt(part, {mean, spread})).toBeCloseTo(expected, 9);
});

test("a spread that no shares have is stopped", () => {
  expect(() => meanDeviation({mean: 0.5, spread: 0.5})).toThrow("No shares");
  expect(() => shareAt(0.1, {mean: 1.2, spread: 0.1})).toThrow(RangeError);
});
