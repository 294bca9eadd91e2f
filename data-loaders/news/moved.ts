import {surelyDifferent} from "../../src/statistics/surelyDifferent.js";
import type {Row} from "../engine/session.js";

/** A published row of `indicator_values`; its numbers are null where they are hidden. */
export interface Share extends Row {
  indicator_id: string;
  period: string;
  area_type: string;
  area_id: string;
  numerator: number | null;
  denominator: number | null;
  control_low_998: number | null;
  control_high_998: number | null;
}

/** A share that is published in full. */
export type Shown = Share & {numerator: number; denominator: number};

/** The same share in two releases, each in its newest period. */
export interface Moved {
  then: Shown;
  now: Shown;
  /** Now minus then, with limits that hold for all that are compared together; 0 to 1. */
  difference: number;
  low: number;
  high: number;
}

export function isShown(share: Share | undefined): share is Shown {
  return share !== undefined && share.numerator !== null && share.denominator !== null && share.denominator > 0;
}

/**
 * Shares that are surely other than they were, by `surelyDifferent` for all areas together (of the same period: as if
 * its patients were others, which makes fewer differences sure). What either release does not show is not compared.
 * @param then every area of one kind, in the newest period of each indicator
 */
export function surelyMoved(then: readonly Share[], now: readonly Share[]): Moved[] {
  const before = new Map(then.map((share) => [nameOf(share), share]));
  const compared = now.flatMap((today) => {
    const earlier = before.get(nameOf(today));
    return isShown(today) && isShown(earlier) ? [{then: earlier, now: today}] : [];
  });
  return compared.flatMap((pair) => {
    const limits = surelyDifferent(countOf(pair.now), countOf(pair.then), compared.length);
    return limits.low > 0 || limits.high < 0 ? [{...pair, ...limits}] : [];
  });
}

/** Each indicator's shares in the newest period in which the country's is published. */
export function newestShares(shares: readonly Share[], periods: readonly string[]): Share[] {
  const newest = new Map<string, string>();
  for (const period of periods)
    for (const share of shares)
      if (share.period === period && share.area_type === "country" && isShown(share))
        newest.set(share.indicator_id, period);
  return shares.filter((share) => share.period === newest.get(share.indicator_id));
}

/** A limit that a share lies below, between or above. */
export interface Crossed {
  limit: "control" | "target";
  from: -1 | 0 | 1;
  to: -1 | 0 | 1;
}

/** The limits that a share has crossed: those of chance around the country's share (99.8 %), and the target. */
export function crossed({then, now}: Moved, target: number | undefined): Crossed[] {
  const sides = [
    {limit: "control" as const, from: besideChance(then), to: besideChance(now)},
    ...(target === undefined
      ? []
      : [{limit: "target" as const, from: besideTarget(then, target), to: besideTarget(now, target)}])
  ];
  return sides.flatMap(({limit, from, to}) =>
    from === undefined || to === undefined || from === to ? [] : [{limit, from, to}]
  );
}

export const percentOf = ({numerator, denominator}: Shown) => (100 * numerator) / denominator;

function besideChance(share: Shown): -1 | 0 | 1 | undefined {
  const {control_low_998: low, control_high_998: high} = share;
  if (low === null || high === null) return undefined;
  return percentOf(share) > high ? 1 : percentOf(share) < low ? -1 : 0;
}

/** Reached is reached, so that only below and not below are told apart. */
function besideTarget(share: Shown, target: number): -1 | 1 {
  return percentOf(share) < target ? -1 : 1;
}

function countOf({numerator, denominator}: Shown): {y: number; n: number} {
  return {y: numerator, n: denominator};
}

function nameOf({indicator_id, area_type, area_id}: Share): string {
  return `${indicator_id} ${area_type} ${area_id}`;
}
