import fc from "fast-check";
import {range} from "d3-array";
import {expect, test} from "vitest";
import {controlLimits, limitsOfBand} from "../../src/statistics/funnel.js";

const isOutside = (share: number, {low, high}: {low: number; high: number}) => share < low || share > high;

// python3 -c "from scipy.stats import binom; print(binom.sf(9, 10, .88), binom.cdf(80, 100, .88))" and so on;
// `sf(r - 1)` is P(Y ≥ r).
test.each([
  [10, 10, 0.88, 0.2785009760094021, false],
  [5, 5, 0.62, 0.09161328320000002, false],
  [9, 9, 0.62, 0.013537086546263549, true],
  [8, 10, 0.4, 0.012294553600000006, true],
  [7, 10, 0.4, 0.05476188160000002, false],
  [80, 100, 0.88, 0.01470629681507912, true],
  [81, 100, 0.88, 0.028172228633587804, false],
  [94, 100, 0.88, 0.03673735305121818, false],
  [95, 100, 0.88, 0.015221726139805696, true],
  [14_301, 50_000, 0.29, 0.025096155802148374, false],
  [14_300, 50_000, 0.29, 0.024522281668187304, true],
  [14_699, 50_000, 0.29, 0.025325781617771718, false],
  [14_700, 50_000, 0.29, 0.024750591160121474, true]
])("%d of %d around %d has the probability %d: outside the 95 %% limits is %s", (y, n, p, probability, outside) => {
  expect(probability <= 0.025).toBe(outside);
  expect(isOutside(y / n, controlLimits(p, n))).toBe(outside);
});

// binom.sf(13 and 14, ...) of 50,000 around 29 %: P(Y ≥ 14,814) = .0010214, P(Y ≥ 14,815) = .00098821.
test("99.8 % limits hold what is likelier than a thousandth", () => {
  expect(isOutside(14_814 / 50_000, controlLimits(0.29, 50_000, 0.998))).toBe(false);
  expect(isOutside(14_815 / 50_000, controlLimits(0.29, 50_000, 0.998))).toBe(true);
});

test("the limit by hand: of 10 around one half, P(Y ≥ 8) = 56/1024 and P(Y ≥ 9) = 11/1024", () => {
  const part = Math.log(56 / 1024 / 0.025) / Math.log(56 / 11);
  expect(controlLimits(0.5, 10).high).toBeCloseTo((8 + part) / 10, 10);
  expect(controlLimits(0.5, 10).low).toBeCloseTo((2 - part) / 10, 10);
});

const logFactorials = [0];
for (let i = 1; i <= 500; i++) logFactorials.push(logFactorials[i - 1]! + Math.log(i));

/** P(Y ≥ r) for r = 0 to n, each term from its own factorials. */
function upperTails(p: number, n: number): Float64Array {
  const tails = new Float64Array(n + 2);
  for (let r = n; r >= 0; r--) {
    const ways = logFactorials[n]! - logFactorials[r]! - logFactorials[n - r]!;
    tails[r] = tails[r + 1]! + Math.exp(ways + r * Math.log(p) + (n - r) * Math.log1p(-p));
  }
  return tails;
}

test.each([
  [0.95, 0.025],
  [0.998, 0.001]
] as const)("outside the %d limits is exactly who has a probability of at most %d, for every count", (level, alpha) => {
  let [wronglyOut, wronglyIn, out] = [0, 0, 0];
  const count = (share: number, probability: number, limits: {low: number; high: number}) => {
    const outside = isOutside(share, limits);
    if (outside) out++;
    if (outside && probability > alpha * (1 + 1e-8)) wronglyOut++;
    if (!outside && probability < alpha * (1 - 1e-8)) wronglyIn++;
  };
  // Upper tails of p are the lower ones of 1 − p.
  for (const percent of range(1, 100))
    for (let n = 1; n <= 500; n = n < 60 ? n + 1 : n + 11) {
      const [limits, mirrored] = [controlLimits(percent / 100, n, level), controlLimits(1 - percent / 100, n, level)];
      upperTails(percent / 100, n).forEach((tail, r) => {
        if (r / n <= percent / 100 || r > n) return;
        count(r / n, tail, limits);
        count((n - r) / n, tail, mirrored);
      });
    }
  expect([wronglyOut, wronglyIn]).toEqual([0, 0]);
  expect(out).toBeGreaterThan(100_000);
});

test("a probability of exactly the level is outside", () => {
  expect(isOutside(1, controlLimits(0.025, 1))).toBe(true);
  expect(isOutside(1, controlLimits(0.0251, 1))).toBe(false);
  expect(isOutside(0, controlLimits(0.975, 1))).toBe(true);
  expect(isOutside(1, controlLimits(Math.sqrt(0.025), 2))).toBe(true);
  expect(isOutside(1, controlLimits(0.001, 1, 0.998))).toBe(true);
});

test("nobody or everybody leaves no room for chance", () => {
  expect(controlLimits(0, 10)).toEqual({low: 0, high: 0});
  expect(controlLimits(1, 10)).toEqual({low: 1, high: 1});
});

const share = fc.double({min: 0, max: 1, noNaN: true});

test("limits hold the share, lie inside 0 to 1, widen with the level and mirror the complement's", () => {
  fc.assert(
    fc.property(share, fc.integer({min: 1, max: 50_000}), (p, n) => {
      const [inner, outer] = [controlLimits(p, n), controlLimits(p, n, 0.998)];
      expect(0 <= outer.low && outer.low <= inner.low && inner.low <= p).toBe(true);
      expect(p <= inner.high && inner.high <= outer.high && outer.high <= 1).toBe(true);
      if (p > 1e-6) expect(controlLimits(1 - p, n).low).toBeCloseTo(1 - inner.high, 5);
    })
  );
});

test("limits narrow with size", () => {
  fc.assert(
    fc.property(
      share,
      fc.integer({min: 1, max: 2000}),
      fc.constantFrom(0.95 as const, 0.998 as const),
      (p, n, level) => {
        const [smaller, larger] = [controlLimits(p, n, level), controlLimits(p, n + 1, level)];
        expect(larger.high).toBeLessThanOrEqual(smaller.high + 1e-9);
        expect(larger.low).toBeGreaterThanOrEqual(smaller.low - 1e-9);
      }
    ),
    {numRuns: 1000}
  );
});

test("many registrations: near the normal limits", () => {
  const {low, high} = controlLimits(0.3, 5_000_000);
  const half = 1.959964 * Math.sqrt((0.3 * 0.7) / 5_000_000);
  expect(low).toBeCloseTo(0.3 - half, 6);
  expect(high).toBeCloseTo(0.3 + half, 6);
});

test("a whole percent outside its band's limits is outside with every size of the band and every count behind it", () => {
  let [flagged, wrong] = [0, 0];
  for (const [least, most] of [
    [3, 4],
    [5, 9],
    [10, 19],
    [20, 49],
    [50, 300]
  ] as const)
    for (const percent of [1, 2, 3, 10, 38, 50, 62, 88, 97, 99]) {
      const band = limitsOfBand(percent / 100, least);
      for (const n of range(least, most + 1)) {
        const exact = controlLimits(percent / 100, n);
        for (const y of range(n + 1))
          if (isOutside(Math.round((100 * y) / n) / 100, band)) {
            flagged++;
            if (!isOutside(y / n, exact)) wrong++;
          }
      }
    }
  expect(wrong).toBe(0);
  expect(flagged).toBeGreaterThan(1000);
});

test("refuses shares outside 0 to 1, and sizes that are no number of registrations", () => {
  expect(() => controlLimits(1.1, 10)).toThrow(RangeError);
  expect(() => controlLimits(0.5, 0)).toThrow(RangeError);
  expect(() => controlLimits(0.5, 2.5)).toThrow(RangeError);
});
