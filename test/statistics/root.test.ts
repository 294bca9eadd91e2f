import fc from "fast-check";
import {expect, test} from "vitest";
import {root} from "../../src/statistics/root.js";

test("roots by hand", () => {
  expect(root((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 14);
  expect(root((x) => Math.cos(x) - x, 0, 1)).toBeCloseTo(0.7390851332151607, 14);
  // Flat on both sides, where interpolation alone is lost.
  expect(root((x) => (x - 1) ** 9, -3, 2)).toBeCloseTo(1, 1);
  expect(root((x) => Math.atan(1e6 * (x - 0.3)), 0, 1)).toBeCloseTo(0.3, 14);
  expect(root((x) => x, 0, 1)).toBe(0);
});

test("finds every root of a line and of a cube, in few steps", () => {
  fc.assert(
    fc.property(fc.double({min: -1, max: 1, noNaN: true}), fc.constantFrom(1, 3), (zero, power) => {
      let steps = 0;
      const found = root((x) => (steps++, (x - zero) * (1 + (power === 3 ? x * x : 0))), -1.5, 1.5);
      expect(found).toBeCloseTo(zero, 14);
      expect(steps).toBeLessThan(80);
    })
  );
});

test("refuses ends of the same sign", () => {
  expect(() => root((x) => x * x + 1, -1, 1)).toThrow(RangeError);
});
