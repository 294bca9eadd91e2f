import {expect, test} from "vitest";
import {leastSpread} from "../../src/statistics/leastSpread.js";

/*
def ls(s, l, c, m):
    k = NormalDist().inv_cdf(1 - .025/m)/NormalDist().inv_cdf(.975); F = 1/c; a = (F - 1)/s**2
    x = log(F) - k*(log(F) - log(1 + a*l*l)); return 0 if x <= 0 else sqrt((exp(x) - 1)/a)
*/
test.each([
  [0.093, 0.073, 0.14, 1, 0.073],
  [0.093, 0.073, 0.14, 73, 0.06013022878943801],
  [0.1, 0.07, 0.6, 73, 0.042865700079521375],
  [0.2, 0.15, 0.05, 20, 0.12758925893237952],
  [0.1, 0.03, 0.6, 73, 0]
])("a spread of %d, at least %d, chance %d of it, one of %4$d", (spread, low, chanceShare, compared, expected) => {
  expect(leastSpread({spread, low, chanceShare}, compared)).toBeCloseTo(expected, 9);
});

test("no spread, none at its limit, or nothing but chance", () => {
  expect(leastSpread({spread: 0, low: 0, chanceShare: 1}, 5)).toBe(0);
  expect(leastSpread({spread: 0.1, low: 0, chanceShare: 0.9}, 1)).toBe(0);
});
