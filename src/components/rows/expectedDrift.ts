import {expectedAgain} from "../../statistics/regressionToTheMean.js";

/** What is published of those who took part in both rounds, and of everybody in the first; shares and spread in percent. */
export interface BothRounds {
  participants: number | null;
  total_before: number | null;
  percent_before: number | null;
  /** Of everybody in the first round. */
  percent_all: number | null;
  /** Standard deviation between participants' true shares. */
  between_spread: number | null;
}

/**
 * The change, in percentage points, that is expected of those in both rounds had nobody changed: what chance lifted or
 * lowered among them in the first round is not found again. Participants are taken to have registered equally many, for
 * whom the mean of what is expected of each is that of their mean. Null where it is not known.
 */
export function expectedDrift({
  participants,
  total_before,
  percent_before,
  percent_all,
  between_spread
}: BothRounds): number | null {
  if (!participants || !total_before || percent_before === null || percent_all === null || between_spread === null)
    return null;
  const each = total_before / participants;
  return 100 * expectedAgain(percent_before / 100, each, percent_all / 100, between_spread / 100) - percent_before;
}
