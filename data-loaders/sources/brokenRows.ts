import type {Codebook} from "../ground/codebook.js";
import {name, text, type Session} from "../engine/session.js";
import {rawColumns} from "./registrations.js";
import type {AnswerColumn} from "./auditColumns.js";
import type {Check} from "./checks.js";
import {withForms} from "./form.js";
import {rejectsTable} from "./rejects.js";

/** Puts every rule that the rows of a typed file broke into the table of rejects, with the value found. */
export async function addBrokenRows(
  session: Session,
  from: {
    codebook: Codebook;
    columns: AnswerColumn[];
    checks: Check[];
    parquet: string;
    numbered: boolean;
    file: string;
    fileNo: number;
  }
): Promise<void> {
  const raw = rawColumns(from.columns);
  const line = from.numbered ? "line" : "file_row_number + 2";
  const values = raw.map((column, i) => `raw[${i + 1}] AS ${name(column)}`);
  const rejected = `(SELECT ${values.join(", ")}, raw, ${line} AS "#line"
    FROM read_parquet(${text(from.parquet)}, file_row_number = true) WHERE NOT kept)`;
  const found = from.checks.map((check, i) => `CASE WHEN ${check.broken} THEN ${i} END`);
  const list = from.checks.map(
    (c, i) => `(${i}, ${text(c.column)}, ${raw.indexOf(c.column) + 1}, ${text(c.rule)}, ${text(c.expected)})`
  );
  await session.run(`INSERT INTO ${rejectsTable}
    SELECT ${from.fileNo}, ${text(from.file)}, "#line", checks."column", raw[checks.place], checks.rule, checks.expected
    FROM (SELECT "#line", raw, unnest(list_filter([${found.join(",\n")}], lambda i: i IS NOT NULL)) AS i
      FROM (${withForms(from.codebook, from.columns, rejected)})) broken
    JOIN (VALUES ${list.join(", ")}) checks(i, "column", place, rule, expected) USING (i)
    ORDER BY "#line", i`);
}
