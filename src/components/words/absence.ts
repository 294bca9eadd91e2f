import type {Status} from "../../../data-loaders/tables/table.js";

/** Why a row tells no number: in a cell or a picture, and after its name in a sentence. */
interface Absence {
  short: string;
  clause: string;
}

const absences: Partial<Record<Status, Absence>> = {
  hidden: {short: "skjult, for få", clause: "er skjult, fordi det handler om for få"},
  hidden_base: {short: "skjult, andel af for få", clause: "er skjult, fordi det er en andel af for få"},
  hidden_secondary: {short: "skjult, beskytter andre tal", clause: "er skjult for at beskytte andre tal"},
  incomplete: {short: "følges endnu", clause: "kan ikke vises, før patienterne er fulgt længe nok"},
  none: {short: "ingen patienter", clause: "findes ikke, for der var ingen patienter"}
};

/** Why a row with this status has no number; undefined where its status does not tell. */
export function absenceOf(status: unknown): Absence | undefined {
  return absences[status as Status];
}
