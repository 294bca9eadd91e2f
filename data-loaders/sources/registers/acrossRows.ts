import type {Session} from "../../engine/session.js";
import {registerRejects, type RegisterFile} from "./registerFile.js";
import {keptRows} from "./relation.js";

/**
 * What a rule across rows changed: SQL for the rows that remain, and how many more of each
 * file are rejected or left out.
 */
export interface Across {
  rows: string;
  rejected: number[];
  leftOut?: {reason: string; label: string; rows: number[]};
}

/**
 * Rejects contacts whose id stands in an earlier line or file: counted twice, a contact would be two steps of a course.
 * @param first the place of the first file among all files of the delivery
 */
export async function rejectRepeatedContacts(session: Session, files: RegisterFile[], first: number): Promise<Across> {
  const rows = keptRows(files);
  // By the hash of the key, so that seventy million contacts fit; those of one hash are then looked at themselves.
  await session.run(`CREATE OR REPLACE TEMP TABLE repeated_contacts AS
    SELECT file, file_no, line, contact_id, first_file, first_line
    FROM (SELECT *, row_number() OVER earlier AS nth, first(file) OVER earlier AS first_file,
        first(line) OVER earlier AS first_line
      FROM ${rows}
      WHERE hash(contact_id) IN (SELECT hash(contact_id) FROM ${keptRows(files)} GROUP BY 1 HAVING count(*) > 1)
      WINDOW earlier AS (PARTITION BY contact_id ORDER BY file_no, line))
    WHERE nth > 1`);
  const rejected = await perFile(session, "repeated_contacts", files);
  if (rejected.every((n) => n === 0)) return {rows, rejected};
  await session.run(`INSERT INTO ${registerRejects}
    SELECT ${first} + file_no, file, line, 'dw_ek_kontakt', contact_id, 'duplicate',
      concat('hver kontakt kun én gang; den står også i ', first_file, ' linje ', first_line)
    FROM repeated_contacts ORDER BY file_no, line`);
  return {rows: `(FROM ${rows} ANTI JOIN repeated_contacts USING (file_no, line))`, rejected};
}

/** Rejects every row of a person with two sexes or two birth dates: which of them is right cannot be known. */
export async function rejectContradictingPeople(
  session: Session,
  files: RegisterFile[],
  first: number
): Promise<Across> {
  await session.run(`CREATE OR REPLACE TEMP TABLE register_people AS
    SELECT person_id, CASE WHEN bool_or(sex = 'male') THEN 'male' ELSE 'female' END AS sex, min(born) AS born,
      bool_or(sex = 'male') AND bool_or(sex = 'female') AS two_sexes, max(born) <> min(born) AS two_births
    FROM ${keptRows(files)} GROUP BY person_id`);
  await session.run(`CREATE OR REPLACE TEMP TABLE contradicting AS
    SELECT file, file_no, line, person_id, people.two_sexes, rows.sex, rows.born
    FROM ${keptRows(files)} rows JOIN (FROM register_people WHERE two_sexes OR two_births) people USING (person_id)`);
  const rejected = await perFile(session, "contradicting", files);
  if (rejected.every((n) => n === 0)) return {rows: keptRows(files), rejected};
  await session.run(`INSERT INTO ${registerRejects}
    SELECT ${first} + file_no, file, line, CASE WHEN two_sexes THEN 'koen' ELSE 'foed_dag' END,
      CASE WHEN two_sexes THEN sex ELSE CAST(born AS VARCHAR) END,
      CASE WHEN two_sexes THEN 'two_sexes' ELSE 'two_births' END, 'det samme i alle opgørelser for personen'
    FROM contradicting ORDER BY file_no, line`);
  await session.run("DELETE FROM register_people WHERE two_sexes OR two_births");
  return {
    rows: `(FROM ${keptRows(files)} ANTI JOIN (SELECT DISTINCT person_id FROM contradicting) USING (person_id))`,
    rejected
  };
}

/** How many rows of a table there are of each file. */
export async function perFile(session: Session, table: string, files: RegisterFile[]): Promise<number[]> {
  const counts = await session.rows<{file_no: number; n: number}>(
    `SELECT file_no, count(*) AS n FROM ${table} GROUP BY file_no`
  );
  return files.map((file) => counts.find((c) => c.file_no === file.context.fileNo)?.n ?? 0);
}
