import {byar} from "./byar.js";
import type {Limits} from "./limits.js";
import {Z95} from "./normal.js";

/**
 * Indirectly standardised ratio: observed events over those expected had each age and sex group the standard's rate.
 *
 * N. E. Breslow and N. E. Day: Statistical Methods in Cancer Research, vol. II, IARC 1987, ch. 2; limits by Byar's on
 * the observed count, the expected one taken as known. For shares that are not small use `standardisedProportion`.
 *
 * @param observed events, at least 0
 * @param expected events at the standard's rates, above 0; see `expectedEvents`
 * @returns ratio and limits: 1 is as the standard
 * @throws RangeError when an argument is outside its range
 */
export function indirectStandardisation(observed: number, expected: number, z: number = Z95): {ratio: number} & Limits {
  if (!(Number.isFinite(expected) && expected > 0))
    throw new RangeError(`The expected count ${expected} must be above 0.`);
  const {low, high} = byar(observed, z);
  return {ratio: observed / expected, low: low / expected, high: high / expected};
}

/** Σ n R: the events a population would have at the standard's rate in each of its groups. */
export function expectedEvents(groups: Iterable<{population: number; standardRate: number}>): number {
  let expected = 0;
  for (const {population, standardRate} of groups) expected += population * standardRate;
  return expected;
}
