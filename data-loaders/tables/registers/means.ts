import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {patientsOf, ofIndicator} from "../sums/registers.js";
import {where} from "../counted/group.js";
import {means} from "../means.js";
import {incompleteIn} from "../registerTable.js";
import type {Table} from "../table.js";

/** Age of the cohort, and of each indicator's denominator, by period and sex. */
export const table: Table<RegisterModels> = {
  ...means,
  place: 140,
  columns: means.columns.map((column) => (column.name === "n" ? {...column, counts: "patients"} : column)),
  protection: () => ({
    counts: (row) => {
      const patients = where(patientsOf(row), {sex: row.sex === "all" ? undefined : (row.sex as string)});
      return [
        {
          column: "n",
          group:
            row.subject === "register_age"
              ? patients
              : ofIndicator(patients, String(row.subject).replace(/_age$/, ""), "in")
        }
      ];
    }
  }),
  rows: async (models) => {
    const {session, indicators} = models;
    const isIncomplete = incompleteIn(models);
    const rows = await session.rows<{indicator_id: string | null; period: string}>(`
      WITH groups AS (
        SELECT NULL AS indicator_id, period, sex, age FROM cohort
        UNION ALL SELECT indicator_id, period, sex, age FROM indicator_patients JOIN cohort USING (period, person_id)
      )
      SELECT indicator_id, period, coalesce(sex, 'all') AS sex, avg(age) AS mean, count(*)::INTEGER AS n
      FROM groups GROUP BY indicator_id, period, ROLLUP (sex)
      ORDER BY indicator_id NULLS FIRST, period, sex`);
    return rows
      .filter(({indicator_id}) => indicator_id === null || indicators.some(({id}) => id === indicator_id))
      .filter(({indicator_id, period}) => !isIncomplete(indicator_id ?? "cohort", period))
      .map(({indicator_id, ...row}) => ({
        subject: indicator_id ? `${indicator_id}_age` : "register_age",
        round: null,
        profession: null,
        ...row,
        status: "shown"
      }));
  }
};
