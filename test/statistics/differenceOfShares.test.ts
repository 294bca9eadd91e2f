import {randomBeta, randomBinomial, randomInt, randomLcg} from "d3-random";
import fc from "fast-check";
import {expect, test} from "vitest";
import {clusteredProportion} from "../../src/statistics/clusteredProportion.js";
import {differenceOfShares, type ShareWithLimits} from "../../src/statistics/differenceOfShares.js";
import {widened, widening} from "../../src/statistics/simultaneous.js";
import {wilson} from "../../src/statistics/wilson.js";

const wider = (one: ShareWithLimits, by: number) => ({share: one.share, ...widened(one.share, one, by)});
const ofCount = (y: number, n: number) => ({share: y / n, ...wilson(y, n)});

test.each([
  // Newcombe 1998, table II, method 10
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1]
])("%d/%d − %d/%d with Wilson's limits, as published by Newcombe", (a, m, b, n, low, high) => {
  const limits = differenceOfShares(ofCount(a, m), ofCount(b, n));
  expect(limits.low).toBeCloseTo(low, 4);
  expect(limits.high).toBeCloseTo(high, 4);
});

/*
mover <- function(a, b, w = 1)
  a[1] - b[1] + w * c(-sqrt((a[1] - a[2])^2 + (b[3] - b[1])^2), sqrt((a[3] - a[1])^2 + (b[1] - b[2])^2))
a <- c(.46, .115801791, .8365551268); b <- c(.3928571429, .1584984597, .6705429883)
print(mover(a, b), 10); print(mover(a, b, qt(1 - .025 / 3, 4) / qt(.975, 4)), 10)
print(c(qnorm(1 - .025 / 6) / qnorm(.975), qt(1 - .025 / 6, 9) / qt(.975, 9)), 10)
*/
const five = {share: 0.46, low: 0.115801791, high: 0.8365551268};
const seven = {share: 0.3928571429, low: 0.1584984597, high: 0.6705429883};

test("two clustered shares, one comparison and one of three, as R has them", () => {
  const one = differenceOfShares(five, seven);
  expect(one.difference).toBeCloseTo(0.0671428571, 10);
  expect(one.low).toBeCloseTo(-0.3751034949, 9);
  expect(one.high).toBeCloseTo(0.5106716114, 9);
  const three = differenceOfShares(wider(five, widening(3, 5)), wider(seven, widening(3, 5)));
  expect(three.low).toBeCloseTo(-0.5637514363, 9);
  expect(three.high).toBeCloseTo(0.6998665841, 9);
});

test("the factor of six comparisons, as R has it; of one there is none", () => {
  expect(widening(6)).toBeCloseTo(1.346074364, 8);
  expect(widening(6, 10)).toBeCloseTo(1.487166094, 8);
  expect(widening(1)).toBe(1);
  expect(widening(1, 5)).toBe(1);
});

const share = fc.integer({min: 1, max: 5000}).chain((n) => fc.integer({min: 0, max: n}).map((y) => ofCount(y, n)));

test("holds the difference, within −1 and 1, turns its sign with the order and widens", () => {
  fc.assert(
    fc.property(share, share, fc.integer({min: 2, max: 50}), (a, b, comparisons) => {
      const {difference, low, high} = differenceOfShares(a, b);
      expect(low).toBeLessThanOrEqual(difference + 1e-12);
      expect(high).toBeGreaterThanOrEqual(difference - 1e-12);
      expect(Math.max(Math.abs(low), Math.abs(high))).toBeLessThanOrEqual(1 + 1e-12);
      const turned = differenceOfShares(b, a);
      expect(turned.low).toBeCloseTo(-high, 12);
      expect(turned.high).toBeCloseTo(-low, 12);
      const by = widening(comparisons);
      const all = differenceOfShares(wider(a, by), wider(b, by));
      expect(all.low <= low && high <= all.high).toBe(true);
    })
  );
});

const source = randomLcg(13);
const size = randomInt.source(source)(1, 41);

function clustered(k: number, p: number, correlation: number) {
  const own = randomBeta.source(source)(
    (p * (1 - correlation)) / correlation,
    ((1 - p) * (1 - correlation)) / correlation
  );
  const rows = Array.from({length: k}, size).map((n) => ({y: randomBinomial.source(source)(n, own())(), n}));
  const {p: found, low, high} = clusteredProportion(rows);
  return {share: found!, low: low!, high: high!};
}

const binomial = (n: number, p: number) => ofCount(randomBinomial.source(source)(n, p)(), n);

// Limits that hold 95 % do so in 92.5 % or fewer of 600 simulations once in 200.
test.each([
  ["clustered shares of 5 and 5 participants", 600, () => [clustered(5, 0.3, 0.1), clustered(5, 0.5, 0.1)], -0.2],
  ["clustered shares of 5 and 77 participants", 300, () => [clustered(5, 0.1, 0.1), clustered(77, 0.2, 0.1)], -0.1],
  ["clustered shares of 20 and 77 participants", 300, () => [clustered(20, 0.5, 0.2), clustered(77, 0.5, 0.05)], 0],
  ["binomial shares of 30 and 200", 1000, () => [binomial(30, 0.1), binomial(200, 0.3)], -0.2],
  ["binomial shares of 1000 and 1000", 1000, () => [binomial(1000, 0.88), binomial(1000, 0.9)], -0.02]
] as const)("%s: limits hold the true difference as often as claimed", (_, runs, draw, truth) => {
  let held = 0;
  for (let run = 0; run < runs; run++) {
    const {low, high} = differenceOfShares(...(draw() as [ReturnType<typeof ofCount>, ReturnType<typeof ofCount>]));
    if (low <= truth && truth <= high) held++;
  }
  expect((100 * held) / runs).toBeGreaterThanOrEqual(92.5);
});

test("of ten comparisons with one share, all hold at once as often as claimed", () => {
  let held = 0;
  for (let run = 0; run < 500; run++) {
    const one = binomial(400, 0.4);
    const others = Array.from({length: 10}, () => binomial(200, 0.4));
    const all = others.map((other) => differenceOfShares(wider(one, widening(10)), wider(other, widening(10))));
    if (all.every(({low, high}) => low <= 0 && 0 <= high)) held++;
  }
  expect((100 * held) / 500).toBeGreaterThanOrEqual(93);
});
