import type {Session} from "../../engine/session.js";
import {perFile, type Across} from "./acrossRows.js";
import type {RegisterFile} from "./registerFile.js";
import {keptRows} from "./relation.js";

const key = "person_id, date, atc";

/**
 * Nets out dispensings that were taken back: of one person, day and drug with a negative
 * number of packages, one row with the sum remains where anything does, and the others are
 * left out. Unnetted, a package handed back would count as redeemed.
 */
export async function netReversals(session: Session, files: RegisterFile[]): Promise<Across> {
  const rows = keptRows(files);
  const none = files.map(() => 0);
  // Few are taken back, so what is netted is small; the rest stays in its files.
  await session.run(
    `CREATE OR REPLACE TEMP TABLE reversed_keys AS SELECT DISTINCT ${key} FROM ${rows} WHERE packages < 0`
  );
  const [reversed] = await session.rows<{n: number}>("SELECT count(*) AS n FROM reversed_keys");
  if (reversed!.n === 0) return {rows, rejected: none};
  await session.run(`CREATE OR REPLACE TEMP TABLE reversals AS
    SELECT *, sum(packages) OVER same AS net_packages, sum(ddd) OVER same AS net_ddd,
      row_number() OVER (PARTITION BY ${key} ORDER BY packages < 0, prescriber, file_no, line) AS nth
    FROM ${keptRows(files)} SEMI JOIN reversed_keys USING (${key})
    WINDOW same AS (PARTITION BY ${key})`);
  await session.run(
    "CREATE OR REPLACE TEMP TABLE netted AS SELECT * FROM reversals WHERE nth = 1 AND net_packages > 0"
  );
  await session.run(
    "CREATE OR REPLACE TEMP TABLE taken_back AS SELECT * FROM reversals WHERE NOT (nth = 1 AND net_packages > 0)"
  );
  return {
    rows: `(SELECT ${key}, ddd, packages, prescriber FROM ${keptRows(files)} ANTI JOIN reversals USING (file_no, line)
      UNION ALL SELECT ${key}, net_ddd, net_packages, prescriber FROM netted)`,
    rejected: none,
    leftOut: {
      reason: "reversal",
      label: "Ekspeditionen er ført tilbage",
      rows: await perFile(session, "taken_back", files)
    }
  };
}
