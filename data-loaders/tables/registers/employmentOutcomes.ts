import {fullEmployment} from "../../indicators/labourMarketRetention.js";
import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {outcomes} from "../../../src/domain/registers.js";
import {inDanish, inEnglish} from "../../../src/domain/words.js";
import {share} from "../counted/group.js";
import {ofIndicator, patientsOf} from "../sums/registers.js";
import {indicator as labourMarketRetention} from "../../indicators/labourMarketRetention.js";
import {areaColumns, incompleteIn, periodColumn, shareColumns, withShares} from "../registerTable.js";
import type {Table} from "../table.js";

/**
 * What became of patients who are no longer in full employment a year after the contact, in the country and its
 * regions: a municipality has too few of them to be split.
 */
export const table: Table<RegisterModels> = {
  name: "employment_outcomes",
  title: "Ikke længere i fuld beskæftigelse",
  place: 110,
  columns: [
    periodColumn,
    ...areaColumns,
    {
      name: "outcome",
      type: "VARCHAR",
      meaning: inDanish(outcomes),
      english: `Outcome: ${inEnglish(outcomes)}`
    },
    ...shareColumns(
      {meaning: "Patienter med udfaldet", english: "Patients with the outcome"},
      {meaning: "Patienter, der ikke længere er i fuld beskæftigelse", english: "Patients no longer in full employment"}
    )
  ],
  protection: () => ({
    counts: (row) => {
      return [
        share(
          "patients",
          {...patientsOf(row), outcome: row.outcome as string},
          "total",
          ofIndicator(patientsOf(row), labourMarketRetention.id, "rest")
        )
      ];
    }
  }),
  async rows(models) {
    const isIncomplete = incompleteIn(models);
    const indicator = models.indicators.find(({breakdowns}) => breakdowns.includes("employment_outcomes"));
    if (!indicator) return [];
    const rows = await models.session.rows(
      `
      WITH counted AS (
        SELECT period, area_type, area_id, outcome, count(*) AS n
        FROM (
          SELECT i.period, i.person_id,
            CASE WHEN e.after > 0 AND e.after < $fullEmployment THEN 'reduced_hours'
              WHEN e.benefit_after THEN 'public_benefit' ELSE 'other' END AS outcome
          FROM indicator_patients i JOIN employment_around e USING (period, person_id)
          WHERE i.indicator_id = $id AND NOT i.numerator
        ) JOIN cohort_areas USING (period, person_id)
        GROUP BY ALL
      )
      SELECT period, area_type, area_id, outcome, coalesce(n, 0)::INTEGER AS patients,
        coalesce(sum(n) OVER (PARTITION BY period, area_type, area_id), 0)::INTEGER AS total
      FROM areas CROSS JOIN (VALUES ('reduced_hours'), ('public_benefit'), ('other')) outcomes(outcome)
        LEFT JOIN counted USING (period, area_type, area_id, outcome)
      WHERE area_type <> 'municipality'
      ORDER BY ALL`,
      {id: indicator.id, fullEmployment}
    );
    return withShares(rows, ({period}) => isIncomplete(indicator.id, period as string));
  }
};
