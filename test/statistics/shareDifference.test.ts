import fc from "fast-check";
import {expect, test} from "vitest";
import {shareDifference} from "../../src/statistics/shareDifference.js";

test.each([
  // Newcombe 1998, table II, method 10
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1]
])("%d/%d − %d/%d as published by Newcombe", (a, m, b, n, low, high) => {
  const limits = shareDifference({n: a, total: m}, {n: b, total: n});
  expect(limits.low).toBeCloseTo(low, 4);
  expect(limits.high).toBeCloseTo(high, 4);
});

const share = fc
  .integer({min: 1, max: 5000})
  .chain((total) => fc.record({n: fc.integer({min: 0, max: total}), total: fc.constant(total)}));

test("holds the difference, within −1 and 1, and turns its sign with the order", () => {
  fc.assert(
    fc.property(share, share, (a, b) => {
      const {low, high} = shareDifference(a, b);
      const difference = a.n / a.total - b.n / b.total;
      expect(low).toBeLessThanOrEqual(difference + 1e-12);
      expect(high).toBeGreaterThanOrEqual(difference - 1e-12);
      expect(Math.max(Math.abs(low), Math.abs(high))).toBeLessThanOrEqual(1 + 1e-12);
      const turned = shareDifference(b, a);
      expect(turned.low).toBeCloseTo(-high, 12);
      expect(turned.high).toBeCloseTo(-low, 12);
    })
  );
});

test("a number above its total is refused", () => {
  expect(() => shareDifference({n: 3, total: 2}, {n: 1, total: 2})).toThrow(RangeError);
});
