import {randomBeta, randomBinomial, randomInt, randomLcg} from "d3-random";
import fc from "fast-check";
import {expect, test} from "vitest";
import {pairedDifference} from "../../src/statistics/pairedDifference.js";

// By hand: p1 = 12/40, p2 = 15/30; z = 1/30 + 1/40, 2/30 − 1/40, −3/30; Σz² = .015138889; var = 3/2 Σz² = .022708333;
// t(1.986457) = 4.330887, so that half is .6526335.
const worked = [
  {y1: 2, n1: 10, y2: 6, n2: 10},
  {y1: 4, n1: 10, y2: 7, n2: 10},
  {y1: 6, n1: 20, y2: 2, n2: 10}
];

test("the example computed by hand", () => {
  const result = pairedDifference(worked);
  expect(result).toMatchObject({participants: 3, n1: 40, n2: 30, p1: 0.3, p2: 0.5});
  expect(result.difference).toBeCloseTo(0.2, 12);
  expect(result.standardError! ** 2).toBeCloseTo(0.022708333, 9);
  expect(result.low).toBeCloseTo(-0.452633, 6);
  expect(result.high).toBeCloseTo(0.852633, 6);
});

/*
library(survey)
f <- function(y1, n1, y2, n2) {
  d <- do.call(rbind, Map(function(i, a, b, c, e) data.frame(id = i, g = rep(c("1", "2"), c(b, e)),
    v = c(rep(c(1, 0), c(a, b - a)), rep(c(1, 0), c(c, e - c)))), seq_along(y1), y1, n1, y2, n2))
  m <- svyby(~v, ~g, svydesign(~id, data = d, weights = ~1), svymean, covmat = TRUE)
  x <- svycontrast(m, c("1" = -1, "2" = 1)); # df: see degreesOfFreedom.test.ts
  h <- qt(.975, df(n1, n2)) * as.vector(SE(x))
  print(c(coef(x), as.vector(SE(x)), as.vector(coef(x)) + c(-h, h)), 10) }
f(c(2, 4, 6), c(10, 10, 20), c(6, 7, 2), c(10, 10, 10))
f(c(2, 4, 6, 5, 0), c(10, 10, 20, 5, 0), c(6, 7, 2, 0, 1), c(10, 10, 10, 0, 9))
f(c(3, 0, 5, 0, 7, 2), c(8, 4, 11, 0, 12, 9), c(1, 2, 6, 4, 0, 3), c(3, 2, 8, 6, 0, 12))
*/
const six = [
  [3, 8, 1, 3],
  [0, 4, 2, 2],
  [5, 11, 6, 8],
  [0, 0, 4, 6],
  [7, 12, 0, 0],
  [2, 9, 3, 12]
].map(([y1, n1, y2, n2]) => ({y1: y1!, n1: n1!, y2: y2!, n2: n2!}));

test.each([
  ["in both groups", worked, 0.2, 0.1506928443, -0.4526334801, 0.8526334801],
  [
    "in one group only",
    [...worked, {y1: 5, n1: 5, y2: 0, n2: 0}, {y1: 0, n1: 0, y2: 1, n2: 9}],
    0.03247863248,
    0.16771101244,
    -0.48651315951,
    0.55147042447
  ],
  ["six, two of them in one group", six, 0.1297653959, 0.1345121555, -0.2428769049, 0.5024076967]
])("participants %s, as R's survey has it", (_, rows, difference, standardError, low, high) => {
  const result = pairedDifference(rows);
  expect(result.difference).toBeCloseTo(difference, 9);
  expect(result.standardError).toBeCloseTo(standardError, 9);
  expect(result.low).toBeCloseTo(low, 8);
  expect(result.high).toBeCloseTo(high, 8);
});

test("a group without registrations has no share, and no difference", () => {
  expect(pairedDifference([{y1: 1, n1: 2, y2: 0, n2: 0}])).toMatchObject({p1: 0.5, p2: null, difference: null});
});

test("no interval for one participant, none without variation", () => {
  expect(pairedDifference(worked.slice(0, 1))).toMatchObject({
    participants: 1,
    difference: expect.closeTo(0.4),
    low: null,
    high: null
  });
  expect(
    pairedDifference([
      {y1: 0, n1: 5, y2: 0, n2: 4},
      {y1: 0, n1: 9, y2: 0, n2: 9}
    ])
  ).toMatchObject({difference: 0, low: null, high: null});
  expect(pairedDifference([])).toMatchObject({participants: 0, p1: null, difference: null, low: null});
});

const shareOf = fc.integer({min: 1, max: 40}).chain((n) => fc.tuple(fc.integer({min: 0, max: n}), fc.constant(n)));
const clusters = fc.array(
  fc.tuple(shareOf, shareOf).map(([[y1, n1], [y2, n2]]) => ({y1, n1, y2, n2})),
  {minLength: 2, maxLength: 50}
);

test("limits hold the change, and rounds turned about turn the sign", () => {
  fc.assert(
    fc.property(clusters, (rows) => {
      const there = pairedDifference(rows);
      const back = pairedDifference(rows.map(({y1, n1, y2, n2}) => ({y1: y2, n1: n2, y2: y1, n2: n1})));
      expect(back.difference).toBeCloseTo(-there.difference!, 12);
      if (there.low === null) return;
      expect(there.low).toBeLessThanOrEqual(there.difference!);
      expect(there.high!).toBeGreaterThanOrEqual(there.difference!);
      expect(back.low).toBeCloseTo(-there.high!, 10);
    })
  );
});

test("refuses more ticked than registered", () => {
  expect(() => pairedDifference([{y1: 1, n1: 2, y2: 3, n2: 2}])).toThrow(RangeError);
});

const source = randomLcg(3);
const size = {equal: () => 20, unequal: randomInt.source(source)(1, 41)};

// Of 800 intervals that hold 95 %, 93 % or fewer do so once in 200 simulations.
test.each([
  [5, "equal", 0.3, 93],
  [5, "unequal", 0.3, 93],
  [20, "unequal", 0.5, 93],
  [77, "unequal", 0.1, 92]
] as const)(
  "%d participants of %s size, share %d: how often limits hold that groups do not differ",
  (k, kind, p, least) => {
    const own = randomBeta.source(source)(9 * p, 9 * (1 - p));
    const runs = k < 77 ? 800 : 300;
    let held = 0;
    for (let run = 0; run < runs; run++) {
      const rows = Array.from({length: k}, () => {
        const [n, share] = [size[kind](), own()];
        const n2 = randomBinomial.source(source)(n, 0.35)();
        const count = (of: number) => randomBinomial.source(source)(of, share)();
        return {y1: count(n - n2), n1: n - n2, y2: count(n2), n2};
      });
      const {low, high} = pairedDifference(rows);
      if (low === null || (low <= 0 && 0 <= high!)) held++;
    }
    expect((100 * held) / runs).toBeGreaterThanOrEqual(least);
  }
);
