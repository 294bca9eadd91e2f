import type {Indicator} from "./definition/indicator.js";
import {sql, windows} from "./definition/strongAnalgesics.js";

/** Patients with strong analgesics before the contact who are without them after it. */
export const indicator: Indicator = {
  id: "strong_analgesic_prior_use",
  title: "Stærk smertestillende medicin, med tidligere forbrug",
  english: "No strong analgesics 90-180 days after the contact, of those with use before",
  population: "Alle patienter i databasen",
  denominator:
    "Patienter, der har indløst recept på stærk smertestillende medicin i de 3 måneder før hospitalskontakten",
  numerator: "Dem, der ikke indløser recept på stærk smertestillende medicin 90-180 dage efter kontakten",
  windows,
  direction: "high",
  target: null,
  registers: ["lmdb"],
  source: "Dansk Rygdatabase, 6. årsrapport (2023/24)",
  author: "Styregruppen for Dansk Rygdatabase",
  checkedBy: "Rygatlas' redaktion (rolle)",
  date: "2025-01-01",
  nextReview: "2027-01-01",
  changes: [{date: "2025-01-01", what: "Første udgave, som rapporten trykker den."}],
  status: "published",
  assumptions: [
    "Rapporten trykker ikke tællerens vindue; det antages at være det samme som for patienter uden tidligere forbrug.",
    "Dagen for kontakten hører ikke til de 3 måneder før.",
    "Patienter, der dør eller fraflytter landet inden 180 dage, indgår ikke.",
    "ATC-koderne står i kodelisten over lægemidler; rapporten trykker kun lægemidlernes navne."
  ],
  breakdowns: ["drug_types_before", "drug_types_after", "prescribers"],
  values: {prior_use: true},
  sql
};
