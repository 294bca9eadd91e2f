import {randomBinomial, randomLcg, randomNormal} from "d3-random";
import fc from "fast-check";
import {expect, test} from "vitest";
import {controlLimits} from "../../src/statistics/funnel.js";
import {overdispersedLimits, overdispersion, winsorisedSquare} from "../../src/statistics/overdispersion.js";

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
  // Of 11 sorted scores, ten 0 and one far out, a tenth is one at each end, pulled in to its neighbour: 0.
  expect(overdispersion(units, 0.5)).toEqual({phi: expect.closeTo(0, 12), tau2: 0});
  expect(overdispersion(units, 0.5, 0)!.phi).toBeGreaterThan(1);
});

/*
from scipy import integrate, stats
def w(k, g):
    d = lambda z, i: z * z * stats.norm.pdf(z) * k * stats.binom.pmf(i - 1, k - 1, stats.norm.cdf(z))
    f = lambda i: integrate.quad(d, -9, 9, (i,))[0]
    return (sum(f(i) for i in range(g + 1, k - g + 1)) + 2 * g * f(g + 1)) / k
print(w(10, 1), w(20, 2), w(40, 4), w(98, 9))
*/
test.each([
  [10, 1, 0.7010272567581977],
  [20, 2, 0.689963176213065],
  [40, 4, 0.6843509516375207],
  [98, 9, 0.704852143711424],
  [98, 0, 1]
])(
  "of %d scores with %d pulled in at each end the squares are expected to be %d, as scipy has it",
  (k, g, expected) => {
    expect(winsorisedSquare(k, g)).toBeCloseTo(expected, 8);
  }
);

const source = randomLcg(5);

/** Means of φ and τ over units of 30 to 3000 whose true shares vary by `tau` on the arcsine scale around 30 %. */
function simulated(k: number, tau: number, runs: number, outliers = 0) {
  let [phi, tau2] = [0, 0];
  const shift = randomNormal.source(source)(0, tau);
  for (let run = 0; run < runs; run++) {
    const units = Array.from({length: k}, (_, i) => {
      const n = Math.round(30 * 100 ** source());
      const angle = Math.asin(Math.sqrt(0.3)) + (tau > 0 ? shift() : 0) + (i < outliers ? 0.5 : 0);
      return {y: randomBinomial.source(source)(n, Math.sin(angle) ** 2)(), n};
    });
    const found = overdispersion(units, 0.3)!;
    phi += found.phi / runs;
    tau2 += found.tau2 / runs;
  }
  return {phi, tau2};
}

test.each([10, 30, 98])("%d units that differ by chance alone: φ is 1 on average, and τ² next to nothing", (k) => {
  const {phi, tau2} = simulated(k, 0, 400);
  expect(phi).toBeGreaterThan(0.95);
  expect(phi).toBeLessThan(1.05);
  expect(Math.sqrt(tau2)).toBeLessThan(0.02);
});

test.each([
  [10, 0.1],
  [98, 0.05],
  [98, 0.1]
])("%d units that differ by τ = %d more than chance, of unequal size: τ² is not biased down", (k, tau) => {
  const {tau2} = simulated(k, tau, 200);
  expect(tau2 / tau ** 2).toBeGreaterThan(0.9);
  expect(tau2 / tau ** 2).toBeLessThan(1.2);
});

test("a few outliers hardly widen the limits they are held against", () => {
  expect(Math.sqrt(simulated(98, 0.05, 100, 4).tau2)).toBeLessThan(0.06);
});

test("limits by hand: sin²(π/4 ± z √(1/4n + τ²))", () => {
  const {low, high} = overdispersedLimits(0.5, 100, 0.01);
  expect(low).toBeCloseTo(Math.sin(Math.PI / 4 - 1.959964 * Math.sqrt(0.0125)) ** 2, 6);
  expect(high).toBeCloseTo(Math.sin(Math.PI / 4 + 1.959964 * Math.sqrt(0.0125)) ** 2, 6);
});

test("limits hold those of chance, stay inside 0 to 1 and widen with τ²", () => {
  const share = fc.double({min: 0, max: 1, noNaN: true});
  fc.assert(
    fc.property(share, fc.integer({min: 1, max: 9999}), fc.double({min: 0, max: 1, noNaN: true}), (p, n, tau2) => {
      const [chance, inner, outer] = [
        controlLimits(p, n),
        overdispersedLimits(p, n, 0),
        overdispersedLimits(p, n, tau2)
      ];
      expect(outer.low <= inner.low && inner.low <= chance.low).toBe(true);
      expect(chance.high <= inner.high && inner.high <= outer.high && outer.high <= 1 && outer.low >= 0).toBe(true);
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
