import {requireShareOf} from "./checks.js";
import {differenceOfShares, type ShareWithLimits} from "./differenceOfShares.js";
import type {Limits} from "./limits.js";
import {normalQuantile} from "./normal.js";
import {wilson} from "./wilson.js";

/** How many of how many have an outcome. */
export interface CountOf {
  y: number;
  n: number;
}

/** A difference, and how many people it surely concerns. */
export interface Concerned extends Limits {
  /** First minus second share, 0 to 1 (below 0 where the first is lower), with limits for all that are compared. */
  difference: number;
  /** Of the first group, at least so many have the outcome (or lack it) beyond what the other share would give. */
  people: number;
}

/**
 * Of how many people in a group it is sure that they have an outcome, or lack it, beyond what another group's share
 * would give: the limit of the difference that lies nearest to none, times the size of the group. Of many such
 * differences it holds for all at once, so that also the one chosen since it is the largest is true.
 *
 * Excess count: R. F. Heller, P. McElduff and R. Edwards: Impact of upward social mobility on population mortality:
 * analysis with routine data, BMJ 2002;325:134 (population impact as a difference times a population). Limits: Newcombe
 * (see `differenceOfShares`), each of Wilson's at 1 − 0.05 / compared by Bonferroni's inequality (O. J. Dunn, JASA
 * 1961;56:52-64).
 *
 * @param compared differences that are looked at together
 * @throws RangeError unless 0 ≤ y ≤ n and n > 0 in both
 */
export function surelyConcerned(group: CountOf, other: CountOf, compared = 1): Concerned {
  const z = normalQuantile(1 - 0.025 / compared);
  const [own, rest] = [group, other].map(({y, n}): ShareWithLimits => {
    requireShareOf(y, n);
    return {share: y / n, ...wilson(y, n, z)};
  });
  const difference = differenceOfShares(own!, rest!);
  return {...difference, people: peopleOf(difference, group.n)};
}

/**
 * The same of a difference whose limits are known: how many of so many people lie between none and the nearer limit.
 * @param limits of a difference of shares, 0 to 1
 */
export function peopleOf({low, high}: Limits, n: number): number {
  // 0.29 · 100 is a little less than 29.
  return Math.floor(Number((n * Math.max(0, low, -high)).toFixed(6)));
}
