import fc from "fast-check";
import {expect, test} from "vitest";
import {pairedChange} from "../../src/statistics/pairedChange.js";

// By hand: p1 = 12/40, p2 = 15/30; z = 1/30 + 1/40, 2/30 − 1/40, −3/30; Σz² = .015138889;
// var = 3/2 Σz² = .022708333; t(2) = 4.302653; half = .6483791.
const worked = [
  {y1: 2, n1: 10, y2: 6, n2: 10},
  {y1: 4, n1: 10, y2: 7, n2: 10},
  {y1: 6, n1: 20, y2: 2, n2: 10}
];

test("the example computed by hand", () => {
  const result = pairedChange(worked);
  expect(result).toMatchObject({participants: 3, n1: 40, n2: 30, p1: 0.3, p2: 0.5});
  expect(result.change).toBeCloseTo(0.2, 12);
  expect(result.standardError! ** 2).toBeCloseTo(0.022708333, 9);
  expect(result.low).toBeCloseTo(-0.448379, 6);
  expect(result.high).toBeCloseTo(0.848379, 6);
});

test("participants of one round only do not count", () => {
  expect(pairedChange([...worked, {y1: 5, n1: 5, y2: 0, n2: 0}, {y1: 0, n1: 0, y2: 1, n2: 9}])).toEqual(
    pairedChange(worked)
  );
});

test("no interval for one participant, none without variation", () => {
  expect(pairedChange(worked.slice(0, 1))).toMatchObject({
    participants: 1,
    change: expect.closeTo(0.4),
    low: null,
    high: null
  });
  expect(
    pairedChange([
      {y1: 0, n1: 5, y2: 0, n2: 4},
      {y1: 0, n1: 9, y2: 0, n2: 9}
    ])
  ).toMatchObject({change: 0, low: null, high: null});
  expect(pairedChange([])).toMatchObject({participants: 0, p1: null, change: null, low: null});
});

const shareOf = fc.integer({min: 1, max: 40}).chain((n) => fc.tuple(fc.integer({min: 0, max: n}), fc.constant(n)));
const clusters = fc.array(
  fc.tuple(shareOf, shareOf).map(([[y1, n1], [y2, n2]]) => ({y1, n1, y2, n2})),
  {minLength: 2, maxLength: 50}
);

test("limits hold the change, and rounds turned about turn the sign", () => {
  fc.assert(
    fc.property(clusters, (rows) => {
      const there = pairedChange(rows);
      const back = pairedChange(rows.map(({y1, n1, y2, n2}) => ({y1: y2, n1: n2, y2: y1, n2: n1})));
      expect(back.change).toBeCloseTo(-there.change!, 12);
      if (there.low === null) return;
      expect(there.low).toBeLessThanOrEqual(there.change!);
      expect(there.high!).toBeGreaterThanOrEqual(there.change!);
      expect(back.low).toBeCloseTo(-there.high!, 10);
    })
  );
});

test("refuses more ticked than registered", () => {
  expect(() => pairedChange([{y1: 1, n1: 2, y2: 3, n2: 2}])).toThrow(RangeError);
});
