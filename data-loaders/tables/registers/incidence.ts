import {byar} from "../../../src/statistics/byar.js";
import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {isAbout} from "../counted/group.js";
import {isPrintedHome, patientsOf} from "../sums/registers.js";
import {areaColumns, incompleteIn, periodColumn, registerStatusColumn} from "../registerTable.js";
import {statusOf, type Table} from "../table.js";

/** New patients among residents of the cohort's ages, by residence. */
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
    {
      name: "per_100000",
      type: "DOUBLE",
      meaning: "Nye patienter pr. 100.000 voksne borgere",
      english: "New patients per 100,000 adult residents",
      unit: "pr. 100.000"
    },
    {
      name: "low",
      type: "DOUBLE",
      meaning: "Nedre 95 %-grænse (Byar)",
      english: "Lower 95% limit (Byar)",
      unit: "pr. 100.000"
    },
    {
      name: "high",
      type: "DOUBLE",
      meaning: "Øvre 95 %-grænse (Byar)",
      english: "Upper 95% limit (Byar)",
      unit: "pr. 100.000"
    },
    registerStatusColumn
  ],
  protection: () => ({
    counts: (row) => [{column: "patients", group: patientsOf(row)}],
    covers: (group) => isAbout(group, ["period", "home?"]) && isPrintedHome(group)
  }),
  async rows(models) {
    const isIncomplete = incompleteIn(models);
    const rows = await models.session.rows<{period: string; patients: number; population: number | null}>(`
      WITH counted AS (SELECT period, area_type, area_id, count(*)::INTEGER AS patients FROM cohort_areas GROUP BY ALL)
      SELECT period, area_type, area_id, coalesce(patients, 0)::INTEGER AS patients, adults::INTEGER AS population
      FROM areas LEFT JOIN counted USING (period, area_type, area_id)
      LEFT JOIN adults USING (period, area_type, area_id)
      ORDER BY ALL`);
    return rows.map((row) =>
      isIncomplete("cohort", row.period)
        ? {...row, patients: null, per_100000: null, low: null, high: null, status: "incomplete"}
        : {...row, ...rate(row), status: statusOf(row.patients)}
    );
  }
};

function rate({patients, population}: {patients: number; population: number | null}) {
  const per = (count: number) => (population ? (100_000 * count) / population : null);
  const {low, high} = byar(patients);
  return {per_100000: per(patients), low: per(low), high: per(high)};
}
