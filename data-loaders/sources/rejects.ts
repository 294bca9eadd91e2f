import {renameSync} from "node:fs";
import {name, text, type Session} from "../engine/session.js";
import {rules, type RuleId} from "./rules.js";

/** One rule a row broke. */
export interface Reject {
  file: string;
  line: number;
  column: string;
  value: string;
  rule: RuleId;
  expected: string;
}

/** The table, in the session, of every rule that every row broke: a row may stand there more than once. */
export const rejectsTable = name("audit_rejects");

export async function createRejects(session: Session): Promise<void> {
  await session.run(`CREATE OR REPLACE TEMP TABLE ${rejectsTable}
    (file_no INTEGER, file VARCHAR, line BIGINT, "column" VARCHAR, "value" VARCHAR, rule VARCHAR, expected VARCHAR)`);
}

export async function addRejects(session: Session, fileNo: number, rejects: Reject[]): Promise<void> {
  const batch = 1000;
  for (let i = 0; i < rejects.length; i += batch) {
    const values = rejects
      .slice(i, i + batch)
      .map((r) => `(${fileNo}, ${text(r.file)}, ${r.line}, ${text(r.column)}, ${text(r.value)}, ${text(r.rule)}, ${text(r.expected)})`);
    await session.run(`INSERT INTO ${rejectsTable} VALUES ${values.join(", ")}`);
  }
}

/** How many rows broke each rule, most first; a row that broke two counts in both. */
export async function rejectsByRule(session: Session): Promise<{rule: RuleId; label: string; rows: number}[]> {
  const counted = await session.rows<{rule: RuleId; rows: number}>(
    `SELECT rule, count(DISTINCT (file_no, line)) AS "rows" FROM ${rejectsTable} GROUP BY rule ORDER BY 2 DESC, rule`
  );
  return counted.map(({rule, rows}) => ({rule, label: rules[rule], rows}));
}

/** The first row, by file and line, that broke a rule. */
export async function firstReject(session: Session, rule: RuleId): Promise<Reject> {
  const [first] = await session.rows<Reject>(
    `SELECT file, line, "column", "value", rule, expected FROM ${rejectsTable} WHERE rule = ${text(rule)} ORDER BY file_no, line LIMIT 1`
  );
  return first!;
}

/**
 * Writes every reject for a Danish spreadsheet: semicolons, a byte-order mark, and nothing a spreadsheet would take for a formula.
 * The file appears whole.
 */
export async function writeRejects(session: Session, path: string): Promise<void> {
  await session.run(`COPY (
    SELECT ${harmless("file")} AS "\uFEFFfil", line AS linje, ${harmless('"column"')} AS kolonne,
      ${harmless('coalesce("value", \'\')')} AS "værdi", rule AS regel, ${harmless("expected")} AS forventet
    FROM ${rejectsTable} ORDER BY file_no, line, rowid
  ) TO ${text(`${path}.part`)} (FORMAT csv, HEADER, DELIMITER ';')`);
  renameSync(`${path}.part`, path);
}

function harmless(value: string): string {
  return `CASE WHEN regexp_matches(${value}, '^[-=+@\\t\\r\\n]') THEN '''' || ${value} ELSE ${value} END`;
}
