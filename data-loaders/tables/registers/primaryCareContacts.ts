import {setVariables} from "../../engine/sqlFile.js";
import {indicatorVariable} from "../../indicators/definition/indicator.js";
import {seenBefore, indicator} from "../../indicators/primaryCareBefore.js";
import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {providers} from "../../../src/domain/registers.js";
import {inDanish, inEnglish} from "../../../src/domain/words.js";
import {share, type Group} from "../counted/group.js";
import {ofIndicator, patientsOf} from "../sums/registers.js";
import {areaColumns, incompleteIn, periodColumn, shareColumns, withShares} from "../registerTable.js";
import type {Table} from "../table.js";

/** Who patients had seen in the half year before the contact. */
export const table: Table<RegisterModels> = {
  name: "primary_care_contacts",
  title: "Kontakt med kiropraktor og fysioterapeut",
  place: 120,
  columns: [
    periodColumn,
    ...areaColumns,
    {
      name: "provider",
      type: "VARCHAR",
      meaning: inDanish(providers),
      english: `Where: ${inEnglish(providers)}`
    },
    ...shareColumns(
      {meaning: "Patienter, der har været der", english: "Patients who have been there"},
      {meaning: "Alle patienter", english: "All patients"}
    )
  ],
  protection: () => ({
    counts: (row) => [share("patients", seen(patientsOf(row), row.provider as string), "total", patientsOf(row))]
  }),
  async rows(models) {
    const isIncomplete = incompleteIn(models);
    await setVariables(models.session, {indicator: indicatorVariable(indicator)});
    const rows = await models.session.rows(`
      WITH seen AS (
        SELECT period, person_id, bool_or(provider = 'chiropractor') AS chiropractor,
          bool_or(provider = 'physiotherapist') AS physiotherapist
        FROM (${seenBefore}) GROUP BY ALL
      ),
      homes AS (
        SELECT period, municipality, region, chiropractor, physiotherapist, count(*) AS patients
        FROM cohort LEFT JOIN seen USING (period, person_id)
        GROUP BY ALL
      ),
      counted AS (
        SELECT period, area_type, area_id, sum(patients)::INTEGER AS total,
          coalesce(sum(patients) FILTER (chiropractor), 0)::INTEGER AS chiropractor,
          coalesce(sum(patients) FILTER (physiotherapist), 0)::INTEGER AS physiotherapist,
          coalesce(sum(patients) FILTER (chiropractor OR physiotherapist), 0)::INTEGER AS "either",
          coalesce(sum(patients) FILTER (chiropractor AND physiotherapist), 0)::INTEGER AS "both"
        FROM per_area('homes')
        GROUP BY ALL
      )
      SELECT period, area_type, area_id, provider, coalesce(patients, 0)::INTEGER AS patients,
        coalesce(total, 0)::INTEGER AS total
      FROM (FROM areas LEFT JOIN counted USING (period, area_type, area_id))
        UNPIVOT INCLUDE NULLS (patients FOR provider IN (chiropractor, physiotherapist, "either", "both"))
      ORDER BY ALL`);
    return withShares(rows, ({period}) => isIncomplete(indicator.id, period as string));
  }
};

function seen(patients: Group, provider: string): Group {
  if (provider === "either") return ofIndicator(patients, indicator.id, "numerator");
  return provider === "both"
    ? {...patients, chiropractor: "yes", physiotherapist: "yes"}
    : {...patients, [provider]: "yes"};
}
