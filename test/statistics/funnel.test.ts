import fc from "fast-check";
import {expect, test} from "vitest";
import {binomialLimits} from "../../src/statistics/binomial.js";
import {controlLimits, normalControlLimits} from "../../src/statistics/funnel.js";

const phe = 10_325_813.85 / 12_804_440;

test.each([
  [phe, 20, 63.326743, 97.958152, 53.341156, 100],
  [phe, 41, 68.548635, 92.73626, 61.574398, 99.710497],
  [0.88, 100, 81.631, 94.369, 77.958, 98.042],
  [0.88, 1000, 85.986, 90.014, 84.824, 91.176]
])(
  "normal limits around %d with n = %d, from PHEindicatormethods and by formula",
  (p, n, low95, high95, low998, high998) => {
    const [inner, outer] = [normalControlLimits(p, n), normalControlLimits(p, n, 0.998)];
    expect(100 * inner.low).toBeCloseTo(low95, 2);
    expect(100 * inner.high).toBeCloseTo(high95, 2);
    expect(100 * outer.low).toBeCloseTo(low998, 2);
    expect(100 * outer.high).toBeCloseTo(high998, 2);
  }
);

test("exact where the normal ones mislead: around 88 % with n = 100", () => {
  expect(controlLimits(0.88, 100, 0.998).low).toBeCloseTo(0.76412, 5);
  expect(controlLimits(0.88, 50_000)).toEqual(normalControlLimits(0.88, 50_000));
});

test("where exact limits give way to normal ones, the two are nearly the same", () => {
  fc.assert(
    fc.property(
      fc.double({min: 0.005, max: 0.995, noNaN: true}),
      fc.constantFrom(0.95 as const, 0.998 as const),
      (p, level) => {
        const n = Math.ceil(400 / (p * (1 - p)));
        const [exact, normal] = [binomialLimits(p, n, level), normalControlLimits(p, n, level)];
        const width = normal.high - normal.low;
        expect(Math.abs(exact.low - normal.low) / width).toBeLessThan(0.05);
        expect(Math.abs(exact.high - normal.high) / width).toBeLessThan(0.05);
      }
    ),
    {numRuns: 40}
  );
});

test("hold the share and widen with the level", () => {
  fc.assert(
    fc.property(fc.double({min: 0, max: 1, noNaN: true}), fc.integer({min: 1, max: 20_000}), (p, n) => {
      const [inner, outer] = [controlLimits(p, n), controlLimits(p, n, 0.998)];
      expect(0 <= outer.low && outer.low <= inner.low && inner.low <= p).toBe(true);
      expect(p <= inner.high && inner.high <= outer.high && outer.high <= 1).toBe(true);
    })
  );
});

test("refuses shares outside 0 to 1 and empty units", () => {
  expect(() => normalControlLimits(1.1, 10)).toThrow(RangeError);
  expect(() => normalControlLimits(0.5, 0)).toThrow(RangeError);
});
