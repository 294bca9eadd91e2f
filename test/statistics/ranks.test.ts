import {randomBinomial, randomLcg, randomNormal} from "d3-random";
import fc from "fast-check";
import {expect, test} from "vitest";
import {rankLimits, type RankedUnit} from "../../src/statistics/ranks.js";

const of = (...counts: [y: number, n: number][]): RankedUnit[] => counts.map(([y, n]) => ({y, n}));

test("eight units: as a million draws from their posteriors rank them", () => {
  // numpy: m = arcsin(sqrt((y + .375) / (n + .75))), s2 = 1 / (4 n + 2), mu and tau2 = .02059 by DerSimonian and Laird,
  // B = tau2 / (tau2 + s2); ranks of normal(B m + (1 - B) mu, sqrt(B s2)) over 1e6 draws, their 2.5 and 97.5 %
  // quantiles.
  expect(rankLimits(of([5, 20], [30, 60], [45, 100], [2, 10], [200, 400], [60, 200], [9, 12], [0, 15]))).toEqual([
    {low: 3, high: 8},
    {low: 1, high: 5},
    {low: 1, high: 5},
    {low: 2, high: 8},
    {low: 1, high: 4},
    {low: 5, high: 7},
    {low: 1, high: 5},
    {low: 6, high: 8}
  ]);
});

test("units that chance alone explains may have any rank", () => {
  expect(rankLimits(of(...Array.from({length: 30}, (): [number, number] => [50, 100])))[7]).toEqual({low: 1, high: 30});
});

test("a unit alone, and two that differ beyond doubt", () => {
  expect(rankLimits(of([3, 9]))).toEqual([{low: 1, high: 1}]);
  expect(rankLimits(of([100, 1000], [900, 1000]))).toEqual([
    {low: 2, high: 2},
    {low: 1, high: 1}
  ]);
  expect(rankLimits([])).toEqual([]);
});

test("a hidden count may lie on either side, as far as its range goes", () => {
  const shown = of([100, 1000], [500, 1000], [900, 1000]);
  const hidden = (least: number, most: number) => ({y: {least, most}, n: 1000});
  const beside = (unit: RankedUnit) =>
    rankLimits([...shown, unit]).map((limits) => limits && [limits.low, limits.high]);
  expect(beside(hidden(0, 1000))).toEqual([[3, 4], [2, 3], [1, 2], null]);
  expect(beside(hidden(600, 800))).toEqual([[4, 4], [3, 3], [1, 1], null]);
});

test("a larger unit of the same share has no wider limits, and ranks are turned with the outcome", () => {
  const unit = fc
    .integer({min: 5, max: 200})
    .chain((n) => fc.record({n: fc.constant(n), y: fc.integer({min: 0, max: n})}));
  fc.assert(
    fc.property(fc.array(unit, {minLength: 2, maxLength: 6}), (units) => {
      const turned = rankLimits(units.map(({y, n}) => ({y: n - y, n})));
      rankLimits(units).forEach((limits, i) => {
        expect(1 <= limits!.low && limits!.low <= limits!.high && limits!.high <= units.length).toBe(true);
        // A rank that 2.5 % is reached at exactly may fall to either side.
        expect(Math.abs(limits!.low + turned[i]!.high - units.length - 1)).toBeLessThanOrEqual(1);
      });
    }),
    {numRuns: 50}
  );
});

test("of units whose shares and sizes differ, true ranks lie within their limits as often as they claim", () => {
  const source = randomLcg(0.42);
  const [normal, binomial] = [randomNormal.source(source)(0.3, 0.04), randomBinomial.source(source)];
  const sizes = Array.from({length: 30}, (_, i) => Math.round(20 * 100 ** (i / 29)));
  let held = 0;
  const times = 60;
  for (let time = 0; time < times; time++) {
    const truth = sizes.map(() => normal());
    rankLimits(sizes.map((n, i) => ({n, y: binomial(n, truth[i]!)()}))).forEach((limits, i) => {
      const rank = 1 + truth.filter((share) => share > truth[i]!).length;
      if (limits!.low <= rank && rank <= limits!.high) held++;
    });
  }
  expect(held / (30 * times)).toBeGreaterThanOrEqual(0.95);
});

test("refuses more with the outcome than in all", () => {
  expect(() => rankLimits(of([3, 2]))).toThrow(RangeError);
});
