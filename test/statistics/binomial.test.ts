import fc from "fast-check";
import {expect, test} from "vitest";
import {binomialLimits} from "../../src/statistics/binomial.js";

test.each([
  [50, 0.70736, 0.7721, 0.95376, 0.98806],
  [100, 0.76412, 0.80764, 0.93546, 0.96391],
  [200, 0.80127, 0.83068, 0.9207, 0.94293]
])("around .88 with n = %d", (n, low998, low95, high95, high998) => {
  expect(binomialLimits(0.88, n).low).toBeCloseTo(low95, 5);
  expect(binomialLimits(0.88, n).high).toBeCloseTo(high95, 5);
  expect(binomialLimits(0.88, n, 0.998).low).toBeCloseTo(low998, 5);
  expect(binomialLimits(0.88, n, 0.998).high).toBeCloseTo(high998, 5);
});

test("a single registration by hand: F(0) = F(1) − .5 = .5, so the upper limit is 1 − .025/.5", () => {
  expect(binomialLimits(0.5, 1)).toEqual({low: 0, high: expect.closeTo(0.95, 12)});
});

test("nobody or everybody leaves no room for chance", () => {
  expect(binomialLimits(0, 10)).toEqual({low: 0, high: 0});
  expect(binomialLimits(1, 10)).toEqual({low: 1, high: 1});
});

test("limits hold the share, lie inside 0 to 1 and widen with the level", () => {
  fc.assert(
    fc.property(fc.double({min: 0, max: 1, noNaN: true}), fc.integer({min: 1, max: 5000}), (p, n) => {
      const inner = binomialLimits(p, n);
      const outer = binomialLimits(p, n, 0.998);
      expect(0 <= outer.low && outer.low <= inner.low && inner.low <= p).toBe(true);
      expect(p <= inner.high && inner.high <= outer.high && outer.high <= 1).toBe(true);
    })
  );
});

test("many registrations: near the normal limits", () => {
  const {low, high} = binomialLimits(0.3, 20_000);
  const half = 1.959964 * Math.sqrt((0.3 * 0.7) / 20_000);
  expect(low).toBeCloseTo(0.3 - half, 4);
  expect(high).toBeCloseTo(0.3 + half, 4);
});

test("refuses shares, sizes and levels outside their range", () => {
  expect(() => binomialLimits(1.2, 10)).toThrow(RangeError);
  expect(() => binomialLimits(0.2, 0)).toThrow(RangeError);
  expect(() => binomialLimits(0.2, 2.5)).toThrow(RangeError);
  expect(() => binomialLimits(0.2, 10, 1)).toThrow(RangeError);
});
