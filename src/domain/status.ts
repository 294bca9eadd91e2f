import type {Word} from "./words.js";

/** Why a row has no number. */
interface Absence {
  /** In a cell or a picture. */
  short: string;
  /** After the name of the row in a sentence. */
  clause: string;
}

/**
 * `shown`, `hidden` (too few), `hidden_rest` (leaves too few of its total), `hidden_base` (part of too few to be split,
 * or a share of them), `hidden_secondary` (hidden to protect another), `none` (a true zero).
 */
export const statuses = {
  shown: {danish: "vist", english: "shown"},
  hidden: {
    danish: "skjult, for få",
    english: "too few",
    short: "skjult, for få",
    clause: "er skjult, fordi det handler om for få"
  },
  hidden_rest: {
    danish: "skjult, for få er ikke med",
    english: "leaves too few",
    short: "skjult, for få er ikke med",
    clause: "er skjult, fordi for få af alle ikke er med"
  },
  hidden_base: {
    danish: "skjult, del af for få",
    english: "part of too few",
    short: "skjult, del af for få",
    clause: "er skjult, fordi det er en del af for få"
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

/** On registers also `incomplete`, where a register does not cover the period and nothing is published. */
export const registerStatuses = {
  ...statuses,
  incomplete: {
    danish: "et register mangler eller dækker ikke perioden",
    english: "a register is missing or does not cover the period",
    short: "ufuldstændigt",
    clause: "kan ikke vises, da et register mangler eller ikke dækker perioden"
  }
};

export type Status = keyof typeof registerStatuses;

/** Why a row with this status has no number; undefined where it has one, or where the status does not state why. */
export function absenceOf(status: unknown): Absence | undefined {
  const word: Word & Partial<Absence> = registerStatuses[status as Status];
  return word?.short ? (word as Absence) : undefined;
}
