import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {outsideOf, type ComparedArea} from "../../../src/components/rows/outside.js";
import {controlLimits} from "../../../src/statistics/funnel.js";
import {overdispersedLimits, overdispersion} from "../../../src/statistics/overdispersion.js";

/** An area of which so many of `n` have the outcome, with its limits around 20 %. */
function area(area_id: string, y: number, n = 1000): ComparedArea {
  const [inner, outer] = [controlLimits(0.2, n), controlLimits(0.2, n, 0.998)];
  return {
    area_id,
    numerator: y,
    denominator: n,
    percent: (100 * y) / n,
    control_low_95: 100 * inner.low,
    control_high_95: 100 * inner.high,
    control_low_998: 100 * outer.low,
    control_high_998: 100 * outer.high
  };
}

const hidden: ComparedArea = {
  area_id: "skjult",
  numerator: null,
  denominator: null,
  percent: null,
  control_low_95: null,
  control_high_95: null,
  control_low_998: null,
  control_high_998: null
};
const nothing = {compared: [], outside95: [], outside998: [], outsideWidened: [], phi: null, tau2: 0};
const alike = Array.from({length: 20}, (_, i) => area(`ens ${i}`, 200));

describe("which areas lie outside which limits", () => {
  // 1000 patients at 20 %: standard error 1.265 points, so 17.5 to 22.5 at 95 % and 16.1 to 23.9 at 99.8 %.
  test("among areas that are alike, the few that are not; what is hidden is not compared", () => {
    const found = outsideOf([...alike, area("lidt", 230), area("meget", 150), hidden], 20);
    expect(found.compared).toHaveLength(22);
    expect(found.outside95).toEqual(["lidt", "meget"]);
    expect(found.outside998).toEqual(["meget"]);
    // Two of 22 are pulled in before the variance is measured.
    expect(found.tau2).toBe(0);
    expect(found.outsideWidened).toEqual(["lidt", "meget"]);
  });

  test("where all areas vary more than by chance, only those far off lie outside the widened limits", () => {
    const varied = Array.from({length: 20}, (_, i) => area(`område ${i}`, 150 + 5 * i));
    const found = outsideOf([...varied, area("langt fra", 400)], 20);
    expect(found.outside95.length).toBeGreaterThan(8);
    expect(found.outsideWidened).toEqual(["langt fra"]);
    expect(found.tau2).toBeGreaterThan(0);
    const units = [...varied, area("langt fra", 400)].map((row) => ({y: row.numerator!, n: row.denominator!}));
    expect(found).toMatchObject(overdispersion(units, 0.2)!);
  });

  test("nothing without the country's share or without areas, and no variance between one area", () => {
    expect(outsideOf(alike, null)).toEqual(nothing);
    expect(outsideOf([hidden], 20)).toEqual(nothing);
    expect(outsideOf([area("alene", 300)], 20)).toMatchObject({outside998: ["alene"], phi: null, tau2: 0});
  });

  test("whoever is outside the wider limits is outside the narrower", () => {
    const sizes = fc.record({n: fc.integer({min: 1, max: 3000}), part: fc.double({min: 0, max: 1, noNaN: true})});
    fc.assert(
      fc.property(fc.array(sizes, {maxLength: 12}), (units) => {
        const rows = units.map(({n, part}, i) => area(String(i), Math.round(part * n), n));
        const {compared, outside95, outside998, outsideWidened} = outsideOf(rows, 20);
        expect(compared).toEqual(expect.arrayContaining(outside95));
        expect(outside95).toEqual(expect.arrayContaining(outside998));
        expect(outside95).toEqual(expect.arrayContaining(outsideWidened));
      })
    );
  });
});

test("widened limits hold variance and chance, and are never narrower than those of chance alone", () => {
  // Python: a, h = asin(sqrt(.138)), 1.959963984540054 * sqrt(1 / 20000 + .0002); sin(a - h)**2, sin(a + h)**2
  const {low, high} = overdispersedLimits(0.138, 5000, 0.0002);
  expect(low).toBeCloseTo(0.11733203540354385, 12);
  expect(high).toBeCloseTo(0.16005812758290233, 12);
  for (const [share, n] of [
    [0.138, 30],
    [0.02, 100],
    [0.98, 7]
  ] as const) {
    const [chance, widened] = [controlLimits(share, n), overdispersedLimits(share, n, 1e-6)];
    expect(widened.low).toBeLessThanOrEqual(chance.low);
    expect(widened.high).toBeGreaterThanOrEqual(chance.high);
  }
});
