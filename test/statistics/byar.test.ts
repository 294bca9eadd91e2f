import fc from "fast-check";
import {expect, test} from "vitest";
import {byar} from "../../src/statistics/byar.js";

test.each([
  [65, 50.1631877, 82.8491385],
  [1045, 982.5932, 1110.3312],
  [1, 0.0130721, 5.5637556]
])("%d events, from PHEindicatormethods", (count, low, high) => {
  expect(byar(count).low).toBeCloseTo(low, 4);
  expect(byar(count).high).toBeCloseTo(high, 4);
});

test("no event: from 0, and above by hand (1 − 1/9 + z/3)³", () => {
  expect(byar(0).low).toBe(0);
  expect(byar(0).high).toBeCloseTo((8 / 9 + 1.959963984540054 / 3) ** 3, 12);
});

test("holds the count and grows with it", () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 100_000}), (count) => {
      const {low, high} = byar(count);
      expect(0 <= low && low <= count && count <= high).toBe(true);
      expect(byar(count + 1).low >= low && byar(count + 1).high >= high).toBe(true);
    })
  );
});

test("refuses what is no count", () => {
  expect(() => byar(-1)).toThrow(RangeError);
  expect(() => byar(Number.NaN)).toThrow(RangeError);
});
