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
 * Rejects contacts that cannot stand beside other rows: those that another of the same id contradicts, and those on a
 * day before the person's birth.
 * @param first the place of the first file among all files of the delivery
 */
export async function rejectContacts(session: Session, files: RegisterFile[], first: number): Promise<Across> {
  const once = await rejectRepeatedContacts(session, files, first);
  const born = await rejectContactsBeforeBirth(session, files, first, once.rows);
  return {...once, rows: born.rows, rejected: files.map((_, i) => once.rejected[i]! + born.rejected[i]!)};
}

/**
 * Leaves out contacts that stand there before, as those of two years' files do where a contact lasts into the next, and
 * rejects those of one id that differ in more than their end: counted twice, a contact would be two steps of a course,
 * and which of them is right cannot be known.
 */
async function rejectRepeatedContacts(session: Session, files: RegisterFile[], first: number): Promise<Across> {
  const rows = keptRows(files);
  // By the hash of the key, so that seventy million contacts fit; those of one hash are then looked at themselves.
  await session.run(`CREATE OR REPLACE TEMP TABLE repeated_contacts AS
    SELECT file, file_no, line, contact_id, nth, first_file, first_line, alike
    FROM (SELECT file, file_no, line, contact_id, row_number() OVER earlier AS nth, count(*) OVER same AS times,
        first(file) OVER earlier AS first_file, first(line) OVER earlier AS first_line,
        min(told) OVER same = max(told) OVER same AS alike
      FROM (SELECT *, {p: person_id, f: course_id, d: start_date, t: start_time, c: contact_type, a: action_diagnosis,
          u: department, s: specialty, r: region}::VARCHAR AS told FROM ${rows})
      WHERE hash(contact_id) IN (SELECT hash(contact_id) FROM ${rows} GROUP BY 1 HAVING count(*) > 1)
      WINDOW same AS (PARTITION BY contact_id), earlier AS (PARTITION BY contact_id ORDER BY file_no, line))
    WHERE times > 1`);
  await session.run("CREATE OR REPLACE TEMP TABLE contradicting_contacts AS FROM repeated_contacts WHERE NOT alike");
  await session.run("CREATE OR REPLACE TEMP TABLE contacts_again AS FROM repeated_contacts WHERE alike AND nth > 1");
  const found = await rejectFound(
    session,
    files,
    first,
    rows,
    "contradicting_contacts",
    `'dw_ek_kontakt', contact_id, 'duplicate',
      concat('det samme om kontakten overalt; den står første gang i ', first_file, ' linje ', first_line)`
  );
  const again = await perFile(session, "contacts_again", files);
  if (again.every((n) => n === 0)) return found;
  return {
    rows: `(FROM ${found.rows} ANTI JOIN contacts_again USING (file_no, line))`,
    rejected: found.rejected,
    leftOut: {reason: "repeated", label: "Samme kontakt står der i forvejen", rows: again}
  };
}

/**
 * Rejects contacts on a day before the person's birth as the population register has it (`register_people`): one of the
 * two days is wrong and which cannot be known, so neither the contact's place in a course nor the age can be used.
 * @param rows SQL for the contacts, with `file_no` and `line`
 */
async function rejectContactsBeforeBirth(
  session: Session,
  files: RegisterFile[],
  first: number,
  rows: string
): Promise<Across> {
  // Only those born after the first contact of all can be among them: few.
  await session.run(`CREATE OR REPLACE TEMP TABLE contacts_before_birth AS
    SELECT file, file_no, line, start_date, born
    FROM ${rows}
    JOIN (FROM register_people WHERE born > (SELECT min(start_date) FROM ${keptRows(files)})) USING (person_id)
    WHERE start_date < born`);
  return rejectFound(
    session,
    files,
    first,
    rows,
    "contacts_before_birth",
    `'dato_start', CAST(start_date AS VARCHAR), 'before_birth',
      concat('en dag fra personens fødselsdag i befolkningsregisteret, ', born, ', og frem')`
  );
}

/** Rejects every row that another of the same area, sex, age and quarter stands beside: summed, people count twice. */
export async function rejectRepeatedPopulation(
  session: Session,
  files: RegisterFile[],
  first: number
): Promise<Across> {
  const rows = keptRows(files);
  await session.run(`CREATE OR REPLACE TEMP TABLE repeated_population AS
    SELECT file, file_no, line, area_id FROM ${rows}
    QUALIFY count(*) OVER (PARTITION BY period_start, area_id, sex, age, age_to) > 1`);
  return rejectFound(
    session,
    files,
    first,
    rows,
    "repeated_population",
    `'område', area_id, 'duplicate', 'område, køn, alder og kvartal kun én gang; civilstand skal stå i sin egen kolonne'`
  );
}

/** Rejects every row of a person with two sexes or two birth dates: which of them is right cannot be known. */
export async function rejectContradictingPeople(
  session: Session,
  files: RegisterFile[],
  first: number
): Promise<Across> {
  const rows = keptRows(files);
  await session.run(`CREATE OR REPLACE TEMP TABLE register_people AS
    SELECT person_id, CASE WHEN bool_or(sex = 'male') THEN 'male' ELSE 'female' END AS sex, min(born) AS born,
      bool_or(sex = 'male') AND bool_or(sex = 'female') AS two_sexes, max(born) <> min(born) AS two_births
    FROM ${rows} GROUP BY person_id`);
  await session.run(`CREATE OR REPLACE TEMP TABLE contradicting AS
    SELECT file, file_no, line, person_id, people.two_sexes, rows.sex, rows.born
    FROM ${rows} rows JOIN (FROM register_people WHERE two_sexes OR two_births) people USING (person_id)`);
  const found = await rejectFound(
    session,
    files,
    first,
    rows,
    "contradicting",
    `CASE WHEN two_sexes THEN 'koen' ELSE 'foed_dag' END,
      CASE WHEN two_sexes THEN sex ELSE CAST(born AS VARCHAR) END,
      CASE WHEN two_sexes THEN 'two_sexes' ELSE 'two_births' END, 'det samme i alle opgørelser for personen'`
  );
  await session.run("DELETE FROM register_people WHERE two_sexes OR two_births");
  return found;
}

/**
 * Rejects the rows that stand in a table with their `file`, `file_no` and `line`.
 * @param why SQL for column, value, rule and what was expected
 */
async function rejectFound(
  session: Session,
  files: RegisterFile[],
  first: number,
  rows: string,
  table: string,
  why: string
): Promise<Across> {
  const rejected = await perFile(session, table, files);
  if (rejected.every((n) => n === 0)) return {rows, rejected};
  await session.run(`INSERT INTO ${registerRejects}
    SELECT ${first} + file_no, file, line, ${why} FROM ${table} ORDER BY file_no, line`);
  return {rows: `(FROM ${rows} ANTI JOIN ${table} USING (file_no, line))`, rejected};
}

/** How many rows of a table there are of each file. */
export async function perFile(session: Session, table: string, files: RegisterFile[]): Promise<number[]> {
  const counts = await session.rows<{file_no: number; n: number}>(
    `SELECT file_no, count(*) AS n FROM ${table} GROUP BY file_no`
  );
  return files.map((file) => counts.find((c) => c.file_no === file.context.fileNo)?.n ?? 0);
}
