import {widened, widening} from "./simultaneous.js";

/** What is published of the variation of a share between units. */
export interface PublishedSpread {
  /** Standard deviation between true shares, and its lower 95 % limit, both in the same unit. */
  spread: number;
  low: number;
  /** How much of the observed variance chance explains, above 0 to 1. */
  chanceShare: number;
}

/**
 * The lower limit of a spread between true shares that holds when many are looked at together, found from its 95 %
 * limit: its arm is lengthened on the scale where heterogeneity is nearly normal, the logarithm of the observed over
 * the chance variance, which is F = 1 / chance share and grows as 1 + c · spread². On the scale of the spread itself
 * chance alone would pass some ten times as often as it may.
 *
 * M. S. Bartlett and D. G. Kendall: The statistical analysis of variance-heterogeneity and the logarithmic
 * transformation. Suppl JRSS 1946;8:128-38; O. J. Dunn, JASA 1961;56:52-64 (Bonferroni's inequality).
 *
 * @returns 0 where chance may explain all of it
 */
export function leastSpread({spread, low, chanceShare}: PublishedSpread, compared: number): number {
  if (spread <= 0 || low <= 0 || chanceShare >= 1) return 0;
  const heterogeneity = 1 / chanceShare;
  const slope = (heterogeneity - 1) / spread ** 2;
  const ends = {low: Math.log1p(slope * low ** 2), high: Math.log(heterogeneity)};
  const least = Math.exp(widened(ends.high, ends, widening(compared)).low);
  return least <= 1 ? 0 : Math.sqrt((least - 1) / slope);
}
