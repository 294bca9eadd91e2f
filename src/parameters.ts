import {areaName, hospitalPlaces, residences} from "./domain/areas.js";
import {consultations, patientGroups} from "./domain/audit.js";
import {specialties} from "./domain/registers.js";
import {capital, type Words} from "./domain/words.js";
import type {Codebook, Profession} from "../data-loaders/ground/codebook.js";
import type {RegisterFacts} from "../data-loaders/facts/registerFacts.js";

/** What the audit's choices are made from. */
export interface AuditVocabulary {
  codebook: Codebook;
  rounds: number[];
  /** Codes of the regions that answers are published by; none where the audit is not divided by region. */
  regions?: string[];
}

/** What the choices on registers are made from. */
export type RegisterVocabulary = Pick<RegisterFacts, "periods" | "areas" | "indicators">;

/** What all choices are made from. */
export interface Vocabulary extends AuditVocabulary {
  registers: RegisterVocabulary;
}

/** One thing to choose: what a query calls it, and what a reader sees. */
export interface Choice {
  value: string;
  label: string;
}

/** A choice the site offers, under the name a query uses: `${profession}`. */
export interface Parameter<Words> {
  label: string;
  /** Its name in a page's address. */
  address: string;
  /** The choices it depends on: an answer belongs to a question, a question to a profession. */
  dependsOn: ParameterName[];
  /** The choices, the default first, given what is chosen of those it depends on. */
  choices(words: Words, chosen: Chosen): Choice[];
}

export type AuditParameterName =
  | "round"
  | "profession"
  | "consultation"
  | "patientGroup"
  | "question"
  | "block"
  | "measure"
  | "participantRegion";
export type RegisterParameterName = "area" | "period" | "indicator" | "hospitalRegion" | "startSpecialty" | "region";
export type ParameterName = AuditParameterName | RegisterParameterName;

export type Chosen = Partial<Record<ParameterName, string>>;

/** The audit's vocabulary of choices. Pages offer them; `publish` answers every cell for each of their values. */
export const parameters: Record<AuditParameterName, Parameter<AuditVocabulary>> = {
  round: {
    label: "Runde",
    address: "runde",
    dependsOn: [],
    choices: ({rounds}) => rounds.map((round) => ({value: String(round), label: `Runde ${round}`}))
  },
  profession: {
    label: "Faggruppe",
    address: "fag",
    dependsOn: [],
    choices: ({codebook}) => codebook.professions.map(({id, label}) => ({value: id, label}))
  },
  consultation: {
    label: "Konsultation",
    address: "konsultation",
    dependsOn: [],
    choices: () => chosenFrom(consultations, ["all", "first", "later"])
  },
  patientGroup: {
    label: "Patienter",
    address: "patienter",
    dependsOn: [],
    choices: ({codebook}) => [
      ...chosenFrom(patientGroups, ["all"]),
      ...(codebook.severe ? [{value: "severe", label: codebook.severe.label}] : [])
    ]
  },
  question: {
    label: "Spørgsmål",
    address: "spoergsmaal",
    dependsOn: ["profession"],
    choices: ({codebook}, {profession}) =>
      form(codebook, profession).questions.map(({id, block}) => ({value: id, label: block}))
  },
  block: {
    label: "Emne",
    address: "emne",
    dependsOn: [],
    choices: ({codebook}) => sharedBlocks(codebook)
  },
  measure: {
    label: "Svar",
    address: "svar",
    dependsOn: ["profession"],
    choices: ({codebook}, {profession}) => {
      const {questions} = form(codebook, profession);
      const answers = questions.flatMap((q) =>
        q.answers.map((a) => ({value: `${q.id}.${a.id}`, label: `${q.block}: ${a.label}`}))
      );
      const known = new Set(answers.map((a) => a.value));
      const composites = codebook.measures.filter((m) => m.anyOf.every((ref) => known.has(ref)));
      return [...composites.map(({id, label}) => ({value: id, label})), ...answers];
    }
  },
  participantRegion: {
    label: "Deltagernes region",
    address: "deltagerregion",
    // Answers are by region of all registrations only: they are too few to be divided further.
    dependsOn: ["consultation", "patientGroup"],
    choices: ({codebook, regions: shown = []}, {consultation = "all", patientGroup = "all"}) => [
      {value: "all", label: "Alle"},
      ...(consultation === "all" && patientGroup === "all"
        ? codebook.regions
            .filter(({id}) => shown.includes(id))
            .map(({id, label}) => ({value: id, label: `Region ${label}`}))
        : [])
    ]
  }
};

/** The vocabulary of choices on registers; apart from the audit's, so that a page carries only what it offers. */
export const registerParameters: Record<RegisterParameterName, Parameter<RegisterVocabulary>> = {
  area: {
    label: "Område",
    address: "omraade",
    dependsOn: [],
    choices: ({areas}) =>
      areas.filter(({id}) => id !== "unknown").map((area) => ({value: area.id, label: capital(areaName(area))}))
  },
  period: {
    label: "Periode",
    address: "periode",
    dependsOn: [],
    choices: ({periods}) => periods.map(({id}) => ({value: id, label: id})).reverse()
  },
  indicator: {
    label: "Indikator",
    address: "indikator",
    dependsOn: [],
    choices: ({indicators}) => indicators.map(({id, title}) => ({value: id, label: title}))
  },
  hospitalRegion: {
    label: "Hospitalets region",
    address: "hospitalsregion",
    // Patients are too few to be followed by both: where one is chosen, the other stays at all.
    dependsOn: ["startSpecialty"],
    choices: (words, {startSpecialty = "all"}) => [
      ...chosenFrom(hospitalPlaces, ["all"]),
      ...(startSpecialty === "all" ? [...regions(words), ...chosenFrom(hospitalPlaces, ["private", "unknown"])] : [])
    ]
  },
  startSpecialty: {
    label: "Første kontakt",
    address: "start",
    dependsOn: [],
    choices: () => [
      {value: "all", label: "Alle specialer"},
      ...chosenFrom(specialties, ["acute", "medicine", "surgery", "private"])
    ]
  },
  region: {
    label: "Bopælsregion",
    address: "region",
    dependsOn: [],
    choices: (words) => [...chosenFrom(residences, ["country"]), ...regions(words)]
  }
};

function chosenFrom<Id extends string>(words: Words<Id>, ids: Id[]): Choice[] {
  return ids.map((value) => ({value, label: capital(words[value].danish)}));
}

function regions({areas}: RegisterVocabulary): Choice[] {
  return areas
    .filter(({type, id}) => type === "region" && id !== "unknown")
    .map(({id, name}) => ({value: id, label: `Region ${name}`}));
}

/** The blocks that at least two forms ask about, telephone forms aside: what professions can be compared on. */
function sharedBlocks({professions}: Codebook): Choice[] {
  const forms = professions.filter((p) => !p.telephoneOf);
  const blocks = new Map(forms.flatMap((p) => p.questions.map((q) => [q.id, q.block])));
  return [...blocks]
    .filter(([id]) => forms.filter((p) => p.questions.some((q) => q.id === id)).length > 1)
    .map(([value, label]) => ({value, label}));
}

function form(codebook: Codebook, profession: string | undefined): Profession {
  return codebook.professions.find((p) => p.id === profession) ?? codebook.professions[0]!;
}
