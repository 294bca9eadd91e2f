import type {Indicator, Window} from "../../indicators/definition/indicator.js";
import {windowVariable} from "../../models/registers/spans.js";
import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {drugTypes as typesOfDrug} from "../../../src/domain/registers.js";
import {inDanish, inEnglish} from "../../../src/domain/words.js";
import {share} from "../counted/group.js";
import {ofIndicator, patientsOf} from "../sums/registers.js";
import {incompleteIn, indicatorColumn, periodColumn, shareColumns, withShares} from "../registerTable.js";
import type {Table} from "../table.js";

/**
 * What kind of strong analgesics an indicator's patients redeemed before and after the contact; the rest redeemed none.
 */
export const table: Table<RegisterModels> = {
  name: "drug_types",
  title: "Lægemiddeltyper",
  place: 90,
  columns: [
    periodColumn,
    indicatorColumn,
    {
      name: "timing",
      type: "VARCHAR",
      meaning: "before: før kontakten; after: efter kontakten",
      english: "before: before the contact; after: after the contact"
    },
    {
      name: "drug_type",
      type: "VARCHAR",
      meaning: inDanish(typesOfDrug),
      english: `Type of drug: ${inEnglish(typesOfDrug)}`
    },
    ...shareColumns(
      {meaning: "Patienter, der har indløst typen", english: "Patients who redeemed the type"},
      {meaning: "Indikatorens patienter", english: "The indicator's patients"}
    )
  ],
  protection: () => ({
    counts: (row) => {
      const {indicator_id: id, timing, drug_type: type} = row as Record<string, string>;
      return [
        share(
          "patients",
          {...patientsOf(row), [`${timing} ${id}`]: type!},
          "total",
          ofIndicator(patientsOf(row), id!, "in")
        )
      ];
    }
  }),
  async rows(models) {
    const isIncomplete = incompleteIn(models);
    const asked = models.indicators.flatMap(windowsOf);
    if (asked.length === 0) return [];
    const rows = await models.session.rows(redeemedTypes, {asked});
    return withShares(rows, ({indicator_id, period}) => isIncomplete(indicator_id as string, period as string));
  }
};

function windowsOf({id, breakdowns, windows: {denominator, numerator}}: Indicator) {
  const of = (timing: string, window: Window) => ({indicator_id: id, timing, around: windowVariable(window)});
  return [
    ...(breakdowns.includes("drug_types_before") && denominator ? [of("before", denominator)] : []),
    ...(breakdowns.includes("drug_types_after") ? [of("after", numerator)] : [])
  ];
}

/** Of each indicator and window `asked` for. */
const redeemedTypes = `
  WITH asked AS (SELECT unnest($asked, max_depth := 2)),
  redeemed AS (
    SELECT indicator_id, timing, period, i.person_id,
      CASE WHEN min(s.drug_type) <> max(s.drug_type) THEN 'both' ELSE min(s.drug_type) END AS drug_type
    FROM asked JOIN indicator_patients i USING (indicator_id) JOIN cohort c USING (period, person_id)
      JOIN strong_analgesics s ON s.person_id = i.person_id AND is_within(s.date, c.index_date, asked.around)
    GROUP BY ALL
  ),
  counted AS (SELECT indicator_id, timing, period, drug_type, count(*) AS patients FROM redeemed GROUP BY ALL),
  totals AS (SELECT indicator_id, period, count(*) AS total FROM indicator_patients GROUP BY ALL)
  SELECT period, indicator_id, timing, drug_type, coalesce(patients, 0)::INTEGER AS patients,
    coalesce(total, 0)::INTEGER AS total
  FROM periods CROSS JOIN asked CROSS JOIN (VALUES ('neuropathic'), ('opioid'), ('both')) kinds(drug_type)
    LEFT JOIN totals USING (indicator_id, period) LEFT JOIN counted USING (indicator_id, timing, period, drug_type)
  ORDER BY ALL`;
