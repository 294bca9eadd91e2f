import {clopperPearson} from "./clopperPearson.js";
import {differenceOfShares} from "./differenceOfShares.js";
import type {Limits} from "./limits.js";
import type {CountOf} from "./surelyConcerned.js";

/** How seldom anything is called different where nothing is: once in a thousand times that all are looked at. */
export const untrueAtMost = 0.001;

/**
 * The difference between the shares of two groups, with limits that hold for all differences looked at together: where
 * none of them is truly there, one of their limits excludes none at most `untrueAtMost` of the times.
 *
 * Limits: G. Y. Zou and A. Donner (see `differenceOfShares`) of each share's exact limits (Clopper and Pearson, see
 * `clopperPearson`), at 1 − `untrueAtMost` / compared by Bonferroni's inequality (O. J. Dunn, JASA 1961;56:52-64).
 * Exact, as Wilson's limits are too narrow so far out in the tails where few have the outcome.
 *
 * @param compared differences looked at together, at least 1
 * @returns first minus second share, 0 to 1
 * @throws RangeError unless 0 ≤ y ≤ n and n > 0 in both
 */
export function surelyDifferent(group: CountOf, other: CountOf, compared: number): {difference: number} & Limits {
  const [own, rest] = [group, other].map(({y, n}) => ({
    share: y / n,
    ...clopperPearson(y, n, 1 - untrueAtMost / compared)
  }));
  return differenceOfShares(own!, rest!);
}
