/**
 * The rules a row of an audit extract must keep. The id stands in rejects.csv and in the published data quality;
 * the label is what a Danish reader sees.
 */
export const rules = {
  too_few_fields: "For få felter på linjen",
  too_many_fields: "For mange felter på linjen",
  broken_quotes: "Anførselstegn, der ikke passer sammen",
  unreadable_line: "Linjen kan ikke læses",
  profession: "Ukendt faggruppe",
  round: "Ugyldig runde",
  participant_no: "Ugyldigt deltagernummer",
  registration_no: "Ugyldigt registreringsnummer",
  consultation: "Ukendt konsultationstype",
  age: "Ugyldig alder",
  sex: "Ukendt køn",
  region: "Ukendt region",
  answer: "Svar, der ikke findes på formularen",
  tick: "Afkrydsning, der hverken er 1, 0 eller tom",
  other_form: "Svar på et spørgsmål fra en anden faggruppes formular",
  excludes_others: "»Ingen af førnævnte« sammen med et andet svar",
  duplicate: "Samme registrering to gange, men ikke ens"
} as const;

export type RuleId = keyof typeof rules;

export const ageLimits = {lowest: 17, highest: 110};
