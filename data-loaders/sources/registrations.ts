import type {Codebook} from "../ground/codebook.js";
import {name, text, type Session} from "../engine/session.js";
import type {AnswerColumn} from "./auditColumns.js";
import {coreColumns, regionColumn} from "../../src/domain/coreColumns.js";
import type {Check} from "./checks.js";
import {form, isOneOf, onForm, ticked, withForms} from "./form.js";
import {regionSql} from "./region.js";

/**
 * SQL that turns the rows of `source` (every column VARCHAR, absent ones already NULL) into typed registrations.
 * A row that breaks a check has `kept` false and its values, in the order of `rawColumns`, in `raw`.
 */
export function registrationsSql(
  codebook: Codebook,
  columns: AnswerColumn[],
  checks: Check[],
  source: string,
  file: string
): string {
  const blocks = new Map<string, string>();
  for (const column of columns.filter((c) => c.type === "multi"))
    blocks.set(answered(column), answeredSql(column, columns));
  const typed = columns.map((c) =>
    c.type === "single" ? name(c.name) : `${ticked(c)} = ${answered(c)} AS ${name(c.name)}`
  );
  return `SELECT
  TRY_CAST(round AS INTEGER) AS round,
  ${professionSql(codebook)} AS profession,
  participant_no,
  registration_no,
  ${consultationSql(codebook)} AS consultation,
  TRY_CAST(age AS INTEGER) AS age,
  sex,
  ${regionSql(codebook)} AS region,
  ${typed.join(",\n  ")},
  ${text(file)} AS file,
  NOT "#broken" AS kept,
  CASE WHEN "#broken" THEN [${rawColumns(columns).map(name).join(", ")}] END AS raw
FROM (
  SELECT *, ${[...blocks].map(([block, sql]) => `${sql} AS ${block}`).join(",\n    ") || 'NULL AS "#none"'},
    (${checks.map((check) => `(${check.broken})`).join("\n    OR ")}) AS "#broken"
  FROM (${withForms(codebook, columns, source)}))`;
}

/** The order of the values in `raw`. */
export function rawColumns(columns: AnswerColumn[]): string[] {
  return [...coreColumns, regionColumn, ...columns.map((column) => column.name)];
}

/**
 * The column that is true when the block was answered on a form that has the answer, else
 * NULL: compared with a tick it gives the typed value.
 */
function answered(column: AnswerColumn): string {
  return name(`#answered_${column.question}_${column.forms.join("_")}`);
}

function answeredSql(column: AnswerColumn, columns: AnswerColumn[]): string {
  const block = columns.filter((c) => c.question === column.question && c.type === "multi");
  return `nullif((${block.map(ticked).join(" OR ")}) AND ${onForm(column.forms)}, FALSE)`;
}

function professionSql(codebook: Codebook): string {
  const phones = codebook.professions.flatMap((p, i) => (p.telephoneOf ? [`WHEN ${i} THEN ${text(p.id)}`] : []));
  return `CASE WHEN ${form} >= 0 THEN ${phones.length ? `CASE ${form} ${phones.join(" ")} ELSE profession END` : "profession"} END`;
}

function consultationSql(codebook: Codebook): string {
  const phones = codebook.professions.flatMap((p, i) => (p.telephoneOf ? [i] : []));
  return phones.length
    ? `CASE WHEN ${isOneOf(form, phones.map(String))} THEN 'phone' ELSE consultation END`
    : "consultation";
}

/** Creates the view `registrations`: the rows of every file that were kept, with the line they stood on. */
export async function createRegistrations(session: Session, files: TypedFile[], duplicates?: string): Promise<void> {
  const kinds = [files.filter((f) => f.numbered), files.filter((f) => !f.numbered)].filter((kind) => kind.length > 0);
  const selects = kinds.map((kind) => {
    const paths = kind.map((f) => text(f.parquet)).join(", ");
    const line = kind[0]!.numbered ? "" : ", CAST(file_row_number + 2 AS BIGINT) AS line";
    const rejected = kind.some((f) => f.kept < f.read) ? " WHERE kept" : "";
    const repeated = duplicates ? ` ANTI JOIN ${duplicates} USING (filename, file_row_number)` : "";
    return `SELECT * EXCLUDE (kept, raw, filename, file_row_number)${line}
      FROM read_parquet([${paths}], filename = true, file_row_number = true)${repeated}${rejected}`;
  });
  await session.run(`CREATE OR REPLACE TEMP VIEW registrations AS ${selects.join("\nUNION ALL BY NAME\n")}`);
}

/** Typed rows of one file; `numbered` when they carry their line. */
export interface TypedFile {
  parquet: string;
  numbered: boolean;
  read: number;
  kept: number;
}
