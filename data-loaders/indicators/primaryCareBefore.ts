import type {Indicator} from "./definition/indicator.js";

/** Index patients by who they had seen before the contact: period, person_id, provider. */
export const seenBefore = `
  SELECT c.period, c.person_id, g.provider
  FROM cohort c JOIN guidance_services g ON g.person_id = c.person_id
  WHERE week_is_within(g.week_start, c.index_date, getvariable('indicator').numerator)
  GROUP BY c.period, c.person_id, g.provider HAVING sum(g.number) > 0`;

/** Patients who had seen a chiropractor or a physiotherapist before the contact. */
export const indicator: Indicator = {
  id: "primary_care_before",
  title: "Kontakt med kiropraktor eller fysioterapeut inden hospitalskontakten",
  english: "Contact with a chiropractor or physiotherapist in the half year before the hospital contact",
  population: "Alle patienter i databasen",
  denominator: "Alle patienter i databasen",
  numerator:
    "Dem, der har haft kontakt med kiropraktor eller fysioterapeut med offentligt tilskud i det forudgående halve år",
  windows: {numerator: {from: {months: -6}, to: {days: -1}}},
  direction: "none",
  target: null,
  registers: ["sssy"],
  source: "Dansk Rygdatabase, 6. årsrapport (2023/24)",
  author: "Styregruppen for Dansk Rygdatabase",
  checkedBy: "Rygatlas' redaktion (rolle)",
  date: "2025-01-01",
  nextReview: "2027-01-01",
  changes: [{date: "2025-01-01", what: "Første udgave, som rapporten trykker den."}],
  status: "published",
  assumptions: [
    "Registret kender kun ugen: hele uger (mandag til søndag) inden for det halve år før kontakten tæller.",
    "Ydelserne lægges sammen, så en ydelse, der er taget tilbage, ikke tæller, og en ydelse til patientens barn heller ikke.",
    "Ydelserne står i kodelisten over ydelser; andre ydelser af en kiropraktor eller fysioterapeut tæller ikke.",
    "Rapporten siger ikke, om en høj andel er bedre."
  ],
  breakdowns: ["providers"],
  sql: `
    SELECT c.period, c.person_id, seen.person_id IS NOT NULL AS numerator
    FROM cohort c LEFT JOIN (SELECT DISTINCT period, person_id FROM (${seenBefore})) seen USING (period, person_id)`
};
