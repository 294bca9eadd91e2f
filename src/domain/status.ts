import type {Word} from "./words.js";

/** Why a row has no number. */
interface Absence {
  /** In a cell or a picture. */
  short: string;
  /** After the name of the row in a sentence. */
  clause: string;
}

/**
 * `shown`, `hidden` (too few), `hidden_base` (a share of too few), `hidden_secondary` (hidden to protect another),
 * `none` (a true zero).
 */
export const statuses = {
  shown: {danish: "vist", english: "shown"},
  hidden: {
    danish: "skjult, for få",
    english: "too few",
    short: "skjult, for få",
    clause: "er skjult, fordi det handler om for få"
  },
  hidden_base: {
    danish: "skjult, andel af for få",
    english: "a share of too few",
    short: "skjult, andel af for få",
    clause: "er skjult, fordi det er en andel af for få"
  },
  hidden_secondary: {
    danish: "skjult, beskytter andre tal",
    english: "hidden to protect another number",
    short: "skjult, beskytter andre tal",
    clause: "er skjult for at beskytte andre tal"
  },
  none: {
    danish: "ingen",
    english: "a true zero",
    short: "ingen patienter",
    clause: "findes ikke, for der var ingen patienter"
  }
};

/** On registers also `incomplete`, where an extract ends before the window closes and nothing is published. */
export const registerStatuses = {
  ...statuses,
  incomplete: {
    danish: "opfølgningen er ikke fuldstændig",
    english: "the follow-up is not complete",
    short: "følges endnu",
    clause: "kan ikke vises, før patienterne er fulgt længe nok"
  }
};

export type Status = keyof typeof registerStatuses;

/** Why a row with this status has no number; undefined where it has one, or where the status does not state why. */
export function absenceOf(status: unknown): Absence | undefined {
  const word: Word & Partial<Absence> = registerStatuses[status as Status];
  return word?.short ? (word as Absence) : undefined;
}
