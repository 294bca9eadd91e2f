// The ids that stand in the tables on registers, with their words.

import {labels, type Words} from "./words.js";

/** The department of a hospital contact. `label` and `text` name the department, `place` where a pathway begins. */
export const specialties = {
  acute: {danish: "akut", english: "acute", text: "akutmodtagelse", short: "Akut"},
  medicine: {danish: "medicin", english: "medicine", label: "Medicinsk", text: "medicinsk afdeling", short: "Med."},
  surgery: {danish: "kirurgi", english: "surgery", label: "Kirurgisk", text: "kirurgisk afdeling", short: "Kir."},
  private: {danish: "privathospital", english: "private hospital", short: "Privat"},
  other: {danish: "andet speciale", english: "other", place: "afdeling med et andet speciale", short: "Andet"}
};

/** The specialties that the tables have, in Danish: `other` only where it is not counted with another. */
export function specialtyLabels({
  otherSpecialties
}: {
  otherSpecialties: keyof typeof specialties;
}): Record<string, string> {
  const {other, ...named} = labels(specialties);
  return otherSpecialties === "other" ? {...named, other: other!} : named;
}

/** What the registers may know of a hospital contact. */
export const contactKnowledge = {
  residence: {danish: "patientens bopæl", english: "the patient's residence"},
  department: {danish: "afdelingen", english: "the department"}
} satisfies Words;

/** What kind of department the first contact was with: a spine centre, whatever its specialty, or another by its own. */
export const departmentKinds = {spine_centre: {danish: "rygcenter", english: "spine centre"}, ...specialties};

export const drugTypes = {
  neuropathic: {danish: "kun mod neuropatiske smerter", english: "for neuropathic pain only"},
  opioid: {danish: "kun opioider", english: "opioids only"},
  both: {danish: "begge typer", english: "both"}
} satisfies Words;

/** The sector of whoever issued a prescription. */
export const sectors = {
  primary: {danish: "praksis", english: "practice, primary care"},
  secondary: {danish: "hospital", english: "hospital, secondary care"},
  unknown: {danish: "ukendt udsteder", english: "unknown"}
} satisfies Words;

/** What became of patients who are no longer in full employment. */
export const outcomes = {
  reduced_hours: {danish: "nedsat tid", english: "reduced hours"},
  public_benefit: {danish: "offentlig ydelse", english: "public benefit"},
  other: {danish: "andet", english: "other"}
} satisfies Words;

export const chiropractor = {danish: "kiropraktor", english: "chiropractor"};
export const physiotherapist = {danish: "fysioterapeut", english: "physiotherapist"};

/** Contact with practice before the index contact. */
export const providers = {
  chiropractor,
  physiotherapist,
  either: {danish: "mindst en af dem", english: "at least one of them"},
  both: {danish: "begge", english: "both"}
} satisfies Words;

/**
 * The diagnosis groups of the code list, each by the label of its own code, and the rest together: labels as ICD-10
 * has them in Danish.
 */
export function diagnosisGroupLabels(
  diagnoses: readonly {prefix: string; diagnosis_group: string; label: string}[]
): Record<string, string> {
  const own = diagnoses.filter((d) => d.prefix === d.diagnosis_group).map((d) => [d.prefix, d.label]);
  return {...Object.fromEntries(own), other: "Andre rygdiagnoser"};
}

/** The diagnosis groups as ICD-10 names them in English. */
export const diagnosisGroupsInEnglish: Record<string, string> = {
  DM47: "Spondylosis",
  DM48: "Other spondylopathies",
  DM51: "Other intervertebral disc disorders",
  DM54: "Dorsalgia"
};

/** The steps from everybody seen with a back diagnosis to the cohort, as labels. */
export function cohortStepLabels({yearsWithout, minimumAge}: {yearsWithout: number; minimumAge: number}) {
  return {
    seen: "Set på hospital med en rygdiagnose i perioden",
    left_out_prevalent: `Også set med en rygdiagnose i de ${yearsWithout} år før`,
    left_out_unknown_age: "Alderen er ukendt",
    left_out_minor: `Under ${minimumAge} år`,
    included: "Patienter i databasen",
    other_disease: "Kun set med inflammatorisk eller ondartet ryglidelse"
  };
}
