import fc from "fast-check";
import {expect, test} from "vitest";
import {scv, variation} from "../../src/statistics/variation.js";

test("SCV and the metrics of the worked example (O 30 45 60 80 25, E 40 40 55 70 35)", () => {
  const observed = [30, 45, 60, 80, 25];
  const expected = [40, 40, 55, 70, 35];
  expect(scv(observed.map((o, i) => ({observed: o, expected: expected[i]!})))).toBeCloseTo(1.547826, 6);
});

test("quotient of extremes and CV of the worked example, as rates per 100", () => {
  // The same ratios O/E as rates: n = 2E registrations halve them, which neither metric sees.
  const result = variation(
    [
      [30, 80],
      [45, 80],
      [60, 110],
      [80, 140],
      [25, 70]
    ].map(([y, n]) => ({y: y!, n: n!}))
  );
  expect(result.extremalQuotient).toBeCloseTo(1.6, 10);
  expect(result.cv).toBeCloseTo(22.1235, 4);
});

test("spreads by hand: y 2 8 of n 10 10, p = .5", () => {
  // Observed √(.09) = 30 points; chance √(.25 · 1 / 20) = 11.1803; share .0125/.09 = 13.889 %; χ² = 7.2.
  // E = 5 and 5: SCV = (9/25 + 9/25)/2 − 1/5 = .16.
  const result = variation([
    {y: 2, n: 10},
    {y: 8, n: 10},
    {y: 0, n: 0}
  ]);
  expect(result.units).toBe(2);
  expect(result.observedSpread).toBeCloseTo(30, 10);
  expect(result.expectedSpread).toBeCloseTo(11.18034, 5);
  expect(result.chanceShare).toBeCloseTo(100 / 7.2, 10);
  expect(result.scv).toBeCloseTo(16, 10);
  expect(result.extremalQuotient).toBeCloseTo(4, 10);
  expect(result.cv).toBeCloseTo(84.8528, 4);
});

test("less spread than chance: all of it is chance, and the SCV is negative", () => {
  const result = variation([
    {y: 5, n: 10},
    {y: 5, n: 10}
  ]);
  expect(result).toMatchObject({observedSpread: 0, chanceShare: 100, scv: -20, extremalQuotient: 1, cv: 0});
});

test("undefined is null", () => {
  const nothing = {
    observedSpread: null,
    expectedSpread: null,
    chanceShare: null,
    scv: null,
    extremalQuotient: null,
    cv: null
  };
  expect(variation([])).toEqual({units: 0, ...nothing});
  expect(variation([{y: 1, n: 3}])).toEqual({units: 1, ...nothing});
  expect(
    variation([
      {y: 0, n: 3},
      {y: 0, n: 5}
    ])
  ).toEqual({units: 2, ...nothing, observedSpread: 0, expectedSpread: 0});
  expect(
    variation([
      {y: 0, n: 3},
      {y: 2, n: 5}
    ]).extremalQuotient
  ).toBeNull();
  expect(scv([])).toBeNull();
  expect(() => scv([{observed: 1, expected: 0}])).toThrow(RangeError);
  expect(() => variation([{y: 4, n: 3}])).toThrow(RangeError);
});

test("the chance share lies in 0 to 100, spreads are those of the complement, order does not matter", () => {
  const units = fc.array(
    fc.integer({min: 1, max: 60}).chain((n) => fc.record({y: fc.integer({min: 0, max: n}), n: fc.constant(n)})),
    {minLength: 2, maxLength: 80}
  );
  fc.assert(
    fc.property(units, (rows) => {
      const result = variation(rows);
      const mirrored = variation(rows.map(({y, n}) => ({y: n - y, n})).reverse());
      expect(mirrored.observedSpread).toBeCloseTo(result.observedSpread!, 8);
      expect(mirrored.expectedSpread).toBeCloseTo(result.expectedSpread!, 8);
      if (result.chanceShare !== null) expect(result.chanceShare >= 0 && result.chanceShare <= 100).toBe(true);
      if (result.extremalQuotient !== null) expect(result.extremalQuotient).toBeGreaterThanOrEqual(1);
    })
  );
});
