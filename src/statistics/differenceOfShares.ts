import type {Limits} from "./limits.js";
import {normalQuantile} from "./normal.js";
import {tQuantile} from "./studentT.js";

/** A share with its limits, proportions 0 to 1. */
export interface ShareWithLimits extends Limits {
  share: number;
}

/**
 * Difference between two independent shares, with limits recovered from their own: of binomial shares with Wilson's limits
 * it is Newcombe's interval, and of clustered shares it keeps what their limits know of the participants.
 *
 * G. Y. Zou and A. Donner: Construction of confidence limits about effect measures: a general approach. Stat Med
 * 2008;27:1693-702; R. G. Newcombe, Stat Med 1998;17:873-90, method 10.
 *
 * @param widen factor on the arms, such as `bonferroni` gives
 * @returns `a − b`, −1 to 1, with limits of the level that those of `a` and `b` have
 */
export function differenceOfShares(
  a: ShareWithLimits,
  b: ShareWithLimits,
  {widen = 1}: {widen?: number} = {}
): {difference: number} & Limits {
  const difference = a.share - b.share;
  const below = widen * Math.hypot(a.share - a.low, b.high - b.share);
  const above = widen * Math.hypot(a.high - a.share, b.share - b.low);
  return {difference, low: Math.max(-1, difference - below), high: Math.min(1, difference + above)};
}

/**
 * How much wider the arms of 95 % limits must be to hold for all of several comparisons at once: the ratio of two
 * quantiles, the outer one at a tail of 2.5 % divided by the number of comparisons.
 *
 * O. J. Dunn: Multiple comparisons among means. JASA 1961;56:52-64 (the inequality of C. E. Bonferroni).
 *
 * @param comparisons how many, at least 1
 * @param df degrees of freedom of the limits: of clustered shares the participants less one, of two shares the smaller
 * number; normal quantiles without it
 */
export function bonferroni(comparisons: number, df?: number): number {
  const quantile = (probability: number) =>
    df === undefined ? normalQuantile(probability) : tQuantile(probability, df);
  return quantile(1 - 0.025 / comparisons) / quantile(0.975);
}
