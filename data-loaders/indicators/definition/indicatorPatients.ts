import type {Session} from "../../engine/session.js";
import {runSql, setVariables} from "../../engine/sqlFile.js";
import {indicatorVariable, type Indicator} from "./indicator.js";

/**
 * Creates the table `indicator_patients` (indicator_id, period, person_id, numerator): who is in the
 * denominator of what, and whether in the numerator too; `indicator_strata` (indicator_id, period,
 * municipality, region, sex, age, age_band, numerator, denominator), how many there are of each
 * residence, sex and age; and `indicator_ids`, every indicator, also one without patients.
 * @throws Error when an indicator's SQL names somebody twice or somebody outside the cohort
 */
export async function createIndicatorPatients(session: Session, indicators: Indicator[]): Promise<void> {
  await session.run(
    "CREATE OR REPLACE TEMP TABLE indicator_patients (indicator_id VARCHAR, period VARCHAR, person_id VARCHAR, numerator BOOLEAN)"
  );
  await session.run("CREATE OR REPLACE TEMP TABLE indicator_ids (indicator_id VARCHAR)");
  for (const indicator of indicators) {
    await setVariables(session, {indicator: indicatorVariable(indicator)});
    await session.run(`
      INSERT INTO indicator_ids VALUES (getvariable('indicator').id);
      INSERT INTO indicator_patients
      SELECT getvariable('indicator').id, period, person_id, numerator FROM (${indicator.sql})`);
  }
  const [wrong] = await session.rows<{indicator_id: string; people: number}>(`
    SELECT indicator_id, count(*)::INTEGER AS people
    FROM (
      SELECT indicator_id, i.person_id, count(*) AS times,
        bool_and(c.person_id IS NOT NULL AND numerator IS NOT NULL) AS known
      FROM indicator_patients i LEFT JOIN cohort c USING (period, person_id)
      GROUP BY indicator_id, period, i.person_id
    )
    WHERE times > 1 OR NOT known
    GROUP BY ALL ORDER BY ALL LIMIT 1`);
  if (wrong)
    throw new Error(
      `The SQL of ${wrong.indicator_id} names ${wrong.people} people twice, without a numerator or from outside the cohort.`
    );
  await runSql(session, new URL("./indicator_strata.sql", import.meta.url));
}
