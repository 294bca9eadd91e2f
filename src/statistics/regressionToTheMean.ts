import {requireProportion} from "./checks.js";

/**
 * Where a unit's share is expected when it is measured again and nothing has changed: the further from the common
 * share, and the fewer it rests on, the more of the distance was chance and is not found again.
 *
 * A. G. Barnett, J. C. van der Pols and A. J. Dobson: Regression to the mean: what it is and how to deal with it. Int J
 * Epidemiol 2005;34:215-20; the part kept is that of B. Efron and C. Morris (JASA 1975;70:311-9) for a binomial share.
 *
 * @param share of the unit, 0 to 1
 * @param n the unit's size
 * @param common share of all, 0 to 1
 * @param between standard deviation of the units' true shares, 0 to 1
 * @returns 0 to 1
 * @throws RangeError when a share is outside its range, or nobody is in the unit
 */
export function expectedAgain(share: number, n: number, common: number, between: number): number {
  requireProportion(share);
  requireProportion(common);
  if (!(n >= 1 && between >= 0))
    throw new RangeError(`A unit of ${n} with a spread of ${between} has no expected share.`);
  const chance = (common * (1 - common)) / n;
  if (between === 0) return common;
  return common + (between ** 2 / (between ** 2 + chance)) * (share - common);
}
