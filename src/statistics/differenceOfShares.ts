import type {Limits} from "./limits.js";

/** A share, or another estimate, with its limits. */
export interface ShareWithLimits extends Limits {
  share: number;
}

/**
 * Difference between two independent shares, with limits recovered from their own: of binomial shares with Wilson's
 * limits it is Newcombe's interval, and of clustered shares it keeps what their limits know of the participants.
 *
 * G. Y. Zou and A. Donner: Construction of confidence limits about effect measures: a general approach. Stat Med
 * 2008;27:1693-702; R. G. Newcombe, Stat Med 1998;17:873-90, method 10.
 *
 * @returns `a − b` in their unit, with limits of the level that those of `a` and `b` have
 */
export function differenceOfShares(a: ShareWithLimits, b: ShareWithLimits): {difference: number} & Limits {
  const difference = a.share - b.share;
  return {
    difference,
    low: difference - Math.hypot(a.share - a.low, b.high - b.share),
    high: difference + Math.hypot(a.high - a.share, b.share - b.low)
  };
}
