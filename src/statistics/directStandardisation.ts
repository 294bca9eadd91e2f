import {sum} from "d3-array";
import {byar} from "./byar.js";
import type {Limits} from "./limits.js";
import {Z95} from "./normal.js";

/** One age and sex group: its events, the people they came from, and its weight in the standard population. */
export interface Stratum {
  events: number;
  population: number;
  weight: number;
}

/**
 * Directly standardised rate: what the rate would be had the population the standard's ages and sexes.
 *
 * A. J. Dobson et al.: Confidence intervals for weighted sums of Poisson parameters. Stat Med 1991;10:457-62:
 * Σ w r / Σ w, with limits from Byar's around the crude count. Too few events (below 10 at Public Health England)
 * make it unstable: then prefer indirect standardisation.
 *
 * @returns rate and limits on the scale of events / population; null without events or with
 * an empty stratum that has a weight
 * @throws RangeError when a count, population or weight is negative, or no weight is above 0
 */
export function directStandardisation(strata: Iterable<Stratum>, z: number = Z95): ({rate: number} & Limits) | null {
  const used: Stratum[] = [];
  for (const stratum of strata) {
    const {events, population, weight} = stratum;
    if (!(events >= 0 && population >= 0 && weight >= 0))
      throw new RangeError("Events, population and weight must be at least 0.");
    if (weight > 0) used.push(stratum);
  }
  const weights = sum(used, (s) => s.weight);
  if (!(weights > 0)) throw new RangeError("No stratum has a weight.");
  const events = sum(used, (s) => s.events);
  if (events === 0 || used.some((s) => s.population === 0)) return null;
  const rate = sum(used, (s) => (s.weight * s.events) / s.population) / weights;
  const variance = sum(used, (s) => (s.weight ** 2 * s.events) / s.population ** 2) / weights ** 2;
  const scale = Math.sqrt(variance / events);
  const {low, high} = byar(events, z);
  return {rate, low: Math.max(0, rate + scale * (low - events)), high: rate + scale * (high - events)};
}
