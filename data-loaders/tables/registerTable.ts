import {areaTypes, hospitalPlaces, residences} from "../../src/domain/areas.js";
import {registerStatuses} from "../../src/domain/status.js";
import {inDanish, inEnglish} from "../../src/domain/words.js";
import type {Row} from "../engine/session.js";
import type {RegisterModels} from "../indicators/definition/analyseRegisters.js";
import {statusColumn, statusOf, type Column} from "./table.js";

export const registerStatusColumn: Column = {
  ...statusColumn,
  meaning: inDanish(registerStatuses),
  english: inEnglish(registerStatuses)
};

export const periodColumn: Column = {
  name: "period",
  type: "VARCHAR",
  meaning: "Periode for den første kontakt",
  english: "Period of the index contact"
};
export const indicatorColumn: Column = {
  name: "indicator_id",
  type: "VARCHAR",
  meaning: "Indikator",
  english: "Indicator"
};
const {country: _, ...withoutCountry} = hospitalPlaces;

export const hospitalRegionColumn: Column = {
  name: "hospital_region",
  type: "VARCHAR",
  meaning: `Hospitalets region: kode; ${inDanish(withoutCountry)}`,
  english: `Region of the hospital: code, ${inEnglish(withoutCountry)}`
};

/** Where patients live. */
export const areaColumns: Column[] = [
  {
    name: "area_type",
    type: "VARCHAR",
    meaning: inDanish(areaTypes),
    english: inEnglish(areaTypes)
  },
  {
    name: "area_id",
    type: "VARCHAR",
    meaning: `Kode; ${inDanish(residences)}`,
    english: `Code, ${inEnglish(residences)}`
  }
];

/** What a column holds, in both languages. */
type Meaning = Pick<Column, "meaning" | "english">;

/** The columns of a share of patients. */
export function shareColumns(patients: Meaning, total: Meaning): Column[] {
  return [
    {name: "patients", type: "INTEGER", ...patients, unit: "patienter", counts: "patients"},
    {name: "total", type: "INTEGER", ...total, unit: "patienter", counts: "patients"},
    {name: "percent", type: "DOUBLE", meaning: "Andel", english: "Share", unit: "%"},
    registerStatusColumn
  ];
}

/**
 * Rows of counted patients with their share; nothing is published of a subject in a period with incomplete follow-up.
 */
export function withShares(rows: Row[], isIncomplete: (row: Row) => boolean = () => false): Row[] {
  return rows.map((row) => {
    if (isIncomplete(row)) return {...row, patients: null, total: null, percent: null, status: "incomplete"};
    const {patients, total} = row as {patients: number; total: number};
    return {...row, percent: total > 0 ? (100 * patients) / total : null, status: statusOf(patients)};
  });
}

/**
 * Whether nothing may be published of a subject in a period: an indicator, or what `needsOf` names besides. Without a
 * whole cohort nothing may.
 */
export function incompleteIn({incomplete}: RegisterModels): (subject: string, period: string) => boolean {
  const pairs = new Set(incomplete.map(({subject, period}) => `${subject} ${period}`));
  return (subject, period) => pairs.has(`${subject} ${period}`) || pairs.has(`cohort ${period}`);
}
