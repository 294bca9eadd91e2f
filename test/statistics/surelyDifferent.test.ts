import {expect, test} from "vitest";
import {surelyDifferent} from "../../src/statistics/surelyDifferent.js";

// scipy 1.x: beta.ppf for each share's exact limits at 1 − 0.001 / compared, joined by Zou and Donner's formula.
test.each([
  [[120, 400], [60, 400], 7, 0.15, 0.03668498809196613, 0.2603242752786405],
  [[0, 30], [9, 40], 100, -0.225, -0.5809623167065519, 0.16048892571378062],
  [[3000, 10_000], [2900, 10_000], 1, 0.01, -0.011291127540046526, 0.03128255136206292]
] as const)("%j against %j, of %i looked at together", ([y, n], [x, m], compared, difference, low, high) => {
  const found = surelyDifferent({y, n}, {y: x, n: m}, compared);
  expect(found.difference).toBeCloseTo(difference, 12);
  expect(found.low).toBeCloseTo(low, 8);
  expect(found.high).toBeCloseTo(high, 8);
});

test("nobody's share is no share", () => {
  expect(() => surelyDifferent({y: 0, n: 0}, {y: 1, n: 2}, 1)).toThrow(RangeError);
});
