import {text} from "../../engine/session.js";
import type {Making} from "./making.js";

/**
 * Writes BEF snapshots at the end of every quarter, one file a year, and deaths and migrations. Some people live
 * elsewhere until well before the index date or from some time after it; who died or left is in no later snapshot.
 */
export async function writeResidents({session, assumptions, delivery}: Making): Promise<void> {
  const {span, moved} = assumptions;
  const [first, last] = [Number(span.residence_from.slice(0, 4)), Number(span.to.slice(0, 4))];
  const elsewhere = (purpose: string) =>
    `(SELECT list(municipality ORDER BY municipality) FROM (SELECT DISTINCT municipality FROM people))[1 + (hash(person, ${text(purpose)}) % 90)::INTEGER]`;
  await session.run(`
    CREATE OR REPLACE TEMP TABLE homes AS
    SELECT person, pnr, CASE sex WHEN 'male' THEN 1 ELSE 2 END AS koen, born, civil_status, municipality, gone_on,
      ${elsewhere("from")} AS earlier, CASE WHEN u(person, 'moved in') < ${moved} THEN (seen_on - 100 - floor(u(person, 'when in') * 500)::INTEGER)::DATE END AS moved_in,
      ${elsewhere("to")} AS later, CASE WHEN u(person, 'moved out') < ${moved} THEN (seen_on + 40 + floor(u(person, 'when out') * 500)::INTEGER)::DATE END AS moved_out
    FROM people ORDER BY person`);
  for (let year = first; year <= last; year++) {
    await delivery.parquet(
      "bef",
      `bef${year}`,
      `
      SELECT pnr AS PNR, koen AS KOEN, born AS FOED_DAG,
        CASE WHEN snapshot < moved_in THEN earlier WHEN snapshot >= moved_out THEN later ELSE municipality END AS KOM,
        civil_status AS CIVST, date_diff('year', born, snapshot)::INTEGER AS ALDER, snapshot AS REFERENCETID
      FROM homes CROSS JOIN (
        SELECT (DATE '${year}-01-01' + to_months(3 * q) - to_days(1))::DATE AS snapshot FROM range(1, 5) r(q)
        WHERE (DATE '${year}-01-01' + to_months(3 * q) - to_days(1))::DATE
          BETWEEN DATE ${text(span.residence_from)} AND DATE ${text(span.to)}
      )
      WHERE (gone_on IS NULL OR gone_on > snapshot) AND born <= snapshot
      ORDER BY snapshot, person`
    );
  }
  await session.run("DROP TABLE homes");
  await delivery.csv(
    "deaths",
    "doede",
    "SELECT pnr, gone_on AS date FROM people WHERE fate IN ('died', 'late') AND gone_on IS NOT NULL ORDER BY gone_on, person"
  );
  // Some have lived abroad long ago: that is no reason to leave them out.
  await delivery.csv(
    "migrations",
    "vandringer",
    `
    SELECT pnr, date, indud_kode FROM (
      SELECT person, pnr, gone_on AS date, 'U' AS indud_kode FROM people WHERE fate = 'left' AND gone_on IS NOT NULL
      UNION ALL
      SELECT person, pnr, (seen_on - 1500)::DATE, 'U' FROM people
      WHERE u(person, 'abroad') < 0.02 AND age > 25
      UNION ALL
      SELECT person, pnr, (seen_on - 1000)::DATE, 'I' FROM people
      WHERE u(person, 'abroad') < 0.02 AND age > 25
    ) ORDER BY date, person, indud_kode`
  );
}
