import {byar} from "../../../src/statistics/byar.js";
import {standardisedRate} from "../../../src/statistics/standardisedRate.js";
import type {Row} from "../../engine/session.js";
import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {isAbout} from "../counted/group.js";
import {isPrintedHome, patientsOf} from "../sums/registers.js";
import {areaColumns, incompleteIn, periodColumn, registerStatusColumn} from "../registerTable.js";
import {statusOf, type Column, type Table} from "../table.js";

const per100000 = (name: string, meaning: string, english: string, decimals?: number): Column => ({
  name,
  type: "DOUBLE",
  meaning,
  english,
  unit: "pr. 100.000",
  decimals
});

/**
 * New patients among residents of the cohort's ages, by residence, crude and standardised. Everybody has the population
 * by age and sex: from standardised values of all areas with many decimals the country's patients by age and sex could
 * be solved for. From whole numbers they follow to within ten or so, which tells no few from many.
 */
export const table: Table<RegisterModels> = {
  name: "incidence",
  title: "Nye patienter pr. 100.000 borgere",
  place: 70,
  columns: [
    periodColumn,
    ...areaColumns,
    {
      name: "patients",
      type: "INTEGER",
      meaning: "Nye patienter",
      english: "New patients",
      unit: "patienter",
      counts: "patients"
    },
    {
      name: "population",
      type: "INTEGER",
      meaning: "Voksne borgere ved periodens begyndelse",
      english: "Adult residents at the start of the period",
      unit: "borgere",
      counts: "residents"
    },
    per100000("per_100000", "Nye patienter pr. 100.000 voksne borgere", "New patients per 100,000 adult residents"),
    per100000("low", "Nedre 95 %-grænse (Byar)", "Lower 95% limit (Byar)"),
    per100000("high", "Øvre 95 %-grænse (Byar)", "Upper 95% limit (Byar)"),
    per100000(
      "standardised",
      "Nye patienter pr. 100.000 voksne borgere, standardiseret for alder og køn; tom, hvor folketallet ikke kan deles efter dem",
      "New patients per 100,000 adult residents, standardised for age and sex; empty where the population count cannot be divided by them",
      0
    ),
    per100000(
      "standardised_low",
      "Nedre 95 %-grænse for det standardiserede tal (Byar)",
      "Lower 95% limit of the standardised number (Byar)",
      0
    ),
    per100000(
      "standardised_high",
      "Øvre 95 %-grænse for det standardiserede tal (Byar)",
      "Upper 95% limit of the standardised number (Byar)",
      0
    ),
    registerStatusColumn
  ],
  protection: () => ({
    counts: (row) => [{column: "patients", group: patientsOf(row)}],
    covers: (group) => isAbout(group, ["period", "home?"]) && isPrintedHome(group)
  }),
  async rows(models) {
    const isIncomplete = incompleteIn(models);
    const counts = await models.session.rows<AreaCount>(countsByArea);
    return counts.map(({expected, common, ...row}) =>
      isIncomplete("cohort", row.period)
        ? {...row, patients: null, ...noRate, ...noStandardised, status: "incomplete"}
        : {...row, ...rate(row), ...standardised({expected, common, ...row}), status: statusOf(row.patients)}
    );
  }
};

interface AreaCount extends Row {
  period: string;
  patients: number;
  population: number | null;
  /** How many patients there would be, had each age and sex of the area the country's rate. */
  expected: number | null;
  /** The country's rate per 100,000, from its expected patients as well: who is of unknown sex is expected nowhere. */
  common: number | null;
}

// An area lacks expected patients where its count lacks a sex and age band that the country has, and all do where the
// country's lacks one that patients have. Added up in a fixed order: any other gives another last digit.
const countsByArea = `
  WITH counted AS (SELECT period, area_type, area_id, count(*)::INTEGER AS patients FROM cohort_areas GROUP BY ALL),
  patients_by_age AS (SELECT period, age_band, sex, count(*) AS n FROM cohort WHERE sex <> 'unknown' GROUP BY ALL),
  rates AS (
    SELECT period, age_band, sex, coalesce(n, 0) / adults AS rate
    FROM (FROM adults_by_age WHERE area_type = 'country' AND adults > 0)
      FULL JOIN patients_by_age USING (period, age_band, sex)
  ),
  expected AS (
    SELECT period, area_type, area_id,
      CASE WHEN count(adults * rate) = count(*) THEN sum(adults * rate ORDER BY sex, age_band) END AS expected
    FROM areas JOIN rates USING (period)
      LEFT JOIN adults_by_age USING (period, area_type, area_id, age_band, sex)
    GROUP BY ALL
  )
  SELECT period, area_type, area_id, coalesce(patients, 0)::INTEGER AS patients, adults::INTEGER AS population,
    expected::DOUBLE AS expected,
    max(100_000 * expected / nullif(adults, 0)) FILTER (area_type = 'country') OVER (PARTITION BY period) AS common
  FROM areas LEFT JOIN counted USING (period, area_type, area_id)
    LEFT JOIN adults USING (period, area_type, area_id)
    LEFT JOIN expected USING (period, area_type, area_id)
  ORDER BY ALL`;

const noRate = {per_100000: null, low: null, high: null};
const noStandardised = {standardised: null, standardised_low: null, standardised_high: null};

function rate({patients, population}: Pick<AreaCount, "patients" | "population">) {
  if (!population) return noRate;
  const per = (count: number) => (100_000 * count) / population;
  const {low, high} = byar(patients);
  return {per_100000: per(patients), low: per(low), high: per(high)};
}

function standardised({patients, expected, common}: Pick<AreaCount, "patients" | "expected" | "common">) {
  const found = expected === null || common === null ? null : standardisedRate(patients, expected, common);
  if (!found) return noStandardised;
  return {standardised: found.rate, standardised_low: found.low, standardised_high: found.high};
}
