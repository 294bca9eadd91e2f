import {expect, test} from "vitest";
import {incompleteGamma} from "../../src/statistics/incompleteGamma.js";

// python3 -c "from scipy.special import gammainc; print(gammainc(.5, .5))" and so on.
test.each([
  [0.5, 0.5, 0.6826894921370859],
  [0.5, 1e-8, 0.00011283791633342464],
  [0.02, 0.001, 0.8807722325464475],
  [2, 2, 0.5939941502901616],
  [2.5, 6.4158, 0.9749909844521683],
  [3, 20, 0.9999995444850495],
  [48.5, 64.6, 0.9839468393157732],
  [500, 450, 0.01071723809128973],
  [20_000, 20_300, 0.9827064487220966]
])("P(%d, %d), as scipy has it", (a, x, expected) => {
  expect(incompleteGamma(a, x) / expected).toBeCloseTo(1, 9);
});

test("begins at 0, and is not defined outside its range", () => {
  expect(incompleteGamma(2, 0)).toBe(0);
  expect(() => incompleteGamma(0, 1)).toThrow(RangeError);
  expect(() => incompleteGamma(1, -1)).toThrow(RangeError);
});
