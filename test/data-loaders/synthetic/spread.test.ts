import fc from "fast-check";
import {sum} from "d3-array";
import {expect, test} from "vitest";
import {spread, wholeNumbers} from "../../../data-loaders/synthetic/spread.js";

const cell = fc
  .record({size: fc.nat(300), effect: fc.double({min: -3, max: 3, noNaN: true}), a: fc.nat(300), b: fc.nat(300)})
  .map(({size, effect, a, b}) => ({size, effect, low: Math.min(a, b, size), high: Math.min(Math.max(a, b), size)}));

test("the total is met within the limits of every cell", () => {
  fc.assert(
    fc.property(
      fc.array(cell, {minLength: 1, maxLength: 6}),
      fc.double({min: 0, max: 1, noNaN: true}),
      (cells, share) => {
        const [low, high] = [sum(cells, (c) => c.low), sum(cells, (c) => c.high)];
        const total = Math.round(low + share * (high - low));
        const counts = spread(total, cells);
        expect(sum(counts)).toBe(total);
        counts.forEach((count, i) => {
          expect(count).toBeGreaterThanOrEqual(cells[i]!.low);
          expect(count).toBeLessThanOrEqual(cells[i]!.high);
        });
      }
    )
  );
});

test("odds differ as asked: 20 and 50 percent are an odds ratio of 4", () => {
  const cells = [0, Math.log(4)].map((effect) => ({size: 1000, effect, low: 0, high: 1000}));
  expect(spread(700, cells)).toEqual([200, 500]);
});

test("a total outside the limits is refused", () => {
  expect(() => spread(5, [{size: 4, effect: 0, low: 0, high: 4}])).toThrow(RangeError);
  expect(() => spread(1, [{size: 4, effect: 0, low: 2, high: 4}])).toThrow(RangeError);
});

test("whole numbers by largest remainder", () => {
  expect(wholeNumbers([1.5, 2.7, 0.8], 5)).toEqual([1, 3, 1]);
});
