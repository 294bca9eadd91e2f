import {requireProportion, requireShareOf} from "./checks.js";
import {Z95, type Limits} from "./limits.js";
import {wilson} from "./wilson.js";

/**
 * A unit's share standardised indirectly to the whole: the common share times observed over expected. Of the two
 * outcomes the rarer one is compared, so that a share of 88 % cannot be standardised to above 100.
 *
 * Indirect standardisation after N. E. Breslow and N. E. Day (IARC 1987, ch. 2), with Wilson's limits of the unit's own
 * share in place of Byar's, since outcomes that many have vary less than a Poisson count; the
 * expected count is taken as known. Cut at 0 and 1.
 *
 * @param y with the outcome
 * @param n in all
 * @param expected how many would have it, had each age and sex group of the unit the whole's share; 0 to n
 * @param common share of the whole, 0 to 1
 * @returns proportions 0 to 1; null where nobody is in the unit or nothing is expected of it
 * @throws RangeError when an argument is outside its range
 */
export function standardisedProportion(
  y: number,
  n: number,
  expected: number,
  common: number,
  z: number = Z95
): ({share: number} & Limits) | null {
  requireShareOf(y, n);
  requireShareOf(Math.min(expected, n), n);
  requireProportion(common);
  if (common > 0.5) {
    const rarer = standardisedProportion(n - y, n, Math.max(0, n - expected), 1 - common, z);
    return rarer && {share: 1 - rarer.share, low: 1 - rarer.high, high: 1 - rarer.low};
  }
  if (n === 0 || expected <= 0) return null;
  const scale = (common * n) / expected;
  const cut = (share: number) => Math.min(1, share * scale);
  const {low, high} = wilson(y, n, z);
  return {share: cut(y / n), low: cut(low), high: cut(high)};
}
