import {text} from "../engine/session.js";
import type {Indicator, Window} from "../indicators/definition/indicator.js";
import {within} from "../models/sql.js";
import type {RegisterModels} from "../indicators/definition/analyseRegisters.js";
import {inWords, drugTypeWords} from "../ground/registerWords.js";
import {share} from "./counted/group.js";
import {ofIndicator, patientsOf} from "./sums/registers.js";
import {incompleteIn, indicatorColumn, periodColumn, shareColumns, withShares} from "./registerTable.js";
import type {Table} from "./table.js";

/**
 * What kind of strong analgesics an indicator's patients redeemed before and after the contact; the rest redeemed none.
 */
export const drugTypes: Table<RegisterModels> = {
  name: "drug_types",
  title: "Lægemiddeltyper",
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
      meaning: inWords(drugTypeWords),
      english: "Type of drug: neuropathic (neuropathic pain only), opioid (opioids only), both"
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
    const parts = models.indicators.flatMap(windowsOf).map(({id, timing, window}) => typesSql(id, timing, window));
    if (parts.length === 0) return [];
    const rows = await models.session.rows(`${parts.join(" UNION ALL ")} ORDER BY ALL`);
    return withShares(rows, ({indicator_id, period}) => isIncomplete(indicator_id as string, period as string));
  }
};

function windowsOf({id, breakdowns, windows}: Indicator): {id: string; timing: string; window: Window}[] {
  return [
    ...(breakdowns.includes("drug_types_before") && windows.denominator
      ? [{id, timing: "before", window: windows.denominator}]
      : []),
    ...(breakdowns.includes("drug_types_after") ? [{id, timing: "after", window: windows.numerator}] : [])
  ];
}

function typesSql(id: string, timing: string, window: Window): string {
  return `
    SELECT period, ${text(id)} AS indicator_id, '${timing}' AS timing, drug_type, coalesce(patients, 0)::INTEGER AS patients, coalesce(total, 0)::INTEGER AS total
    FROM periods CROSS JOIN (VALUES ('neuropathic'), ('opioid'), ('both')) kinds(drug_type)
      LEFT JOIN (SELECT period, count(*) AS total FROM indicator_patients WHERE indicator_id = ${text(id)} GROUP BY ALL) USING (period)
      LEFT JOIN (
        SELECT period, drug_type, count(*) AS patients
        FROM (
          SELECT i.period, i.person_id, CASE WHEN min(s.drug_type) <> max(s.drug_type) THEN 'both' ELSE min(s.drug_type) END AS drug_type
          FROM indicator_patients i JOIN cohort c USING (period, person_id) JOIN strong_analgesics s ON s.person_id = i.person_id
          WHERE i.indicator_id = ${text(id)} AND ${within("s.date", window)}
          GROUP BY ALL
        )
        GROUP BY ALL
      ) USING (period, drug_type)`;
}
