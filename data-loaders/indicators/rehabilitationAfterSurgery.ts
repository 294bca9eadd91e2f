import type {Indicator} from "./definition/indicator.js";
import {indicator as surgery} from "./surgeryWithinAYear.js";

/** Days from the operation within which the plan is made. */
const planDays = 30;
const year = {from: {days: 0}, to: {years: 1}};
const end = {days: 366 + planDays};

/** Patients operated in the year after the contact who get a rehabilitation plan. */
export const indicator: Indicator = {
  id: "rehabilitation_after_surgery",
  title: "Genoptræningsplan efter rygoperation",
  english: "Rehabilitation plan after spine surgery",
  population: "Alle patienter i databasen",
  denominator: "Patienter, der opereres i ryggen inden for et år efter den første kontakt",
  numerator: `Dem, der får en genoptræningsplan fra operationsdagen til ${planDays} dage efter`,
  windows: {denominator: year, numerator: {from: {days: 0}, to: end}, followUp: end},
  direction: "high",
  target: null,
  registers: ["lpr_contacts", "lpr_surgical_procedures", "lpr_other_procedures"],
  source: "Dansk Rygdatabase, 6. årsrapport (2023/24), nævner indikatoren uden at trykke dens definition",
  author: "Rygatlas (forslag)",
  checkedBy: "Rygatlas' redaktion (rolle)",
  date: "2026-01-01",
  nextReview: "2027-01-01",
  changes: [{date: "2026-01-01", what: "Første udgave: et forslag, der skal bekræftes af styregruppen."}],
  status: "assumed",
  assumptions: [
    "Hele definitionen er et forslag: rapporten nævner indikatoren, men trykker den ikke.",
    "Den første operation tæller, og planen skal være registreret fra operationsdagen og højst 30 dage efter.",
    "SKS-koderne for operationer og planer står i kodelisterne og skal bekræftes.",
    "Patienter, der dør eller fraflytter landet, før vinduet lukker, indgår ikke."
  ],
  breakdowns: [],
  among: surgery.id,
  values: {plan_days: planDays},
  sql: `
    WITH operated AS (
      SELECT c.period, c.person_id, min(s.date) AS date
      FROM cohort c JOIN follow_up f USING (period, person_id) JOIN spine_procedures s ON s.person_id = c.person_id
      WHERE s.kind = 'surgery' AND is_within(s.date, c.index_date, getvariable('indicator').denominator)
        AND is_followed(f.left_on, c.index_date, getvariable('indicator').follow_up)
      GROUP BY c.period, c.person_id
    )
    SELECT o.period, o.person_id,
      coalesce(bool_or(r.date BETWEEN o.date AND o.date + getvariable('indicator').plan_days), false) AS numerator
    FROM operated o LEFT JOIN spine_procedures r ON r.person_id = o.person_id AND r.kind = 'rehabilitation'
    GROUP BY o.period, o.person_id`
};
