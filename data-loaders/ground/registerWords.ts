import type {Codelists} from "./codelists.js";
import type {RegisterParameters} from "./parameters.js";

/** Danish words by the ids that stand in tables. */
export type Words = Record<string, string>;

export const specialtyWords: Words = {
  acute: "Akut",
  medicine: "Medicin",
  surgery: "Kirurgi",
  private: "Privathospital",
  other: "Andet speciale"
};
/** What happens in a pathway, besides hospital contacts by specialty. */
export const pathwayKindWords: Words = {
  chiropractor: "Kiropraktor",
  physiotherapist: "Fysioterapeut",
  mri: "MR-skanning",
  operation: "Operation",
  plan: "Genoptræningsplan",
  analgesic: "Stærk smertestillende medicin"
};
export const drugTypeWords: Words = {
  neuropathic: "Kun mod neuropatiske smerter",
  opioid: "Kun opioider",
  both: "Begge typer"
};
export const sectorWords: Words = {primary: "Praksis", secondary: "Hospital", unknown: "Ukendt udsteder"};
export const outcomeWords: Words = {reduced_hours: "Nedsat tid", public_benefit: "Offentlig ydelse", other: "Andet"};
export const providerWords: Words = {
  chiropractor: "Kiropraktor",
  physiotherapist: "Fysioterapeut",
  either: "Mindst en af dem",
  both: "Begge"
};

/** The diagnosis groups of the code list, each by the label of its own code, and the rest together. */
export function diagnosisGroupWords({back_diagnoses}: Codelists): Words {
  const own = back_diagnoses.filter((d) => d.prefix === d.diagnosis_group).map((d) => [d.prefix, d.label] as const);
  return {...Object.fromEntries(own), other: "Andre rygdiagnoser"};
}

/** Who has been seen, and why some of them are not in the cohort. */
export function cohortStepWords({yearsWithout, minimumAge}: RegisterParameters): Words {
  return {
    seen: "Set på hospital med en rygdiagnose i perioden",
    left_out_prevalent: `Også set med en rygdiagnose i de ${yearsWithout} år før`,
    left_out_unknown_age: "Alderen er ukendt",
    left_out_minor: `Under ${minimumAge} år`,
    included: "Patienter i databasen",
    other_disease: "Kun set med inflammatorisk eller ondartet ryglidelse"
  };
}

/** Ids with their words, as the meaning of a column has them: `acute: akut; medicine: medicin`. */
export function inWords(words: Words): string {
  return Object.entries(words)
    .map(([id, label]) => `${id}: ${label[0]!.toLowerCase()}${label.slice(1)}`)
    .join("; ");
}
