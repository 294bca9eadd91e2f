import fc from "fast-check";
import {expect, test} from "vitest";
import {clopperPearson} from "../../src/statistics/clopperPearson.js";
import {wilson} from "../../src/statistics/wilson.js";

test.each([
  [81, 263, 0.2527, 0.3676],
  [15, 148, 0.0578, 0.1617],
  [0, 20, 0, 0.1684],
  [1, 29, 0.0009, 0.1776]
])("%d of %d, from R. G. Newcombe, Stat Med 1998;17:857-72", (x, n, low, high) => {
  expect(clopperPearson(x, n).low).toBeCloseTo(low, 4);
  expect(clopperPearson(x, n).high).toBeCloseTo(high, 4);
});

test("nobody of n by hand: the upper limit is 1 − (α/2)^(1/n)", () => {
  expect(clopperPearson(0, 7).high).toBeCloseTo(1 - 0.025 ** (1 / 7), 12);
  expect(clopperPearson(7, 7).low).toBeCloseTo(0.025 ** (1 / 7), 12);
});

// Rscript -e 'print(c(qbeta(.025, 2.5, 7.9), qbeta(.975, 3.5, 6.9), qbeta(.025, .3, 1.6), qbeta(.975, 1.3, .6)), 12)'
test.each([
  [2.5, 9.4, 0.0470615581015, 0.63291402124],
  [0.3, 0.9, 2.49254895534e-6, 0.998420752303]
])("%d of %d, an effective number", (x, n, low, high) => {
  expect(clopperPearson(x, n).low).toBeCloseTo(low, 11);
  expect(clopperPearson(x, n).high).toBeCloseTo(high, 8);
});

test("as many patients as a report's indicator has: within a ten-thousandth of Wilson's", () => {
  const [exact, score] = [clopperPearson(34_675, 39_355), wilson(34_675, 39_355)];
  expect(Math.abs(exact.low - score.low)).toBeLessThan(1e-4);
  expect(Math.abs(exact.high - score.high)).toBeLessThan(1e-4);
});

test("holds the share, mirrors its complement and widens with the level", () => {
  fc.assert(
    fc.property(
      fc.integer({min: 1, max: 2000}).chain((n) => fc.tuple(fc.integer({min: 0, max: n}), fc.constant(n))),
      ([x, n]) => {
        const {low, high} = clopperPearson(x, n);
        expect(0 <= low && low <= x / n && x / n <= high && high <= 1).toBe(true);
        expect(clopperPearson(n - x, n).low).toBeCloseTo(1 - high, 10);
        const outer = clopperPearson(x, n, 0.998);
        expect(outer.low <= low && high <= outer.high).toBe(true);
      }
    )
  );
});

test("refuses more than all, nobody at all, and levels outside 0 to 1", () => {
  expect(() => clopperPearson(3, 2)).toThrow(RangeError);
  expect(() => clopperPearson(0, 0)).toThrow(RangeError);
  expect(() => clopperPearson(1, 2, 1)).toThrow(RangeError);
});
