import {mean, range, sum} from "d3-array";
import {requireProportion, requireShareOf} from "./checks.js";
import type {Cluster} from "./clusteredProportion.js";
import {controlLimits, type ControlLevel} from "./funnel.js";
import {incompleteBeta} from "./incompleteBeta.js";
import {Z95, Z998, type Limits} from "./limits.js";
import {normalProbability} from "./normal.js";
import {root} from "./root.js";

export interface Overdispersion {
  /** Mean of the squared, winsorised z scores over what it is by chance: about 1 when units differ by chance alone. */
  phi: number;
  /** Variance between units beyond chance, on the arcsine scale; 0 when there is none to be seen. */
  tau2: number;
}

/**
 * How much more than chance units differ around a common share, units at either end pulled in first so that the
 * outliers looked for do not hide themselves.
 *
 * D. J. Spiegelhalter: Handling over-dispersion of performance indicators. Qual Saf Health Care 2005;14:347-51;
 * D. Spiegelhalter et al., JRSS A 2012;175:1-47. On the scale arcsin √p, with standard error 1 / (2 √n). Winsorising
 * makes squared scores smaller also where chance alone is at work: their mean is about .7 with a tenth pulled in at
 * each end, not 1. They are therefore held against their expectation (`winsorisedSquare`), and τ² is where scores with
 * the variance 1 / (4 n) + τ² have the mean (k − 1) / k of it (R. C. Paule and J. Mandel, J Res NBS 1982;87:377-85), so
 * that units of unequal size do not bias it either.
 *
 * @param units `y` with the outcome of `n`; empty units are passed over
 * @param common the share compared with, proportion 0 to 1
 * @param winsorised share of units pulled in at each end, 10 % by default, in whole units
 * @returns null with fewer than two units
 * @throws RangeError when a unit has more with the outcome than in all
 */
export function overdispersion(units: Iterable<Cluster>, common: number, winsorised = 0.1): Overdispersion | null {
  requireProportion(common);
  const used: Cluster[] = [];
  for (const unit of units) {
    requireShareOf(unit.y, unit.n);
    if (unit.n > 0) used.push(unit);
  }
  const k = used.length;
  if (k < 2) return null;
  const pulled = Math.floor(winsorised * k);
  const expected = winsorisedSquare(k, pulled);
  const phi = (tau2: number) => {
    const scores = used.map((u) => (arcsine(u.y / u.n) - arcsine(common)) / Math.sqrt(1 / (4 * u.n) + tau2));
    const sorted = scores.sort((a, b) => a - b);
    const [lowest, highest] = [sorted[pulled]!, sorted[k - 1 - pulled]!];
    return mean(sorted, (z) => Math.min(highest, Math.max(lowest, z)) ** 2)! / expected;
  };
  const excess = (tau2: number) => phi(tau2) - (k - 1) / k;
  // Two angles are at most π/2 apart, which bounds the squares.
  const most = (Math.PI ** 2 / 4) * (k / (k - 1) / expected);
  return {phi: phi(0), tau2: excess(0) <= 0 ? 0 : root(excess, 0, most)};
}

/**
 * Mean of the squares of `k` independent standard normal scores, the outer `pulled` at each end pulled in to the next:
 * the integral of z² φ(z) (P(g ≤ B ≤ k − 1 − g) + 2 g P(B = g)), B of k − 1 others being below z (H. A. David and H. N.
 * Nagaraja: Order Statistics, 3rd ed. 2003, ch. 2).
 */
export function winsorisedSquare(k: number, pulled: number): number {
  if (pulled === 0) return 1;
  const step = 0.05;
  const atLeast = (count: number, below: number) => incompleteBeta(below, count, k - count);
  return sum(range(step / 2, 8, step), (z) => {
    const below = normalProbability(z);
    const middle = atLeast(pulled, below) - atLeast(k - pulled, below);
    // Of both ends, since z stands for −z too.
    const ends = [below, 1 - below].map((p) => atLeast(pulled, p) - atLeast(pulled + 1, p));
    return (2 * z * z * Math.exp((-z * z) / 2) * step * (middle + pulled * sum(ends))) / Math.sqrt(2 * Math.PI);
  });
}

/**
 * Control limits of a unit of size `n` when units truly differ by τ² on the arcsine scale, and never narrower than
 * those of chance alone.
 *
 * @param n a whole number of at least 1
 * @throws RangeError when an argument is outside its range
 */
export function overdispersedLimits(common: number, n: number, tau2: number, level: ControlLevel = 0.95): Limits {
  if (!(tau2 >= 0)) throw new RangeError(`τ² = ${tau2} must be at least 0.`);
  const chance = controlLimits(common, n, level);
  const half = (level === 0.95 ? Z95 : Z998) * Math.sqrt(1 / (4 * n) + tau2);
  const back = (angle: number) => Math.sin(Math.min(Math.PI / 2, Math.max(0, angle))) ** 2;
  return {
    low: Math.min(chance.low, back(arcsine(common) - half)),
    high: Math.max(chance.high, back(arcsine(common) + half))
  };
}

function arcsine(share: number): number {
  return Math.asin(Math.sqrt(share));
}
