import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {windowVariable} from "../../models/registers/spans.js";
import {sectors} from "../../../src/domain/registers.js";
import {inDanish, inEnglish} from "../../../src/domain/words.js";
import {share} from "../counted/group.js";
import {ofIndicator, patientsOf} from "../sums/registers.js";
import {incompleteIn, indicatorColumn, periodColumn, shareColumns, withShares} from "../registerTable.js";
import type {Table} from "../table.js";

/**
 * In which sector those who redeemed after the contact had it prescribed: one prescriber a
 * patient, that of the first redemption.
 */
export const table: Table<RegisterModels> = {
  name: "prescribers",
  title: "Receptudstedere",
  place: 100,
  columns: [
    periodColumn,
    indicatorColumn,
    {
      name: "sector",
      type: "VARCHAR",
      meaning: inDanish(sectors),
      english: `Sector of the prescriber: ${inEnglish(sectors)}`
    },
    ...shareColumns(
      {
        meaning: "Patienter med første recept fra sektoren",
        english: "Patients whose first prescription came from the sector"
      },
      {
        meaning: "Indikatorens patienter, der indløser recept efter kontakten",
        english: "The indicator's patients who redeem a prescription after the contact"
      }
    )
  ],
  protection: () => ({
    counts: (row) => {
      const {indicator_id: id, sector} = row as Record<string, string>;
      return [
        share(
          "patients",
          {...patientsOf(row), [`sector ${id}`]: sector!},
          "total",
          ofIndicator(patientsOf(row), id!, "rest")
        )
      ];
    }
  }),
  async rows(models) {
    const isIncomplete = incompleteIn(models);
    const asked = models.indicators
      .filter(({breakdowns}) => breakdowns.includes("prescribers"))
      .map(({id, windows}) => ({indicator_id: id, around: windowVariable(windows.numerator)}));
    if (asked.length === 0) return [];
    const rows = await models.session.rows(sectorsOfFirst, {asked});
    return withShares(rows, ({indicator_id, period}) =>
      [indicator_id as string, "prescribers"].some((subject) => isIncomplete(subject, period as string))
    );
  }
};

/** Of each indicator `asked` for. */
const sectorsOfFirst = `
  WITH asked AS (SELECT unnest($asked, max_depth := 2)),
  firsts AS (
    SELECT indicator_id, i.period, i.person_id,
      arg_min(
        {date: s.date, prescriber: s.prescriber}, {date: s.date, atc: s.atc, prescriber: coalesce(s.prescriber, '')}
      ) AS redeemed
    FROM asked JOIN indicator_patients i USING (indicator_id) JOIN cohort c USING (period, person_id)
      JOIN strong_analgesics s ON s.person_id = i.person_id AND is_within(s.date, c.index_date, asked.around)
    GROUP BY ALL
  ),
  -- Dates of validity that overlap would give a prescriber two sectors at once: the row that began last holds, and a
  -- longer one again after it.
  sectors AS (
    SELECT indicator_id, f.period, f.person_id,
      max_by(p.sector, {began: coalesce(p.valid_from, DATE '0001-01-01'), sector: p.sector}) AS sector
    FROM firsts f LEFT JOIN prescribers p ON p.recu = redeemed.prescriber
      AND redeemed.date BETWEEN coalesce(p.valid_from, DATE '0001-01-01') AND coalesce(p.valid_to, DATE '9999-12-31')
    GROUP BY ALL
  ),
  counted AS (
    SELECT indicator_id, period, coalesce(sector, 'unknown') AS sector, count(*) AS patients FROM sectors GROUP BY ALL
  )
  SELECT period, indicator_id, sector, coalesce(patients, 0)::INTEGER AS patients,
    coalesce(sum(patients) OVER (PARTITION BY period, indicator_id), 0)::INTEGER AS total
  FROM periods CROSS JOIN asked CROSS JOIN (VALUES ('primary'), ('secondary'), ('unknown')) kinds(sector)
    LEFT JOIN counted USING (indicator_id, period, sector)
  ORDER BY ALL`;
