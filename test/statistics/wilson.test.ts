import fc from "fast-check";
import {expect, test} from "vitest";
import {Z998} from "../../src/statistics/limits.js";
import {wilson} from "../../src/statistics/wilson.js";

test.each([
  // Newcombe 1998
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718]
])("%d of %d as published by Newcombe", (x, n, low, high) => {
  const limits = wilson(x, n);
  expect(limits.low).toBeCloseTo(low, 4);
  expect(limits.high).toBeCloseTo(high, 4);
});

test.each([
  // Public Health England's test data, 95 %
  [1, 100, 0.0017674, 0.0544862],
  [5, 100, 0.0215437, 0.1117505],
  [20, 100, 0.1333669, 0.2888292],
  [65, 100, 0.5525444, 0.7363575],
  [9856, 12345, 0.7912102, 0.805364],
  [1045, 5000, 0.1979555, 0.2204913],
  [222, 3215, 0.0607917, 0.0783396],
  [999, 3456, 0.2741895, 0.3044039]
])("%d of %d as published by PHE", (x, n, low, high) => {
  const limits = wilson(x, n);
  expect(limits.low).toBeCloseTo(low, 7);
  expect(limits.high).toBeCloseTo(high, 7);
});

test.each([
  [1, 100, 0.0008731, 0.1045545],
  [65, 100, 0.4954947, 0.7783541]
])("%d of %d at 99.8 %", (x, n, low, high) => {
  const limits = wilson(x, n, Z998);
  expect(limits.low).toBeCloseTo(low, 7);
  expect(limits.high).toBeCloseTo(high, 7);
});

const counts = fc.integer({min: 1, max: 100_000}).chain((n) => fc.tuple(fc.integer({min: 0, max: n}), fc.constant(n)));

test("limits are ordered, inside 0 to 1 and hold the share", () => {
  fc.assert(
    fc.property(counts, ([x, n]) => {
      const {low, high} = wilson(x, n);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(x / n);
      expect(high).toBeGreaterThanOrEqual(x / n);
    })
  );
});

test("the complement has the mirrored limits", () => {
  fc.assert(
    fc.property(counts, ([x, n]) => {
      expect(wilson(n - x, n).low).toBeCloseTo(1 - wilson(x, n).high, 10);
    })
  );
});

test("the interval narrows as the same share rests on more", () => {
  fc.assert(
    fc.property(counts, fc.integer({min: 2, max: 20}), ([x, n], factor) => {
      const one = wilson(x, n);
      const more = wilson(x * factor, n * factor);
      expect(more.high - more.low).toBeLessThan(one.high - one.low);
    })
  );
});

test("refuses what is no share", () => {
  for (const [x, n] of [
    [-1, 10],
    [11, 10],
    [0, 0],
    [NaN, 10],
    [1, Infinity]
  ] as const) {
    expect(() => wilson(x, n)).toThrow(RangeError);
  }
});
