import fc from "fast-check";
import {expect, test} from "vitest";
import {overdispersedLimits, overdispersion} from "../../src/statistics/overdispersion.js";

test("two units by hand, without winsorising", () => {
  // arcsin √.75 = π/3 and arcsin √.25 = π/6 around arcsin √.5 = π/4: z = ±(π/12) 2 √100, Σw = 800, Σw − Σw²/Σw = 400.
  const z2 = ((Math.PI / 12) * 20) ** 2;
  const {phi, tau2} = overdispersion(
    [
      {y: 75, n: 100},
      {y: 25, n: 100}
    ],
    0.5,
    0
  )!;
  expect(phi).toBeCloseTo(z2, 10);
  expect(tau2).toBeCloseTo((2 * z2 - 1) / 400, 10);
});

test("winsorising pulls the outer tenth in to the quantile", () => {
  const units = [...Array.from({length: 10}, () => ({y: 50, n: 100})), {y: 100, n: 100}];
  // Of 11 sorted scores, ten 0 and one far out, the 90 % quantile is the tenth: 0.
  expect(overdispersion(units, 0.5)).toEqual({phi: expect.closeTo(0, 12), tau2: 0});
  expect(overdispersion(units, 0.5, 0)!.phi).toBeGreaterThan(1);
});

test("limits by hand: sin²(π/4 ± z √(1/4n + τ²))", () => {
  const {low, high} = overdispersedLimits(0.5, 100, 0.01, 2);
  expect(low).toBeCloseTo(Math.sin(Math.PI / 4 - 2 * Math.sqrt(0.0125)) ** 2, 12);
  expect(high).toBeCloseTo(Math.sin(Math.PI / 4 + 2 * Math.sqrt(0.0125)) ** 2, 12);
});

test("limits hold the share, stay inside 0 to 1 and widen with τ²", () => {
  const share = fc.double({min: 0, max: 1, noNaN: true});
  fc.assert(
    fc.property(share, fc.integer({min: 1, max: 9999}), fc.double({min: 0, max: 1, noNaN: true}), (p, n, tau2) => {
      const [inner, outer] = [overdispersedLimits(p, n, 0), overdispersedLimits(p, n, tau2)];
      expect(outer.low <= inner.low + 1e-12 && inner.low <= p + 1e-12).toBe(true);
      expect(p <= inner.high + 1e-12 && inner.high <= outer.high + 1e-12 && outer.high <= 1 && outer.low >= 0).toBe(
        true
      );
    })
  );
});

test("a single unit has no dispersion", () => {
  expect(
    overdispersion(
      [
        {y: 1, n: 2},
        {y: 0, n: 0}
      ],
      0.5
    )
  ).toBeNull();
  expect(() => overdispersion([{y: 3, n: 2}], 0.5)).toThrow(RangeError);
  expect(() => overdispersedLimits(0.5, 0, 0)).toThrow(RangeError);
});
