import {controlLimits} from "../../statistics/funnel.js";
import {widened, widening} from "../../statistics/simultaneous.js";
import {wilson} from "../../statistics/wilson.js";
import {differenceOf, isSure} from "./largestDifference.js";

/** How many of how many have something; null where one is hidden. */
export interface Counted {
  n: number | null;
  total: number | null;
}

export type Side = "above" | "below";

/**
 * On which side of the country's share an area lies by more than chance, when so many areas are looked at together:
 * exact binomial tails around the country's share. For areas that are small beside the country they are part of.
 */
export function besideCountry({n, total}: Counted, country: Counted, compared = 1): Side | undefined {
  if (n === null || !total || country.n === null || !country.total) return undefined;
  const {low, high} = controlLimits(country.n / country.total, total, 1 - 0.05 / compared);
  return sideOf(n / total, {low, high});
}

/**
 * The same of a large part of the country, such as a region, against the rest of it (Newcombe's limits of the
 * difference of two independent shares).
 */
export function besideRest(area: Counted, country: Counted, compared = 1): Side | undefined {
  const [own, rest] = besideEachOther(area, country) ?? [];
  if (!own || !rest) return undefined;
  const difference = differenceOf(own, rest, (estimate) => estimate, compared);
  if (!isSure(difference)) return undefined;
  return difference.high === own ? "above" : "below";
}

/**
 * An area's share and that of the rest of the country, in percent with Wilson's limits; undefined where one is hidden.
 */
export function besideEachOther(area: Counted, country: Counted): [own: Share, rest: Share] | undefined {
  if (area.n === null || area.total === null || country.n === null || country.total === null) return undefined;
  const others = {n: country.n - area.n, total: country.total - area.total};
  return area.total > 0 && others.total > 0
    ? [shareOf(area.n, area.total), shareOf(others.n, others.total)]
    : undefined;
}

type Share = Record<"value" | "low" | "high", number>;

function shareOf(n: number, total: number): Share {
  const {low, high} = wilson(n, total);
  return {value: (100 * n) / total, low: 100 * low, high: 100 * high};
}

/** On which side of a share known by itself an estimate with 95 % limits lies, when so many are looked at together. */
export function besideShare(
  {percent, low, high}: {percent: number | null; low: number | null; high: number | null},
  share: number,
  compared = 1
): Side | undefined {
  if (percent === null || low === null || high === null) return undefined;
  const limits = widened(percent, {low, high}, widening(compared));
  return limits.low > share ? "above" : limits.high < share ? "below" : undefined;
}

function sideOf(share: number, {low, high}: {low: number; high: number}): Side | undefined {
  return share > high ? "above" : share < low ? "below" : undefined;
}
