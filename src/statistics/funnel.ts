import {binomialLimits} from "./binomial.js";
import {requireProportion} from "./checks.js";
import {Z95, Z998, type Limits} from "./limits.js";

/** How much chance the two pairs of control limits hold. */
export type ControlLevel = 0.95 | 0.998;

/**
 * Above this variance n p (1 − p) the normal limits and the exact ones differ by less than a twentieth of their width.
 */
const largest = 400;

/**
 * Control limits of a funnel plot from the normal distribution, cut at 0 and 1.
 *
 * D. J. Spiegelhalter: Funnel plots for comparing institutional performance. Stat Med 2005;24:1185-202:
 * p ∓ z √(p (1 − p) / n).
 *
 * @param p the share compared with, proportion 0 to 1
 * @param n size of the unit, above 0
 * @throws RangeError when an argument is outside its range
 */
export function normalControlLimits(p: number, n: number, level: ControlLevel = 0.95): Limits {
  requireProportion(p);
  if (!(n > 0)) throw new RangeError(`The size ${n} must be above 0.`);
  const half = (level === 0.95 ? Z95 : Z998) * Math.sqrt((p * (1 - p)) / n);
  return {low: Math.max(0, p - half), high: Math.min(1, p + half)};
}

/**
 * Control limits of a funnel plot: exact binomial ones where the normal would mislead (small units, shares near 0 or 1:
 * around 88 % with n = 100 they flag too many low units), else the normal.
 *
 * @param p the share compared with, proportion 0 to 1
 * @param n size of the unit, a whole number of at least 1
 * @throws RangeError when an argument is outside its range
 */
export function controlLimits(p: number, n: number, level: ControlLevel = 0.95): Limits {
  return n * p * (1 - p) > largest ? normalControlLimits(p, n, level) : binomialLimits(p, n, level);
}
