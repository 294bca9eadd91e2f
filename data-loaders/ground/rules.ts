/** What tables are computed from, each with its own folder of extracts and of tables, and its own rules. */
export type Side = "audit" | "registers";

/** How participants are shown one by one: by their number, by a hash of a code that only they have, or not at all. */
export type Participants = "number" | "code" | "hidden";

/** The rules by which one side is protected, from the settings file. */
export interface DisclosureRules {
  /** Counts from 1 to one below are hidden, and so is a count that leaves as few. */
  threshold: number;
  /** Every whole number that a hidden small count must still be able to be; those below the threshold at most. */
  interval: {from: number; to: number};
  /** A share of fewer than this is hidden. */
  smallestDenominator: number;
  /** A mean of the audit over fewer registrations than this is hidden. */
  smallestMean: number;
  /** Whether forms that were not filled in are protected as well. */
  protectMissing: boolean;
  participants: Participants;
  /**
   * Of which data everybody has the printed report: `twin`, of the synthetic ones only; `none`; or the round, or the
   * period, of extracts of one's own.
   */
  printed: string;
}

export const defaultRules: DisclosureRules = {
  threshold: 5,
  interval: {from: 1, to: 5},
  smallestDenominator: 5,
  smallestMean: 20,
  protectMissing: false,
  participants: "number",
  printed: "twin"
};

/**
 * Why a number is not shown: it is small itself, leaves few of its total, is a share of few, or would reveal another.
 */
export type Reason = "few" | "rest" | "base" | "protects";

/** What a small count must still be able to be, since that it is below the threshold is no secret. */
export function mustBePossible({threshold, interval: {from, to}}: DisclosureRules): {from: number; to: number} {
  return {from, to: Math.min(to, threshold - 1)};
}

/** Whether a count is too small to be shown. */
export function isSmall(count: number, {threshold}: DisclosureRules): boolean {
  return count > 0 && count < threshold;
}

/** Whether shares of so many are withheld, zero or not. */
export function isSmallBase(base: number, rules: DisclosureRules): boolean {
  return base > 0 && base <= largestBase(rules);
}

/** The largest total of which not even "none of them" is shown. */
export function largestBase({threshold, smallestDenominator}: DisclosureRules): number {
  return Math.max(threshold, smallestDenominator) - 1;
}
