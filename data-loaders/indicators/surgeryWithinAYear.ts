import type {Indicator} from "./definition/indicator.js";

const year = {from: {days: 0}, to: {years: 1}};

/** Patients operated in the spine in the year after the contact. */
export const indicator: Indicator = {
  id: "surgery_within_a_year",
  title: "Opereret inden for et år",
  english: "Spine surgery within a year of the contact",
  population: "Alle patienter i databasen",
  denominator: "Alle patienter i databasen",
  numerator: "Dem, der opereres i ryggen fra den første kontakt til et år efter",
  windows: {numerator: year},
  direction: "none",
  target: null,
  registers: ["lpr_contacts", "lpr_surgical_procedures"],
  source: "Dansk Rygdatabase, 6. årsrapport (2023/24)",
  author: "Styregruppen for Dansk Rygdatabase",
  checkedBy: "Rygatlas' redaktion (rolle)",
  date: "2025-01-01",
  nextReview: "2027-01-01",
  changes: [{date: "2025-01-01", what: "Første udgave, som rapporten trykker den."}],
  status: "published",
  assumptions: [
    "Rapporten trykker ikke operationskoderne; de står i kodelisten over rygoperationer.",
    "Patienter, der dør eller fraflytter landet inden et år, indgår, som definitionen siger."
  ],
  breakdowns: [],
  sql: `
    SELECT c.period, c.person_id,
      coalesce(bool_or(is_within(s.date, c.index_date, getvariable('indicator').numerator)), false) AS numerator
    FROM cohort c LEFT JOIN spine_procedures s ON s.person_id = c.person_id AND s.kind = 'surgery'
    GROUP BY c.period, c.person_id`
};
