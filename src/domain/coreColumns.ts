/** What the columns that every audit extract has hold, in Danish and in English. */
export const coreColumnWords = {
  profession: {meaning: "Faggruppe (skema)", english: "Profession (form)"},
  round: {meaning: "Registreringsrunde", english: "Round of registration"},
  participant_no: {meaning: "Deltagernummer i faggruppen", english: "Participant's number within the profession"},
  registration_no: {
    meaning: "Skemaets nummer hos deltageren; offentliggøres ikke",
    english: "The form's number with the participant; never published"
  },
  consultation: {meaning: "Konsultation: first, later, phone", english: "Consultation: first, later, phone"},
  age: {meaning: "Patientens alder i år", english: "The patient's age in years"},
  sex: {meaning: "Patientens køn: female, male", english: "The patient's sex: female, male"},
  region: {
    meaning: "Deltagerens region, en af kodebogens; 0 eller tom: ukendt",
    english: "The participant's region, one of the code book's; 0 or empty: unknown"
  }
} as const;

/** The columns every audit extract has, whatever its code book. */
export const coreColumns = [
  "profession",
  "round",
  "participant_no",
  "registration_no",
  "consultation",
  "age",
  "sex"
] as const satisfies (keyof typeof coreColumnWords)[];

/** A column that an audit extract may have, whatever its code book. */
export const regionColumn = "region" as const satisfies keyof typeof coreColumnWords;
