import fc from "fast-check";
import {expect, test} from "vitest";
import {fisherMidP} from "../../src/statistics/fisher.js";

test.each([
  [42, 60, 188, 319, 0.053214471821170076],
  [3, 10, 47, 319, 0.21457863897398483],
  [0, 12, 17, 319, 0.512163415635235],
  [10, 10, 2867, 2996, 0.6435239241381203],
  [5, 5, 5, 10, 0.003968253968253969],
  [0, 8, 4, 28, 0.2366300366300366],
  [30, 40, 200, 400, 0.0008181210506799869]
])("%d of %d beside %d of %d, from scipy.stats.hypergeom", (y, n, total, size, expected) => {
  expect(fisherMidP(y, n, total, size)).toBeCloseTo(expected, 12);
});

test("who is all there is differs from nobody", () => {
  expect(fisherMidP(3, 7, 3, 7)).toBe(1);
});

test("having the outcome and lacking it are as far apart", () => {
  const share = fc.integer({min: 1, max: 40}).chain((n) => fc.tuple(fc.nat({max: n}), fc.constant(n)));
  fc.assert(
    fc.property(share, share, ([y, n], [z, m]) => {
      expect(fisherMidP(n - y, n, n - y + (m - z), n + m)).toBeCloseTo(fisherMidP(y, n, y + z, n + m), 10);
    })
  );
});

test("refuses a unit that has more than all have", () => {
  expect(() => fisherMidP(5, 10, 4, 20)).toThrow(RangeError);
});
