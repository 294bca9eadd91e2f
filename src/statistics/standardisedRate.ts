import {byar} from "./byar.js";
import type {Limits} from "./limits.js";

/**
 * A unit's rate standardised indirectly to the whole: the common rate times observed over expected, with Byar's limits
 * of the observed count; the expected count is taken as known.
 *
 * N. E. Breslow and N. E. Day: Statistical Methods in Cancer Research, vol. II, IARC 1987, ch. 2, p. 65-71.
 *
 * @param count observed events of the unit, at least 0
 * @param expected how many there would be, had each age and sex group of the unit the whole's rate
 * @param common rate of the whole, at least 0, in the unit that the result is wanted in, such as per 100,000
 * @returns in the unit of `common`; null where nothing is expected of the unit
 * @throws RangeError when an argument is negative or not a number
 */
export function standardisedRate(count: number, expected: number, common: number): ({rate: number} & Limits) | null {
  if (!(Number.isFinite(expected) && expected >= 0 && Number.isFinite(common) && common >= 0))
    throw new RangeError(`The expected count ${expected} and the common rate ${common} must be finite and at least 0.`);
  const {low, high} = byar(count);
  if (expected === 0) return null;
  const scaled = (events: number) => (common * events) / expected;
  return {rate: scaled(count), low: scaled(low), high: scaled(high)};
}
