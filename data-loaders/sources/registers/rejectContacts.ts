import type {Session} from "../../engine/session.js";
import {perFile, rejectRepeatedContacts, type Across} from "./acrossRows.js";
import {registerRejects, type RegisterFile} from "./registerFile.js";
import {keptRows} from "./relation.js";

/**
 * Rejects contacts that cannot stand beside other rows: those delivered before, and those on
 * a day before the person's birth.
 */
export async function rejectContacts(session: Session, files: RegisterFile[], first: number): Promise<Across> {
  const once = await rejectRepeatedContacts(session, files, first);
  const born = await rejectContactsBeforeBirth(session, files, first, once.rows);
  return {rows: born.rows, rejected: files.map((_, i) => once.rejected[i]! + born.rejected[i]!)};
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
  const rejected = await perFile(session, "contacts_before_birth", files);
  if (rejected.every((n) => n === 0)) return {rows, rejected};
  await session.run(`INSERT INTO ${registerRejects}
    SELECT ${first} + file_no, file, line, 'dato_start', CAST(start_date AS VARCHAR), 'before_birth',
      concat('en dag fra personens fødselsdag i befolkningsregisteret, ', born, ', og frem')
    FROM contacts_before_birth ORDER BY file_no, line`);
  return {rows: `(FROM ${rows} ANTI JOIN contacts_before_birth USING (file_no, line))`, rejected};
}
