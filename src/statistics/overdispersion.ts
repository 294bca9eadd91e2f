import {mean, quantileSorted, sum} from "d3-array";
import {requireProportion, requireShareOf} from "./checks.js";
import type {Cluster} from "./clusteredProportion.js";
import {Z95, type Limits} from "./limits.js";

export interface Overdispersion {
  /** Mean of the squared, winsorised z scores: about 1 when units differ by chance alone. */
  phi: number;
  /** Variance between units beyond chance, on the arcsine scale; 0 when there is none to be seen. */
  tau2: number;
}

/**
 * How much more than chance units differ around a common share, units at either end pulled in
 * first so that the outliers looked for do not hide themselves.
 *
 * D. J. Spiegelhalter: Handling over-dispersion of performance indicators. Qual Saf Health Care 2005;14:347-51;
 * D. Spiegelhalter et al., JRSS A 2012;175:1-47. On the scale arcsin √p, with standard error 1 / (2 √n);
 * τ² by the method of moments (DerSimonian and Laird).
 *
 * @param units `y` with the outcome of `n`; empty units are passed over
 * @param common the share compared with, proportion 0 to 1
 * @param winsorised share of units pulled in at each end, 10 % by default
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
  const scores = used.map((u) => (arcsine(u.y / u.n) - arcsine(common)) * 2 * Math.sqrt(u.n));
  const sorted = scores.toSorted((a, b) => a - b);
  const [lowest, highest] = [quantileSorted(sorted, winsorised)!, quantileSorted(sorted, 1 - winsorised)!];
  const phi = mean(scores, (z) => Math.min(highest, Math.max(lowest, z)) ** 2)!;
  const weights = used.map((u) => 4 * u.n);
  const spread = sum(weights) - sum(weights, (w) => w * w) / sum(weights);
  return {phi, tau2: Math.max(0, (k * phi - (k - 1)) / spread)};
}

/**
 * Control limits of a unit of size `n` when units truly differ by τ² on the arcsine scale; with τ² = 0 by chance alone.
 */
export function overdispersedLimits(common: number, n: number, tau2: number, z: number = Z95): Limits {
  requireProportion(common);
  if (!(n > 0 && tau2 >= 0)) throw new RangeError(`The size ${n} must be above 0, and τ² = ${tau2} at least 0.`);
  const half = z * Math.sqrt(1 / (4 * n) + tau2);
  const back = (angle: number) => Math.sin(Math.min(Math.PI / 2, Math.max(0, angle))) ** 2;
  return {low: back(arcsine(common) - half), high: back(arcsine(common) + half)};
}

function arcsine(share: number): number {
  return Math.asin(Math.sqrt(share));
}
