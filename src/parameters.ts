import type {Codebook, Profession} from "../data-loaders/codebook.js";

/** What the choices are made from. */
export interface Vocabulary {
  codebook: Codebook;
  rounds: number[];
}

/** One thing to choose: what a query calls it, and what a reader sees. */
export interface Choice {
  value: string;
  label: string;
}

/** A choice the site offers, under the name a query uses: `${profession}`. */
export interface Parameter {
  label: string;
  /** Its name in a page's address. */
  address: string;
  /** The choices it depends on: an answer belongs to a question, a question to a profession. */
  dependsOn: ParameterName[];
  /** The choices, the default first, given what is chosen of those it depends on. */
  choices(words: Vocabulary, chosen: Chosen): Choice[];
}

export type ParameterName = "round" | "profession" | "consultation" | "patientGroup" | "question" | "block" | "measure";

export type Chosen = Partial<Record<ParameterName, string>>;

/** The site's vocabulary of choices. Pages offer them; `publish` answers every cell for each of their values. */
export const parameters: Record<ParameterName, Parameter> = {
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
    choices: () => [
      {value: "all", label: "Alle konsultationer"},
      {value: "first", label: "Første konsultation"},
      {value: "later", label: "Senere konsultationer"}
    ]
  },
  patientGroup: {
    label: "Patienter",
    address: "patienter",
    dependsOn: [],
    choices: ({codebook}) => [
      {value: "all", label: "Alle patienter"},
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
      const answers = questions.flatMap((q) => q.answers.map((a) => ({value: `${q.id}.${a.id}`, label: `${q.block}: ${a.label}`})));
      const known = new Set(answers.map((a) => a.value));
      const composites = codebook.measures.filter((m) => m.anyOf.every((ref) => known.has(ref)));
      return [...composites.map(({id, label}) => ({value: id, label})), ...answers];
    }
  }
};

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
