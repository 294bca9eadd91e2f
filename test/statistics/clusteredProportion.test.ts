import fc from "fast-check";
import {expect, test} from "vitest";
import {clusteredProportion} from "../../src/statistics/clusteredProportion.js";
import {wilson} from "../../src/statistics/wilson.js";

const worked = [
  {y: 9, n: 12},
  {y: 1, n: 11},
  {y: 2, n: 9},
  {y: 10, n: 14}
];

test("the worked example", () => {
  const result = clusteredProportion(worked);
  expect(result.p).toBeCloseTo(0.4782609, 7);
  expect(result.n).toBe(46);
  expect(result.clusters).toBe(4);
  expect(result.deff).toBeCloseTo(5.229249, 6);
  expect(result.effective).toBeCloseTo(8.7966742, 6);
  expect(result.low).toBeCloseTo(0.2093882, 7);
  expect(result.high).toBeCloseTo(0.760349, 6);
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

test.each([0, 1])("a share of %d has design effect 1 and Wilson's interval", (p) => {
  const result = clusteredProportion([
    {y: p * 12, n: 12},
    {y: p * 8, n: 8}
  ]);
  expect(result).toEqual({p, n: 20, clusters: 2, ...wilson(p * 20, 20), deff: 1, effective: 20});
});

const clusters = fc.array(
  fc.integer({min: 1, max: 60}).chain((n) => fc.record({y: fc.integer({min: 0, max: n}), n: fc.constant(n)})),
  {minLength: 2, maxLength: 80}
);

test("never narrower than Wilson's interval, and holds the share", () => {
  fc.assert(
    fc.property(clusters, (rows) => {
      const {p, n, low, high, deff, effective} = clusteredProportion(rows);
      const plain = wilson(
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
