import {controlLimits} from "../../statistics/funnel.js";
import {differenceOfShares} from "../../statistics/differenceOfShares.js";
import {widened, widening} from "../../statistics/simultaneous.js";
import {wilson} from "../../statistics/wilson.js";

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
  const limits = differenceFromRest(area, country, compared)?.limits;
  return limits && sideOf(0, {low: -limits.high, high: -limits.low});
}

/** By how much an area's share lies above that of the rest of the country, in percentage points, with limits. */
export function differenceFromRest(area: Counted, country: Counted, compared = 1) {
  const rest = restOf(area, country);
  if (!rest || area.n === null || !area.total || !rest.total) return undefined;
  const [own, others] = [
    {n: area.n, total: area.total},
    {n: rest.n!, total: rest.total}
  ].map(({n, total}) => {
    const share = (100 * n) / total;
    const {low, high} = wilson(n, total);
    return {share, ...widened(share, {low: 100 * low, high: 100 * high}, widening(compared))};
  });
  return {by: own!.share - others!.share, rest: others!, limits: differenceOfShares(own!, others!)};
}

/** The country without an area that is part of it; undefined where a number is hidden. */
export function restOf(area: Counted, country: Counted): Counted | undefined {
  if (area.n === null || area.total === null || country.n === null || country.total === null) return undefined;
  return {n: country.n - area.n, total: country.total - area.total};
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
