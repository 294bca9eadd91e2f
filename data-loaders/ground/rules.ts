/** How participants are shown one by one: by their number, by a hash of a code that only they have, or not at all. */
export type Participants = "number" | "code" | "hidden";

/** The rules of protection, from the settings file. */
export interface DisclosureRules {
  /** Counts from 1 to one below are hidden, and so is a count that leaves as few. */
  threshold: number;
  /** How far an attacker's interval of a hidden count must reach: from this or less to that or more. */
  interval: {from: number; to: number};
  /** A share of fewer than this is hidden. */
  smallestDenominator: number;
  /** A mean of the audit over fewer registrations than this is hidden. */
  smallestMean: number;
  /** Whether forms that were not filled in are protected as well. */
  protectMissing: boolean;
  participants: Participants;
}

export const defaultRules: DisclosureRules = {
  threshold: 5,
  interval: {from: 1, to: 5},
  smallestDenominator: 5,
  smallestMean: 20,
  protectMissing: false,
  participants: "number"
};

/** Why a number is not shown. */
export type Reason = "few" | "base" | "protects";

/** Whether a count is too small to be shown. */
export function isSmall(count: number, {threshold}: DisclosureRules): boolean {
  return count > 0 && count < threshold;
}

/** Whether a share of so many is withheld. */
export function isSmallBase(base: number, {smallestDenominator}: DisclosureRules): boolean {
  return base > 0 && base < smallestDenominator;
}

/** Whether even "none of them" says too much: what is a share of so few is hidden, zero or not. */
export function hidesZero(base: number, rules: DisclosureRules): boolean {
  return isSmall(base, rules) || isSmallBase(base, rules);
}
