import fc from "fast-check";
import {expect, test} from "vitest";
import {expectedEvents, indirectStandardisation} from "../../src/statistics/indirectStandardisation.js";
import {Z998} from "../../src/statistics/normal.js";

test("895 of 835.88 expected, from PHEindicatormethods", () => {
  const {ratio, low, high} = indirectStandardisation(895, 835.8835612);
  expect(100 * ratio).toBeCloseTo(107.0723294, 6);
  expect(100 * low).toBeCloseTo(100.1714771, 5);
  expect(100 * high).toBeCloseTo(114.3233287, 5);
  const outer = indirectStandardisation(895, 835.8835612, Z998);
  expect(100 * outer.low).toBeCloseTo(96.351556, 4);
  expect(100 * outer.high).toBeCloseTo(118.600704, 4);
});

test("91 of the same expected", () => {
  const {ratio, low, high} = indirectStandardisation(91, 835.8835612);
  expect(100 * ratio).toBeCloseTo(10.8866838, 6);
  expect(100 * low).toBeCloseTo(8.7650401, 5);
  expect(100 * high).toBeCloseTo(13.3665763, 5);
});

test("the ratio is 1 with the standard's own rates", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          population: fc.integer({min: 1, max: 999}),
          standardRate: fc.double({min: 0.01, max: 1, noNaN: true})
        }),
        {minLength: 1}
      ),
      (groups) => {
        const expected = expectedEvents(groups);
        const {ratio, low, high} = indirectStandardisation(expected, expected);
        expect(ratio).toBeCloseTo(1, 12);
        expect(low < 1 && 1 < high).toBe(true);
      }
    )
  );
});

test("refuses an expected count of 0", () => {
  expect(() => indirectStandardisation(1, 0)).toThrow(RangeError);
});
