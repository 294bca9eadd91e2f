import {chiropractor, physiotherapist, specialties} from "./registers.js";
import {capital, type Word} from "./words.js";

/** What happens in a pathway besides hospital contacts, which are listed by specialty. */
export const pathwayEvents = {
  chiropractor: {...chiropractor, group: "primary", short: "Kiro"},
  physiotherapist: {...physiotherapist, group: "primary", short: "Fysio"},
  mri: {danish: "MR-skanning", english: "MRI scan", group: "procedure", short: "MR"},
  operation: {danish: "operation", english: "operation", group: "procedure", short: "Opr."},
  plan: {danish: "genoptræningsplan", english: "rehabilitation plan", group: "procedure", short: "Plan"},
  analgesic: {
    danish: "stærk smertestillende medicin",
    english: "strong analgesic",
    group: "medicine",
    label: "Smertestillende",
    short: "Smertest."
  }
};

/** The groups of what happens in a pathway, in the order of their colours. */
export const pathwayGroups = {
  primary: "Praksissektoren",
  procedure: "MR-skanning, operation og plan",
  hospital: "Hospital",
  medicine: "Recept på stærk smertestillende medicin"
};

/** The forms in which a kind of event is named. */
interface KindWords {
  /** In a chart. */
  label: string;
  /** In a chart with little room. */
  short: string;
  /** Within a sentence. */
  text: string;
  /** Where a pathway begins, within a sentence. */
  place: string;
  group: string;
}

/** Every kind of event in a pathway by id. */
export const pathwayKinds: Record<string, KindWords> = Object.fromEntries(
  Object.entries<Word & Partial<KindWords> & {short: string}>({...pathwayEvents, ...specialties}).map(([id, kind]) => {
    const {danish, label = capital(danish), text = danish, place = text, group = "hospital", short} = kind;
    return [id, {label, short, text, place, group}];
  })
);

/** Parts what comes before the index contact from what comes after; a sequence without it has nothing before. */
export const indexMark = " | ";

/**
 * The kinds of event of a sequence such as `physiotherapist | medicine mri`, in their order;
 * `after` begins with the index contact.
 */
export function sequenceSides(sequence: string): {before: string[]; after: string[]} {
  const [after, before] = sequence.split(indexMark).reverse();
  return {before: before?.split(" ") ?? [], after: after!.split(" ")};
}

/**
 * A sequence in words: `fysioterapeut | medicinsk afdeling → MR-skanning`, the line before the first hospital contact.
 */
export function sequenceText(sequence: string): string {
  const {before, after} = sequenceSides(sequence);
  const words = (kinds: string[]) => kinds.map((kind) => pathwayKinds[kind]!.text).join(" → ");
  return before.length > 0 ? `${words(before)} | ${words(after)}` : words(after);
}
