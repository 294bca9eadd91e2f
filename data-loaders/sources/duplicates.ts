import {name, text, type Session} from "../engine/session.js";
import type {AuditFile} from "./auditFile.js";
import {rejectsTable} from "./rejects.js";

/**
 * The table, in the session, of rows that do not count since others of the same registration stand beside them:
 * `filename`, `file_row_number`, `file_no`, `repeats` (whether another row counts instead).
 */
export const duplicatesTable = name("audit_duplicates");

const key = "round, profession, participant_no, registration_no";

/**
 * Finds registrations that stand there several times. Those that say the same count once, as in a delivery that repeats
 * the one before. Of those that do not, which is right cannot be known, and all are rejected, unless `newest` says that
 * a later file (by name) corrects an earlier one. A telephone consultation has a profession of its own, so it is
 * another registration than one of the same number in the clinic. Rows rejected already are not considered.
 * @returns of each file, how many are rejected, and how many another row counts instead of
 */
export async function findDuplicates(
  session: Session,
  files: AuditFile[],
  newest: boolean
): Promise<{rejected: number[]; repeated: number[]}> {
  const rows = `(SELECT *, hash(${key}) AS h FROM read_parquet([${files.map((f) => text(f.parquet)).join(", ")}],
    filename = true, file_row_number = true, union_by_name = true) WHERE kept)`;
  await session.run(`
    CREATE OR REPLACE TEMP TABLE audit_repeated AS SELECT h FROM ${rows} GROUP BY h HAVING count(*) > 1`);
  const [repeated] = await session.rows<{n: number}>("SELECT count(*) AS n FROM audit_repeated");
  const none = files.map(() => 0);
  if (repeated!.n === 0) return {rejected: none, repeated: none};

  const numbers = files.map((f, i) => `(${text(f.parquet)}, ${i})`).join(", ");
  const numbered = files.some((f) => f.numbered);
  const line = numbered ? "coalesce(line, file_row_number + 2)" : "file_row_number + 2";
  const place = `file, kept, raw, filename, file_row_number, h${numbered ? ", line" : ""}`;
  await session.run(`CREATE OR REPLACE TEMP TABLE ${duplicatesTable} AS
    WITH placed AS (
      SELECT *, ${line} AS "#line", hash(*COLUMNS(* EXCLUDE (${place}))) AS told
      FROM ${rows} WHERE h IN (FROM audit_repeated)
    ),
    numbered AS (
      SELECT *, max(file_no) OVER (PARTITION BY ${key}) AS newest
      FROM placed JOIN (VALUES ${numbers}) numbers(filename, file_no) USING (filename)
    ),
    -- Those among which one must be right.
    valid AS (FROM numbered ${newest ? "WHERE file_no = newest" : ""}),
    judged AS (
      SELECT filename, file_row_number, min(told) OVER same = max(told) OVER same AS alike,
        row_number() OVER (PARTITION BY ${key} ORDER BY file_no, "#line") AS nth
      FROM valid WINDOW same AS (PARTITION BY ${key})
    )
    SELECT filename, file_row_number, file_no, file, "#line" AS line, registration_no, first_file, first_line,
      alike IS NULL OR alike AS repeats
    FROM (SELECT *, first(file) OVER earlier AS first_file, first("#line") OVER earlier AS first_line,
        count(*) OVER (PARTITION BY ${key}) AS times
      FROM numbered WINDOW earlier AS (PARTITION BY ${key} ORDER BY file_no, "#line"))
      LEFT JOIN judged USING (filename, file_row_number)
    WHERE times > 1 AND NOT coalesce(alike AND nth = 1, FALSE)`);
  await session.run(`INSERT INTO ${rejectsTable}
    SELECT file_no, file, line, 'registration_no', registration_no, 'duplicate',
      concat('de samme svar for samme runde, faggruppe, deltager og registrering; den står første gang i ', first_file,
        ' linje ', first_line, '. Skal en nyere fil rette en ældre, så skriv corrections: newest i settings.yaml')
    FROM ${duplicatesTable} WHERE NOT repeats ORDER BY file_no, line`);
  const counts = await session.rows<{file_no: number; repeats: boolean; n: number}>(
    `SELECT file_no, repeats, count(*) AS n FROM ${duplicatesTable} GROUP BY ALL`
  );
  const of = (repeats: boolean) =>
    none.map((_, i) => counts.find((c) => c.file_no === i && c.repeats === repeats)?.n ?? 0);
  return {rejected: of(false), repeated: of(true)};
}

/** That registrations of several files contradict each other, a line that begins with ADVARSEL. */
export async function contradictions(session: Session, files: AuditFile[], rejected: number[]): Promise<string[]> {
  const among = files.filter((_, i) => rejected[i]! > 0);
  if (among.length < 2) return [];
  const [found] = await session.rows<{n: number}>(
    `SELECT count(*) AS n FROM ${rejectsTable} WHERE rule = 'duplicate' AND file_no = ${files.indexOf(among.at(-1)!)}`
  );
  return [
    `ADVARSEL: ${among.map(({file}) => file).join(", ")}, kolonne registration_no: ${found!.n} registreringer i ${among.at(-1)!.file} står med andre svar i en ældre fil, så ingen af dem tæller; retter den nyeste fil de ældre, så skriv corrections: newest i settings.yaml.`
  ];
}

/**
 * Participants of one form whose numbers differ by zeros in front alone, a line each that begins with ADVARSEL:
 * somebody who is two people is in no comparison of rounds.
 */
export async function likeParticipants(session: Session): Promise<string[]> {
  const found = await session.rows<{profession: string; numbers: string; files: string}>(`
    SELECT profession, string_agg(DISTINCT participant_no, ' og ' ORDER BY participant_no) AS numbers,
      string_agg(DISTINCT file, ', ' ORDER BY file) AS files
    FROM registrations WHERE regexp_full_match(participant_no, '\\d+')
    GROUP BY profession, ltrim(participant_no, '0')
    HAVING count(DISTINCT participant_no) > 1
    ORDER BY ALL`);
  const [first] = found;
  if (!first) return [];
  const more = found.length > 1 ? `, og det samme gælder ${found.length - 1} til` : "";
  return [
    `ADVARSEL: ${first.files}, kolonne participant_no: ${first.numbers} (${first.profession}) tæller som hver sin deltager${more}; er de den samme, så skriv nummeret ens i alle filer.`
  ];
}
