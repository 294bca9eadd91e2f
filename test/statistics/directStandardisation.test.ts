import fc from "fast-check";
import {expect, test} from "vitest";
import {directStandardisation, type Stratum} from "../../src/statistics/directStandardisation.js";
import {Z998} from "../../src/statistics/normal.js";

const standard = [
  5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000
];
const population = [636, 558, 609, 543, 384, 594, 669, 843, 660, 576, 606, 522, 426, 273, 300, 288, 153, 123, 207];

function strata(events: number[]): Stratum[] {
  return events.map((e, i) => ({events: e, population: population[i]!, weight: standard[i]!}));
}

test.each([
  [[127, 25, 18, 21, 12, 27, 48, 27, 29, 32, 32, 34, 45, 65, 38, 68, 74, 82, 91], 10430.248, 9717.709, 11178.941],
  [[12, 4, 3, 2, 3, 4, 8, 2, 2, 3, 4, 5, 6, 8, 5, 6, 5, 5, 4], 1103.212, 877.456, 1367.088]
])("European standard population 2013, from PHEindicatormethods", (events, rate, low, high) => {
  const result = directStandardisation(strata(events))!;
  expect(100_000 * result.rate).toBeCloseTo(rate, 2);
  expect(100_000 * result.low).toBeCloseTo(low, 2);
  expect(100_000 * result.high).toBeCloseTo(high, 2);
});

test("its 99.8 % limits", () => {
  const events = [127, 25, 18, 21, 12, 27, 48, 27, 29, 32, 32, 34, 45, 65, 38, 68, 74, 82, 91];
  const {low, high} = directStandardisation(strata(events), Z998)!;
  expect(100_000 * low).toBeCloseTo(9323.288, 1);
  expect(100_000 * high).toBeCloseTo(11620.596, 1);
});

const stratum = fc.record({
  events: fc.nat(50),
  population: fc.integer({min: 50, max: 9000}),
  weight: fc.integer({min: 1, max: 99})
});

test("lies between the groups' rates and inside its limits; weights count only by their proportion", () => {
  fc.assert(
    fc.property(fc.array(stratum, {minLength: 1, maxLength: 20}), (groups) => {
      const result = directStandardisation(groups);
      if (result === null) {
        expect(groups.every((g) => g.events === 0)).toBe(true);
        return;
      }
      const rates = groups.map((g) => g.events / g.population);
      expect(result.rate).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-12);
      expect(result.rate).toBeLessThanOrEqual(Math.max(...rates) + 1e-12);
      expect(result.low <= result.rate && result.rate <= result.high).toBe(true);
      expect(directStandardisation(groups.map((g) => ({...g, weight: 7 * g.weight})))!.rate).toBeCloseTo(
        result.rate,
        12
      );
    })
  );
});

test("nothing to tell where nobody lives, and nothing at all without weights", () => {
  expect(
    directStandardisation([
      {events: 0, population: 0, weight: 1},
      {events: 4, population: 9, weight: 1}
    ])
  ).toBeNull();
  expect(() => directStandardisation([{events: 1, population: 9, weight: 0}])).toThrow(RangeError);
  expect(() => directStandardisation([{events: -1, population: 9, weight: 1}])).toThrow(RangeError);
});
