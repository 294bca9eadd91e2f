import {randomBeta, randomBinomial, randomLcg} from "d3-random";
import fc from "fast-check";
import {expect, test} from "vitest";
import {variation} from "../../src/statistics/variation.js";

const units = (y: number[], n: number[], expected?: number[]) =>
  y.map((ticked, i) => ({y: ticked, n: n[i]!, ...(expected && {expected: expected[i]!})}));

test("quotient of extremes and CV of the worked example, as rates per 100", () => {
  // The same ratios O/E as rates: n = 2E registrations halve them, which neither metric sees.
  const result = variation(units([30, 45, 60, 80, 25], [80, 80, 110, 140, 70]));
  expect(result.extremalQuotient).toBeCloseTo(1.6, 10);
  expect(result.cv).toBeCloseTo(22.1235, 4);
});

test("spreads by hand: y 2 8 of n 10 10, p = .5", () => {
  // Observed √(.09) = 30 points; chance √(.25 · 1 / 20) = 11.1803; share .0125/.09 = 13.889 %; χ² = 7.2.
  // ρ = (7.2 − 1) / 9; true shares lie √(.25 ρ) apart; SCV = ρ · .5 / .5.
  const result = variation(units([2, 8, 0], [10, 10, 0]));
  expect(result.units).toBe(2);
  expect(result.observedSpread).toBeCloseTo(30, 10);
  expect(result.expectedSpread).toBeCloseTo(11.18034, 5);
  expect(result.chanceShare).toBeCloseTo(100 / 7.2, 10);
  expect(result.betweenSpread).toBeCloseTo(50 * Math.sqrt(6.2 / 9), 10);
  expect(result.scv).toBeCloseTo(100 * (6.2 / 9), 10);
  expect(result.extremalQuotient).toBeCloseTo(4, 10);
  expect(result.cv).toBeCloseTo(84.8528, 4);
});

/*
limits <- function(y, n, share) {
  k <- length(y); eff <- (sum(n) - sum(n^2) / sum(n)) / (k - 1); o <- qlogis(share)
  la <- function(r) { m <- 1 / r - 1; w <- n / (1 + (n - 1) * r)
    l <- function(s) { p <- plogis(o + s); sum(lbeta(y + p*m, n - y + (1-p)*m) - lbeta(p*m, (1-p)*m)) }
    s <- optimize(l, c(-20, 20), maximum = TRUE, tol = 1e-10)$maximum; p <- plogis(o + s)
    l(s) - log(sum(w * p * (1 - p))) / 2 }
  rho <- function(c) max(1e-7, (1 / c - 1) / (eff - 1)); f <- function(c) la(rho(c))
  b <- optimize(f, c(1 / eff, 1), maximum = TRUE, tol = 1e-10)$maximum; if (f(1) > f(b)) b <- 1
  g <- function(c) f(c) - f(b) + qchisq(.95, 1) / 2 * (1 + 1 / (3 * (k - 1)))
  c(if (g(1) >= 0) 0 else rho(uniroot(g, c(b, 1), tol = 1e-12)$root),
    if (g(1 / eff + 1e-9) >= 0) 1 else rho(uniroot(g, c(1 / eff + 1e-9, b), tol = 1e-12)$root)) }
variation <- function(y, n, E = n * sum(y) / sum(n)) {
  E <- E * sum(y) / sum(E); e <- E / n; p <- sum(y) / sum(n)
  v <- e * (1 - e); h <- n * v / sum(n * v); obs <- sum((y - E)^2 / n)
  M <- function(r) sum(v * (1 - h) * (1 + (n - 1) * r))
  r <- c(min(1, max(0, (obs - M(0)) / (M(1) - M(0)))), limits(y, n, e))
  print(100 * sqrt(c(obs, M(0)) / sum(n)), 9)
  print(rbind(rho = r, chance = 100 * M(0) / sapply(r, M)), 7)
  print(rbind(between = 100 * sqrt(r * p * (1 - p)), scv = 100 * r * (1 - p) / p), 7) }
y <- c(12, 5, 20, 3, 9, 31); n <- c(40, 12, 35, 30, 10, 60)
variation(y, n)
variation(y, n, c(15, 4, 14, 15, 4, 28))
variation(c(1, 0, 4, 2, 0, 3, 9), c(55, 20, 120, 48, 9, 130, 160))
variation(c(530, 410, 822, 1205, 96), c(1800, 1650, 2900, 3900, 420))
*/
const six: [number[], number[]] = [
  [12, 5, 20, 3, 9, 31],
  [40, 12, 35, 30, 10, 60]
];
test.each([
  [
    "six participants",
    units(...six),
    [19.76326806, 8.09020404],
    [16.757199, 6.3692277, 39.9077042],
    [20.7270627, 11.41158995, 35.6558708],
    23.4735493
  ],
  [
    "by what is expected of each",
    units(...six, [15, 4, 14, 15, 4, 28]),
    [21.67689911, 7.98765607],
    [13.5782688, 5.951696, 32.2173893],
    [23.3376532, 13.4178174, 36.7724882],
    29.75895
  ],
  [
    "rare, and no more than chance",
    units([1, 0, 4, 2, 0, 3, 9], [55, 20, 120, 48, 9, 130, 160]),
    [1.6315478, 1.93510413],
    [100, 25.06430811, 100],
    [0, 0, 3.79963046],
    0
  ],
  [
    "five areas",
    units([530, 410, 822, 1205, 96], [1800, 1650, 2900, 3900, 420]),
    [2.351686598, 0.875918246],
    [13.872932, 1.57737304, 41.896],
    [2.540105531, 1.200557, 8.05278914],
    0.782957819
  ]
] as const)("%s, as R has it", (_, rows, [observed, expected], chance, between, scv) => {
  const result = variation(rows);
  expect(result.observedSpread).toBeCloseTo(observed, 7);
  expect(result.expectedSpread).toBeCloseTo(expected, 7);
  expect(result.chanceShare).toBeCloseTo(chance[0], 6);
  expect(result.betweenSpread).toBeCloseTo(between[0], 6);
  expect(result.scv).toBeCloseTo(scv, 6);
  // The highest likelihood is sought until it is known to a thousandth.
  expect(result.chanceShareLow! / chance[1]).toBeCloseTo(1, 2);
  expect(result.chanceShareHigh! / chance[2]).toBeCloseTo(1, 2);
  expect(result.betweenSpreadLow).toBeCloseTo(between[1], 1);
  expect(result.betweenSpreadHigh).toBeCloseTo(between[2], 1);
});

test("the chance share is (k − 1) over the χ² of heterogeneity", () => {
  // Rscript -e 'chisq.test(cbind(c(12, 5, 20, 3, 9, 31), c(28, 7, 15, 27, 1, 29)))$statistic' gives 29.83792.
  expect(variation(units(...six)).chanceShare).toBeCloseTo(500 / 29.83792, 4);
});

test("less spread than chance: all of it is chance, and nothing lies between true shares", () => {
  expect(variation(units([5, 5], [10, 10]))).toMatchObject({
    observedSpread: 0,
    chanceShare: 100,
    chanceShareHigh: 100,
    betweenSpread: 0,
    betweenSpreadLow: 0,
    scv: 0,
    extremalQuotient: 1,
    cv: 0
  });
});

test("undefined is null", () => {
  const ofChance = {chanceShare: null, chanceShareLow: null, chanceShareHigh: null};
  const between = {betweenSpread: null, betweenSpreadLow: null, betweenSpreadHigh: null, scv: null};
  const nothing = {
    observedSpread: null,
    expectedSpread: null,
    ...ofChance,
    ...between,
    extremalQuotient: null,
    cv: null
  };
  expect(variation([])).toEqual({units: 0, ...nothing});
  expect(variation([{y: 1, n: 3}])).toEqual({units: 1, ...nothing});
  expect(variation(units([0, 0], [3, 5]))).toEqual({units: 2, ...nothing, observedSpread: 0, expectedSpread: 0});
  expect(variation(units([3, 5], [3, 5]))).toMatchObject({...ofChance, ...between, extremalQuotient: 1, cv: 0});
  expect(variation(units([0, 2], [3, 5])).extremalQuotient).toBeNull();
  expect(() => variation([{y: 4, n: 3}])).toThrow(RangeError);
  expect(() => variation([{y: 1, n: 3, expected: -1}])).toThrow(RangeError);
});

test("units that are as expected of them do not vary, however different their shares are", () => {
  const {chanceShare, betweenSpread} = variation(units([10, 80], [100, 100], [10, 80]));
  expect([chanceShare, betweenSpread]).toEqual([100, 0]);
});

const sized = fc.integer({min: 1, max: 60});
const rows = fc.array(
  sized.chain((n) => fc.record({y: fc.integer({min: 0, max: n}), n: fc.constant(n)})),
  {minLength: 2, maxLength: 60}
);

test("measures agree, lie within their limits, and are those of the complement; order does not matter", () => {
  fc.assert(
    fc.property(rows, (own) => {
      const result = variation(own);
      const mirrored = variation(own.map(({y, n}) => ({y: n - y, n})).reverse());
      expect(mirrored.observedSpread).toBeCloseTo(result.observedSpread!, 8);
      expect(mirrored.expectedSpread).toBeCloseTo(result.expectedSpread!, 8);
      if (result.extremalQuotient !== null) expect(result.extremalQuotient).toBeGreaterThanOrEqual(1);
      if (result.chanceShare === null) return;
      const {chanceShare, chanceShareLow, chanceShareHigh} = result;
      const {betweenSpread, betweenSpreadLow, betweenSpreadHigh, scv} = result;
      expect(0 <= chanceShareLow! && chanceShareLow! <= chanceShare && chanceShare <= chanceShareHigh!).toBe(true);
      expect(chanceShareHigh).toBeLessThanOrEqual(100);
      expect(
        0 <= betweenSpreadLow! && betweenSpreadLow! <= betweenSpread! && betweenSpread! <= betweenSpreadHigh!
      ).toBe(true);
      expect(betweenSpreadHigh).toBeLessThanOrEqual(50);
      expect(mirrored.betweenSpread).toBeCloseTo(betweenSpread!, 8);
      expect(mirrored.chanceShareLow! / chanceShareLow!).toBeCloseTo(1, 1);
      const p = own.reduce((sum, u) => sum + u.y, 0) / own.reduce((sum, u) => sum + u.n, 0);
      expect(scv).toBeCloseTo((betweenSpread! / (100 * p)) ** 2 * 100, 6);
    }),
    {numRuns: 60}
  );
});

const source = randomLcg(11);

// Limits that hold 95 % do so in 92 % or fewer of 250 simulations once in 60; rare outcomes in areas that differ much
// are held a little less.
test.each([
  [5, [1, 40], 0.1, 0.02],
  [5, [1, 500], 0.3, 0.1],
  [5, [100, 3000], 0.3, 0.005],
  [20, [1, 40], 0.02, 0.02],
  [20, [1, 40], 0.5, 0.1],
  [40, [1, 500], 0.02, 0]
] as const)(
  "%d units of %j, share %d and intra-class correlation %d: limits hold the true spread",
  (k, [least, most], p, rho) => {
    const own = rho === 0 ? () => p : randomBeta.source(source)((p * (1 - rho)) / rho, ((1 - p) * (1 - rho)) / rho);
    const size = () => Math.round(least * (most / least) ** source());
    const truth = 100 * Math.sqrt(rho * p * (1 - p));
    let held = 0;
    const runs = k < 40 ? 250 : 100;
    for (let run = 0; run < runs; run++) {
      const drawn = Array.from({length: k}, size).map((n) => ({y: randomBinomial.source(source)(n, own())(), n}));
      const {betweenSpreadLow, betweenSpreadHigh} = variation(drawn);
      if (betweenSpreadLow === null || (betweenSpreadLow <= truth + 1e-9 && truth <= betweenSpreadHigh!)) held++;
    }
    expect((100 * held) / runs).toBeGreaterThanOrEqual(92);
  }
);
