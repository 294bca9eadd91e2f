import {requireShareOf} from "./checks.js";
import {betaQuantile} from "./incompleteBeta.js";
import type {Limits} from "./limits.js";

/**
 * Exact interval for a proportion: quantiles of the beta distribution, which are the binomial tails turned round.
 *
 * C. J. Clopper and E. S. Pearson: The use of confidence or fiducial limits illustrated in the case of the binomial.
 * Biometrika 1934;26:404-13. Never narrower than its level; `wilson` is nearer to it on average.
 *
 * @param x number with the outcome; a fraction where `n` is an effective number
 * @param n number in all, above 0; may be an effective number
 * @param level how sure the limits are, such as 0.95
 * @returns limits as proportions 0 to 1
 * @throws RangeError unless 0 ≤ x ≤ n, n > 0 and 0 < level < 1
 */
export function clopperPearson(x: number, n: number, level: number = 0.95): Limits {
  requireShareOf(x, n);
  if (n === 0) throw new RangeError("A proportion of 0 has no interval.");
  if (!(level > 0 && level < 1)) throw new RangeError(`The level ${level} must lie between 0 and 1.`);
  const tail = (1 - level) / 2;
  return {
    low: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    high: x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x)
  };
}
