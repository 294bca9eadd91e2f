import {text, type Session} from "../../engine/session.js";
import type {Month} from "./registerFile.js";

/**
 * Keys are compared whole where there are no more than so many rows, and else one of some: the same in every register.
 */
const comparedKeys = 100_000;

/** One key of how many is compared, of so many rows. */
export function oneKeyIn(rows: number): number {
  return Math.max(1, Math.floor(rows / comparedKeys));
}

/** SQL for whether a key is among those compared: the same keys in every register. */
export function isCompared(key: string, oneIn: number): string {
  return oneIn === 1 ? "TRUE" : `hash(${key}) % ${oneIn} = 0`;
}

/**
 * Leaves the table `coverage`: kind, month, rows, first_date, last_date, a row a register and month in which it has
 * rows. Diagnoses have no day: theirs is that of their contact. One month alone stands for the whole of DREAM.
 * @param contacts how many contacts there are
 */
export async function createCoverage(session: Session, kinds: Map<string, Month[]>, contacts: number): Promise<void> {
  await session.run(`CREATE OR REPLACE TEMP TABLE coverage_files
    (kind VARCHAR, month DATE, "rows" BIGINT, first_date DATE, last_date DATE)`);
  const values = [...kinds].flatMap(([kind, months]) =>
    months.map(
      ({month, rows, first, last}) => `(${[kind, month, rows, first, last].map((v) => text(String(v))).join(", ")})`
    )
  );
  if (values.length > 0) await session.run(`INSERT INTO coverage_files VALUES ${values.join(", ")}`);
  const oneIn = oneKeyIn(contacts);
  await session.run(`INSERT INTO coverage_files
    SELECT 'lpr_diagnoses', date_trunc('month', start_date)::DATE AS month, ${oneIn} * count(*), min(start_date),
      max(start_date)
    FROM contacts SEMI JOIN (SELECT contact_id FROM diagnoses WHERE ${isCompared("contact_id", oneIn)}) USING (contact_id)
    WHERE ${isCompared("contact_id", oneIn)}
    GROUP BY month`);
  await session.run(`CREATE OR REPLACE TEMP TABLE coverage AS
    SELECT kind, month, sum("rows")::BIGINT AS "rows", min(first_date) AS first_date, max(last_date) AS last_date
    FROM coverage_files GROUP BY ALL`);
  await session.run("DROP TABLE coverage_files");
}
