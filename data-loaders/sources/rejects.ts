import {renameSync} from "node:fs";
import {name, text, type Session} from "../engine/session.js";
import {quoted} from "../ground/refusal.js";
import {rules} from "./rules.js";

/** One rule a row broke. */
export interface Reject {
  file: string;
  line: number;
  column: string;
  value: string;
  rule: string;
  expected: string;
}

/** The table, in the session, of every rule that every row of the audit broke: a row may stand there more than once. */
export const rejectsTable = name("audit_rejects");

export async function createRejects(session: Session, table = rejectsTable): Promise<void> {
  await session.run(`CREATE OR REPLACE TEMP TABLE ${table}
    (file_no INTEGER, file VARCHAR, line BIGINT, "column" VARCHAR, "value" VARCHAR, rule VARCHAR, expected VARCHAR)`);
}

export async function addRejects(
  session: Session,
  fileNo: number,
  rejects: Reject[],
  table = rejectsTable
): Promise<void> {
  const batch = 1000;
  for (let i = 0; i < rejects.length; i += batch) {
    const values = rejects
      .slice(i, i + batch)
      .map(
        (r) =>
          `(${fileNo}, ${text(r.file)}, ${r.line}, ${text(r.column)}, ${text(r.value)}, ${text(r.rule)}, ${text(r.expected)})`
      );
    await session.run(`INSERT INTO ${table} VALUES ${values.join(", ")}`);
  }
}

/** How many rows broke each rule, most first; a row that broke two counts in both. */
export async function rejectsByRule<R extends string = keyof typeof rules>(
  session: Session,
  labels: Record<R, string> = rules as Record<R, string>,
  table = rejectsTable
): Promise<{rule: R; label: string; rows: number}[]> {
  const counted = await session.rows<{rule: R; rows: number}>(
    `SELECT rule, count(DISTINCT (file_no, line)) AS "rows" FROM ${table} GROUP BY rule ORDER BY 2 DESC, rule`
  );
  return counted.map(({rule, rows}) => ({rule, label: labels[rule], rows}));
}

/** Where a rule was broken first, by file and line, what stood there and what should have, in Danish. */
export async function firstReject(session: Session, rule: string, table = rejectsTable): Promise<string> {
  const [first] = await session.rows<Omit<Reject, "value"> & {value: string | null}>(
    `SELECT file, line, "column", "value", rule, expected FROM ${table} WHERE rule = ${text(rule)} ORDER BY file_no, line LIMIT 1`
  );
  const {file, line, column, value, expected} = first!;
  const where = `${file}, linje ${line}${column ? `, kolonne ${column}` : ""}`;
  return `første gang i ${where}: fandt ${value === null ? "tom" : quoted(value)}, men ventede ${expected}`;
}

/** `12 af 100 rækker (12 %) er afvist, og settings.yaml tillader 5 % (max_rejected_percent)`. */
export function tooMany(rejected: number, read: number, rows: string, allowed: number): string {
  const percent = new Intl.NumberFormat("da-DK", {maximumFractionDigits: 1});
  return `${rejected} af ${read} ${rows} (${percent.format((rejected / read) * 100)} %) er afvist, og settings.yaml tillader ${percent.format(allowed)} % (max_rejected_percent)`;
}

/**
 * Writes every reject for a Danish spreadsheet: semicolons, a byte-order mark, and nothing a
 * spreadsheet would take for a formula. The file appears whole.
 */
export async function writeRejects(session: Session, path: string, table = rejectsTable): Promise<void> {
  await session.run(`COPY (
    SELECT ${harmless("file")} AS "\uFEFFfil", line AS linje, ${harmless('"column"')} AS kolonne,
      ${harmless("coalesce(\"value\", '')")} AS "værdi", rule AS regel, ${harmless("expected")} AS forventet
    FROM ${table} ORDER BY file_no, line, rowid
  ) TO ${text(`${path}.part`)} (FORMAT csv, HEADER, DELIMITER ';')`);
  renameSync(`${path}.part`, path);
}

function harmless(value: string): string {
  return `CASE WHEN regexp_matches(${value}, '^[-=+@\\t\\r\\n]') THEN '''' || ${value} ELSE ${value} END`;
}
