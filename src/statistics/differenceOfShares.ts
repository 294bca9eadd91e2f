import type {Limits} from "./limits.js";

/** A share, or another estimate, with limits of its own. */
export interface EstimateWithLimits extends Limits {
  share: number;
}

/**
 * Limits of the difference of two independent estimates, from the limits of each: the variances of the one's lower and
 * the other's upper arm add up. With Wilson's limits it is Newcombe's method 10.
 *
 * G. Y. Zou and A. Donner: Construction of confidence limits about effect measures: a general approach. Stat Med
 * 2008;27:1693-702 (MOVER); R. G. Newcombe, Stat Med 1998;17:873-90.
 *
 * @returns limits of `a − b` in the unit of the estimates
 */
export function differenceOfShares(a: EstimateWithLimits, b: EstimateWithLimits): Limits {
  const difference = a.share - b.share;
  return {
    low: difference - Math.hypot(a.share - a.low, b.high - b.share),
    high: difference + Math.hypot(a.high - a.share, b.share - b.low)
  };
}
