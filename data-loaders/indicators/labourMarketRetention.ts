import {employmentYears} from "../models/registers/spans.js";
import type {Indicator} from "./definition/indicator.js";

/** At least 30 of 37 hours a week, as the register rounds it: 30 / 37 = 0.8108. */
export const fullEmployment = 0.81;

const before = {years: -employmentYears};
const after = {years: employmentYears};

/** Patients in full employment a year before the contact who are so a year after it. */
export const indicator: Indicator = {
  id: "labour_market_retention",
  title: "Arbejdsmarkedsfastholdelse",
  english: "Still in full employment a year after the contact, of those aged 30-60 in full employment a year before",
  population: "Patienter, der er 30-60 år ved den første kontakt",
  ages: {from: 30, to: 60},
  denominator: "Patienter i fuld beskæftigelse (mindst 30 timer om ugen) et år før hospitalskontakten",
  numerator: "Dem, der også er i fuld beskæftigelse et år efter kontakten",
  windows: {denominator: {from: before, to: before}, numerator: {from: after, to: after}, followUp: after},
  direction: "high",
  target: null,
  registers: ["dream"],
  source: "Dansk Rygdatabase, 6. årsrapport (2023/24)",
  author: "Styregruppen for Dansk Rygdatabase",
  checkedBy: "Rygatlas' redaktion (rolle)",
  date: "2025-01-01",
  nextReview: "2027-01-01",
  changes: [{date: "2025-01-01", what: "Første udgave, som rapporten trykker den."}],
  status: "published",
  assumptions: [
    "Beskæftigelsen ses i den måned, hvori dagen et år før og et år efter kontakten falder.",
    "Mindst 30 timer er en beskæftigelsesgrad på mindst 0,81 (37 timer er 1).",
    "En måned uden beskæftigelsesgrad (selvstændig, timelønnet eller uden løn) tæller som 0: et år før kontakten indgår patienten så ikke, et år efter er patienten ikke fastholdt.",
    "Patienter, der dør eller fraflytter landet inden et år, indgår ikke."
  ],
  breakdowns: ["employment_outcomes"],
  values: {full_employment: fullEmployment},
  sql: `
    SELECT c.period, c.person_id, e.after >= getvariable('indicator').full_employment AS numerator
    FROM cohort c JOIN follow_up f USING (period, person_id) JOIN employment_around e USING (period, person_id)
    WHERE c.age BETWEEN getvariable('indicator').ages.youngest AND getvariable('indicator').ages.oldest
      AND e.before >= getvariable('indicator').full_employment
      AND is_followed(f.left_on, c.index_date, getvariable('indicator').follow_up)`
};
