import type {Indicator} from "./definition/indicator.js";

const year = {from: {days: 0}, to: {years: 1}};

/** Patients scanned in the year after the contact who are scanned again within it. */
export const indicator: Indicator = {
  id: "repeated_mri",
  title: "Gentagen MR-skanning",
  english: "Repeated MRI scan of the spine within a year",
  population: "Alle patienter i databasen",
  denominator: "Patienter, der er MR-skannet i rygsøjlen fra den første kontakt til et år efter",
  numerator: "Dem, der er skannet igen på en anden dag i samme tid",
  windows: {denominator: year, numerator: year, followUp: {years: 1}},
  direction: "low",
  target: null,
  registers: ["lpr_contacts", "lpr_other_procedures"],
  source: "Dansk Rygdatabase, 6. årsrapport (2023/24), nævner indikatoren uden at trykke dens definition",
  author: "Rygatlas (forslag)",
  checkedBy: "Rygatlas' redaktion (rolle)",
  date: "2026-01-01",
  nextReview: "2027-01-01",
  changes: [{date: "2026-01-01", what: "Første udgave: et forslag, der skal bekræftes af styregruppen."}],
  status: "assumed",
  assumptions: [
    "Hele definitionen er et forslag: rapporten nævner indikatoren, men trykker den ikke.",
    "Flere skanninger samme dag er én.",
    "Skanninger før den første kontakt tæller ikke, heller ikke dem, som almen praksis har henvist til.",
    "SKS-koderne står i kodelisten over MR-skanninger og skal bekræftes.",
    "Patienter, der dør eller fraflytter landet inden et år, indgår ikke."
  ],
  breakdowns: [],
  sql: `
    SELECT c.period, c.person_id, count(*) > 1 AS numerator
    FROM cohort c JOIN follow_up f USING (period, person_id) JOIN spine_procedures s ON s.person_id = c.person_id
    WHERE s.kind = 'mri' AND is_within(s.date, c.index_date, getvariable('indicator').denominator)
      AND is_followed(f.left_on, c.index_date, getvariable('indicator').follow_up)
    GROUP BY c.period, c.person_id`
};
