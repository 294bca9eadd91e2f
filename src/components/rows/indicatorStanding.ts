import {surelyConcerned, type CountOf} from "../../statistics/surelyConcerned.js";
import {besideCountry, besideRest} from "./standsOut.js";

/** Whether a high or a low share is best, or neither. */
export type Best = "high" | "low" | "none";

export type Standing = "better" | "worse" | "higher" | "lower" | "similar";

const counted = ({y, n}: CountOf) => ({n: y, total: n});

/**
 * How an area stands beside the country when so many indicators are looked at together: a municipality beside the
 * country's share, a region beside the rest of it.
 */
export function indicatorStanding(
  own: CountOf,
  country: CountOf,
  {best, type, compared}: {best: Best; type: "region" | "municipality"; compared: number}
): Standing {
  const side = (type === "region" ? besideRest : besideCountry)(counted(own), counted(country), compared);
  if (!side) return "similar";
  if (best === "none") return side === "above" ? "higher" : "lower";
  return (side === "above") === (best === "high") ? "better" : "worse";
}

/** Where a share has gone since the period before, when so many are looked at together: an arrow and a word. */
export function trendWords(now: CountOf | undefined, before: CountOf | undefined, compared: number): string {
  if (!now || !before) return "";
  const {low, high} = surelyConcerned(now, before, compared);
  return low > 0 ? "↗ steget" : high < 0 ? "↘ faldet" : "→";
}
