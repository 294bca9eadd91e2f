import {randomBeta, randomBinomial, randomInt, randomLcg} from "d3-random";
import fc from "fast-check";
import {expect, test} from "vitest";
import {clopperPearson} from "../../src/statistics/clopperPearson.js";
import {clusteredProportion} from "../../src/statistics/clusteredProportion.js";

/*
library(survey)
f <- function(y, n) {
  d <- data.frame(id = rep(seq_along(n), n), v = unlist(Map(function(a, b) rep(1:0, c(a, b - a)), y, n)))
  s <- svydesign(~id, data = d, weights = ~1)
  p <- coef(svymean(~v, s)); N <- sum(n); deff <- vcov(svymean(~v, s)) / (p * (1 - p) / N)
  C <- diag(n) - outer(n, n) / N; df <- sum(diag(C))^2 / sum(C^2)
  e <- min(N, N / max(1, deff) * (qt(.975, N - 1) / qt(.975, df))^2)
  print(c(p, deff, df, e, qbeta(.025, e * p, e * (1 - p) + 1), qbeta(.975, e * p + 1, e * (1 - p))), 10)
  print(attr(svyciprop(~v, s, method = "beta"), "ci"), 10) # the same where participants are of equal size
}
f(c(8, 1, 2, 7, 5), rep(10, 5)); f(c(3, 9, 5, 0, 6, 8, 2), rep(12, 7))
f(c(9, 1, 2, 10), c(12, 11, 9, 14)); f(c(1, 30, 2, 0, 12), c(3, 38, 9, 4, 16))
*/
const sizes = (y: number[], n: number[]) => y.map((ticked, i) => ({y: ticked, n: n[i] ?? n[0]!}));

test.each([
  ["of equal size, as svyciprop of R's survey", sizes([8, 1, 2, 7, 5], [10]), 3.7439614, 0.115801791, 0.8365551268],
  ["seven of equal size", sizes([3, 9, 5, 0, 6, 8, 2], [12]), 3.6934046, 0.1584984597, 0.6705429883],
  ["nearly equal", sizes([9, 1, 2, 10], [12, 11, 9, 14]), 5.229249, 0.04536968756, 0.9408878679],
  ["of 3 to 38 registrations", sizes([1, 30, 2, 0, 12], [3, 38, 9, 4, 16]), 4.3388889, 0.1792177174, 0.9589869663]
])("participants %s", (_, rows, deff, low, high) => {
  const result = clusteredProportion(rows);
  expect(result.deff).toBeCloseTo(deff, 6);
  expect(result.low).toBeCloseTo(low, 8);
  expect(result.high).toBeCloseTo(high, 8);
});

test("the effective number of the last", () => {
  const result = clusteredProportion(sizes([1, 30, 2, 0, 12], [3, 38, 9, 4, 16]));
  expect(result).toMatchObject({p: 45 / 70, n: 70, clusters: 5});
  expect(result.effective).toBeCloseTo(5.19294023643, 8);
});

test("one participant has a share but no interval", () => {
  expect(
    clusteredProportion([
      {y: 3, n: 8},
      {y: 0, n: 0}
    ])
  ).toEqual({p: 0.375, n: 8, clusters: 1, low: null, high: null, deff: null, effective: null});
});

test("no registrations: nothing at all", () => {
  expect(clusteredProportion([])).toEqual({
    p: null,
    n: 0,
    clusters: 0,
    low: null,
    high: null,
    deff: null,
    effective: null
  });
});

test.each([0, 1])(
  "a share of %d has design effect 1 and the limits of a number made smaller by few participants",
  (p) => {
    const result = clusteredProportion(sizes([p * 10, p * 10, p * 10], [10]));
    // 30 (t(29) / t(2))² = 30 (2.04523 / 4.30265)².
    expect(result).toMatchObject({p, n: 30, clusters: 3, deff: 1, effective: expect.closeTo(6.77851, 4)});
    expect(result).toMatchObject(clopperPearson(p * result.effective!, result.effective!));
  }
);

const clusters = fc.array(
  fc.integer({min: 1, max: 60}).chain((n) => fc.record({y: fc.integer({min: 0, max: n}), n: fc.constant(n)})),
  {minLength: 2, maxLength: 80}
);

test("never narrower than the exact interval of independent registrations, and holds the share", () => {
  fc.assert(
    fc.property(clusters, (rows) => {
      const {p, n, low, high, deff, effective} = clusteredProportion(rows);
      const plain = clopperPearson(
        rows.reduce((y, c) => y + c.y, 0),
        n
      );
      expect(low!).toBeLessThanOrEqual(plain.low + 1e-12);
      expect(high!).toBeGreaterThanOrEqual(plain.high - 1e-12);
      expect(low!).toBeLessThanOrEqual(p! + 1e-12);
      expect(high!).toBeGreaterThanOrEqual(p! - 1e-12);
      expect(deff!).toBeGreaterThanOrEqual(1);
      expect(effective!).toBeLessThanOrEqual(n);
    })
  );
});

test("the complement has the mirrored limits, and the order of participants does not matter", () => {
  fc.assert(
    fc.property(clusters, (rows) => {
      const result = clusteredProportion(rows);
      const mirrored = clusteredProportion(rows.map(({y, n}) => ({y: n - y, n})).reverse());
      expect(mirrored.low).toBeCloseTo(1 - result.high!, 8);
      expect(mirrored.high).toBeCloseTo(1 - result.low!, 8);
    })
  );
});

test("participants who all tick alike cluster not at all", () => {
  expect(
    clusteredProportion([
      {y: 5, n: 10},
      {y: 10, n: 20}
    ]).deff
  ).toBe(1);
});

test("refuses more ticked than registered", () => {
  expect(() => clusteredProportion([{y: 3, n: 2}])).toThrow(RangeError);
});

const source = randomLcg(7);

/** How often limits hold the true share, in percent, of participants whose own shares are beta distributed. */
function coverage(k: number, size: () => number, p: number, correlation: number, runs: number): number {
  const [a, b] = [(p * (1 - correlation)) / correlation, ((1 - p) * (1 - correlation)) / correlation];
  const own = randomBeta.source(source)(a, b);
  let held = 0;
  for (let run = 0; run < runs; run++) {
    const rows = Array.from({length: k}, size).map((n) => ({y: randomBinomial.source(source)(n, own())(), n}));
    const {low, high} = clusteredProportion(rows);
    if (low! <= p && p <= high!) held++;
  }
  return (100 * held) / runs;
}

const size = {equal: () => 10, unequal: randomInt.source(source)(1, 41)};

// Of 1000 intervals that hold 95 %, 93 % or fewer do so once in 300 simulations.
test.each([
  [3, "equal", 94],
  [3, "unequal", 94],
  [5, "equal", 94],
  [5, "unequal", 94],
  [10, "unequal", 91.5],
  [20, "equal", 93],
  [77, "unequal", 93]
] as const)("%d participants of %s size: limits hold the true share as often as claimed", (k, kind, least) => {
  for (const [p, correlation] of [
    [0.1, 0.2],
    [0.3, 0.1],
    [0.5, 0.05],
    [0.9, 0.1]
  ] as const)
    expect(coverage(k, size[kind], p, correlation, k < 20 ? 1000 : 300)).toBeGreaterThanOrEqual(least);
});
