import {requireProportion} from "./checks.js";
import type {Limits} from "./limits.js";

/**
 * Limits within which a unit with `n` registrations falls by chance when its true share is `p`: exact binomial
 * quantiles, interpolated so that they vary smoothly with `n`.
 *
 * D. J. Spiegelhalter: Funnel plots for comparing institutional performance. Stat Med 2005;24:1185-202, appendix A.1.1.
 *
 * @param p the share compared with, proportion 0 to 1
 * @param n registrations of the unit, a whole number of at least 1
 * @param level how much chance the limits hold, such as 0.95 or 0.998
 * @returns limits as proportions 0 to 1. They always hold `p` itself, which the quantiles of one or two registrations
 * around a very small or very large share do not.
 * @throws RangeError when an argument is outside its range
 */
export function binomialLimits(p: number, n: number, level: number = 0.95): Limits {
  if (!(level > 0 && level < 1)) throw new RangeError(`The level ${level} must lie between 0 and 1.`);
  const tail = (1 - level) / 2;
  // The upper limit is the mirror of the complement's lower one only up to the discreteness,
  // so each has its own quantile.
  return {
    low: Math.min(p, interpolatedQuantile(p, n, tail)),
    high: Math.max(p, interpolatedQuantile(p, n, 1 - tail))
  };
}

/**
 * The interpolated quantile (r − a) / n, where r is the binomial quantile and a places
 * `probability` between F(r−1) and F(r).
 */
function interpolatedQuantile(p: number, n: number, probability: number): number {
  requireProportion(p);
  if (!(Number.isInteger(n) && n >= 1))
    throw new RangeError(`The number of registrations ${n} must be a whole number of at least 1.`);
  if (p === 0 || p === 1) return p;
  const logOdds = Math.log(p) - Math.log1p(-p);
  // In logarithms, since (1 − p)^n underflows for large n.
  let logMass = n * Math.log1p(-p);
  let below = 0;
  for (let r = 0; r <= n; r++) {
    const upTo = below + Math.exp(logMass);
    if (upTo >= probability || r === n) {
      const a = (upTo - probability) / (upTo - below);
      return Math.min(1, Math.max(0, (r - a) / n));
    }
    below = upTo;
    logMass += Math.log(n - r) - Math.log(r + 1) + logOdds;
  }
  return 1;
}
