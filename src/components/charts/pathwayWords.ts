import type {EventType} from "../../../data-loaders/programme/pathway.js";
import type {Verdict} from "../../../data-loaders/programme/rule.js";
import type {KindWord} from "./sequenceStrips.js";
import type {SeriesStyle} from "./colors.js";
import {sequenceSides} from "../../domain/sequenceSides.js";

/** The groups of what happens in a pathway, in the order of their colours. */
export const pathwayGroups = {
  primary: "Praksissektoren",
  procedure: "MR-skanning, operation og plan",
  hospital: "Hospital",
  medicine: "Recept på stærk smertestillende medicin"
};

/** What each kind of event in a pathway is called: in a chart, in a text, and `place`: where a course begins. */
export const pathwayKinds: Record<string, KindWord & {text: string; place?: string}> = {
  chiropractor: {label: "Kiropraktor", short: "Kiro", text: "kiropraktor", group: "primary"},
  physiotherapist: {label: "Fysioterapeut", short: "Fysio", text: "fysioterapeut", group: "primary"},
  acute: {label: "Akut", short: "Akut", text: "akutmodtagelse", group: "hospital", place: "akutmodtagelse"},
  medicine: {
    label: "Medicinsk",
    short: "Med.",
    text: "medicinsk afdeling",
    group: "hospital",
    place: "medicinsk afdeling"
  },
  surgery: {
    label: "Kirurgisk",
    short: "Kir.",
    text: "kirurgisk afdeling",
    group: "hospital",
    place: "kirurgisk afdeling"
  },
  private: {
    label: "Privathospital",
    short: "Privat",
    text: "privathospital",
    group: "hospital",
    place: "privathospital"
  },
  other: {
    label: "Andet speciale",
    short: "Andet",
    text: "andet speciale",
    group: "hospital",
    place: "afdeling med et andet speciale"
  },
  mri: {label: "MR-skanning", short: "MR", text: "MR-skanning", group: "procedure"},
  operation: {label: "Operation", short: "Opr.", text: "operation", group: "procedure"},
  plan: {label: "Genoptræningsplan", short: "Plan", text: "genoptræningsplan", group: "procedure"},
  analgesic: {label: "Smertestillende", short: "Smertest.", text: "stærk smertestillende medicin", group: "medicine"}
};

/** Verdicts as parts of a bar. */
export const ruleParts: {id: Verdict; label: string; style: SeriesStyle}[] = [
  {id: "follows", label: "Følger reglen", style: {color: "#2868c0", symbol: "circle", dash: ""}},
  {id: "departs", label: "Afviger", style: {color: "#cd4a10", symbol: "triangle", dash: "7 3"}},
  {id: "undecided", label: "Kan ikke afgøres", style: {color: "#877a5a", symbol: "square", dash: "2 3"}}
];

/** The rules that registers decide, where there is little room. */
export const ruleWords: Record<string, string> = {
  PR39: "Uspecifikke smerter opereres ikke",
  PR40: "Skannet før operation",
  PR68: "Behandlet før operation",
  PR69: "Plan efter operation"
};

/** What rules ask for that registers do not hold. */
export const missingWords: Partial<Record<EventType, string>> = {
  consultation: "konsultationer i praksissektoren",
  exam: "undersøgelser",
  advice: "råd",
  follow_up_agreed: "aftaler om ny konsultation",
  risk_screening: "risikoskemaer",
  referral: "henvisninger",
  case_conference: "konferencer",
  discharge_letter: "breve",
  sick_leave_start: "sygemeldinger",
  round_table_meeting: "rundbordssamtaler"
};

/**
 * A sequence in words: `fysioterapeut | medicinsk afdeling → MR-skanning`, the line before the first hospital contact.
 */
export function sequenceText(sequence: string): string {
  const {before, after} = sequenceSides(sequence);
  const words = (kinds: string[]) => kinds.map((kind) => pathwayKinds[kind]!.text).join(" → ");
  return before.length > 0 ? `${words(before)} | ${words(after)}` : words(after);
}
