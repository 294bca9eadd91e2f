import type {DisclosureRules} from "../ground/rules.js";

/** Who is behind a count of registrations. */
export interface Contribution {
  /** Participants with any of the registrations. */
  participants: number;
  /** The most that one participant has of them. */
  largest: number;
}

/**
 * Why a count says too much of few participants, if it does: there are too few, or one has
 * nearly all, the dominance rule (1, k).
 */
export function tooMuchOfFew(
  count: number,
  {participants, largest}: Contribution,
  {smallestParticipants, largestShare}: DisclosureRules
): "participants" | "dominated" | undefined {
  if (count === 0) return undefined;
  if (participants < smallestParticipants) return "participants";
  return 100 * largest > largestShare * count ? "dominated" : undefined;
}

/**
 * How far an attacker's interval of a count from few participants must reach. Upwards to where the participant
 * with all of it would have no more than the largest share: the upper protection level of the dominance rule,
 * 100/k · x₁ − X, at its most (Hundepool et al., Handbook on Statistical Disclosure Control, 2024, on protection
 * levels); downwards as far; and never narrower than the interval of a small count.
 */
export function reachAround(
  count: number,
  {interval, largestShare}: DisclosureRules
): {atMost: number; atLeast: number} {
  const half = Math.ceil((interval.to - interval.from) / 2);
  return {
    atMost: Math.floor(Math.min(count - half, (count * largestShare) / 100)),
    atLeast: Math.ceil(Math.max(count + half, (count * 100) / largestShare))
  };
}

/** Whether an interval may be one that reaches so far around a count in it, for who does not know the count. */
export function reachesAround(low: number, high: number, {interval, largestShare}: DisclosureRules): boolean {
  return high - low >= interval.to - interval.from && high * largestShare ** 2 >= low * 100 ** 2;
}
