import {binomialLimits} from "../../statistics/binomial.js";

/**
 * Limits (percent) within which chance alone puts 95 % of participants with so many
 * registrations, around a common share. Only the band of registrations is published, so the
 * fewest in the band decide: the limits are never too narrow.
 * @param share the profession's share in percent
 */
export function chanceLimits(
  share: number | null,
  band: string | null
): {low_chance: number | null; high_chance: number | null} {
  const fewest = band === null ? NaN : parseInt(band, 10);
  if (share === null || Number.isNaN(fewest)) return {low_chance: null, high_chance: null};
  const {low, high} = binomialLimits(share / 100, fewest, 0.95);
  return {low_chance: 100 * low, high_chance: 100 * high};
}
