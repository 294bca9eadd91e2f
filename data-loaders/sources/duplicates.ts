import {name, text, type Session} from "../engine/session.js";
import type {AuditFile} from "./auditFile.js";
import {rejectsTable} from "./rejects.js";

/** The table, in the session, of kept rows that repeat an earlier one: `filename`, `file_row_number`, `file_no`. */
export const duplicatesTable = name("audit_duplicates");

const key = "round, profession, participant_no, registration_no";

/**
 * Finds registrations that stand there twice, the later by file and line, and adds them to the rejects.
 * A telephone consultation has a profession of its own, so it is another registration than
 * one of the same number in the clinic. Rows rejected already are not considered.
 * @returns how many of each file
 */
export async function rejectDuplicates(session: Session, files: AuditFile[]): Promise<number[]> {
  const rows = `(SELECT *, hash(${key}) AS h FROM read_parquet([${files.map((f) => text(f.parquet)).join(", ")}],
    filename = true, file_row_number = true, union_by_name = true) WHERE kept)`;
  await session.run(`
    CREATE OR REPLACE TEMP TABLE audit_repeated AS SELECT h FROM ${rows} GROUP BY h HAVING count(*) > 1`);
  const [repeated] = await session.rows<{n: number}>("SELECT count(*) AS n FROM audit_repeated");
  const none = files.map(() => 0);
  if (repeated!.n === 0) return none;

  const numbers = files.map((f, i) => `(${text(f.parquet)}, ${i})`).join(", ");
  const line = files.some((f) => f.numbered) ? "coalesce(line, file_row_number + 2)" : "file_row_number + 2";
  await session.run(`CREATE OR REPLACE TEMP TABLE ${duplicatesTable} AS
    SELECT filename, file_row_number, file_no, file, line, registration_no, first_file, first_line
    FROM (SELECT filename, file_row_number, file_no, file, registration_no, ${line} AS line,
        first(file) OVER earlier AS first_file, first(${line}) OVER earlier AS first_line,
        row_number() OVER earlier AS nth
      FROM ${rows} JOIN (VALUES ${numbers}) numbers(filename, file_no) USING (filename)
      WHERE h IN (FROM audit_repeated)
      WINDOW earlier AS (PARTITION BY ${key} ORDER BY file_no, ${line}))
    WHERE nth > 1`);
  await session.run(`INSERT INTO ${rejectsTable}
    SELECT file_no, file, line, 'registration_no', registration_no, 'duplicate',
      concat('samme runde, faggruppe, deltager og registrering kun én gang; den står også i ', first_file, ' linje ',
        first_line)
    FROM ${duplicatesTable} ORDER BY file_no, line`);
  const counts = await session.rows<{file_no: number; n: number}>(
    `SELECT file_no, count(*) AS n FROM ${duplicatesTable} GROUP BY file_no`
  );
  return none.map((_, i) => counts.find((c) => c.file_no === i)?.n ?? 0);
}
