import {requireShareOf} from "./checks.js";
import {Z95, type Limits} from "./limits.js";

/**
 * Wilson's score interval for a proportion.
 *
 * E. B. Wilson: Probable inference, the law of succession, and statistical inference. JASA 1927;22:209-12;
 * recommended in R. G. Newcombe: Two-sided confidence intervals for the single proportion. Stat Med 1998;17:857-72.
 *
 * @param x number ticked; may be fractional when `n` is an effective size
 * @param n number of registrations, above 0; may be an effective size
 * @param z two-sided normal quantile, 95 % by default
 * @returns limits as proportions 0 to 1
 * @throws RangeError unless 0 ≤ x ≤ n and n > 0
 */
export function wilson(x: number, n: number, z: number = Z95): Limits {
  requireShareOf(x, n);
  if (n === 0) throw new RangeError("A proportion of 0 registrations has no interval.");
  const middle = 2 * x + z * z;
  const half = z * Math.sqrt(z * z + 4 * x * (1 - x / n));
  const scale = 2 * (n + z * z);
  // Rounding would otherwise leave limits such as −1e−17 or just beside a share of 0 or 1.
  return {
    low: x === 0 ? 0 : Math.max(0, Math.min(x / n, (middle - half) / scale)),
    high: x === n ? 1 : Math.min(1, Math.max(x / n, (middle + half) / scale))
  };
}
