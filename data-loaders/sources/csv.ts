import {name, text, type Session} from "../engine/session.js";
import type {Header} from "./header.js";
import type {RuleId} from "./rules.js";

/** A CSV file whose lines each hold one row at most, as DuckDB is to read it. */
export interface Csv {
  path: string;
  header: Header;
  /** Lines above that of the column names. */
  skip: number;
  quotes: boolean;
  breaks: "lf" | "crlf" | "mixed";
}

/** A line that has not the fields its header promises. */
export interface StructuralReject {
  line: number;
  rule: RuleId;
  column: string;
  value: string;
  expected: string;
}

/**
 * SQL for the rows of a CSV file, every column text and those of `columns` that it lacks
 * NULL; what cannot be split goes to DuckDB's reject tables.
 */
export function csvRows(csv: Csv, columns: string[]): string {
  const types = csv.header.columns.map((column) => `${text(column)}: 'VARCHAR'`);
  const quote = csv.quotes ? `'"'` : "''";
  const source = `read_csv(${text(csv.path)}, auto_detect = false, header = true, skip = ${csv.skip}, delim = ${text(csv.header.delimiter)},
    quote = ${quote}, escape = ${quote}, new_line = ${csv.breaks === "crlf" ? "'\\r\\n'" : "'\\n'"}, columns = {${types.join(", ")}},
    store_rejects = true, rejects_limit = 1000000, rejects_table = 'csv_rejects', rejects_scan = 'csv_scans')`;
  const absent = columns.filter((column) => !csv.header.columns.includes(column));
  if (absent.length === 0) return source;
  return `(SELECT *, ${absent.map((column) => `CAST(NULL AS VARCHAR) AS ${name(column)}`).join(", ")} FROM ${source})`;
}

/** Takes what the last read of `csvRows` put aside, one for each line, and clears DuckDB's reject tables. */
export async function takeStructuralRejects(session: Session, columns: string[]): Promise<StructuralReject[]> {
  const rows = await session.rows<{line: number; error: string; fields: number; place: number; beginning: string}>(`
    SELECT line, any_value(error_type)::VARCHAR AS error, min(column_idx) AS place,
      left(any_value(csv_line), 80) AS beginning,
      CASE any_value(error_type)::VARCHAR
        WHEN 'TOO MANY COLUMNS' THEN max(CAST(regexp_extract(error_message, 'Found: (\\d+)', 1) AS INTEGER))
        WHEN 'MISSING COLUMNS' THEN min(CAST(regexp_extract(error_message, 'Found: (\\d+)', 1) AS INTEGER))
      END AS fields
    FROM csv_rejects GROUP BY line ORDER BY line`);
  await session.run("DROP TABLE csv_rejects; DROP TABLE csv_scans");
  return rows.map(({line, error, fields, place, beginning}) => {
    const rule = ruleOf(error);
    if (rule === "too_few_fields" || rule === "too_many_fields") {
      return {
        line,
        rule,
        column: columns[fields] ?? "",
        value: `${fields} felter`,
        expected: `${columns.length} felter som i linje 1`
      };
    }
    return {
      line,
      rule,
      column: columns[place - 1] ?? "",
      value: beginning ?? "",
      expected: `${columns.length} felter, der kan læses`
    };
  });
}

function ruleOf(error: string): RuleId {
  if (error === "MISSING COLUMNS") return "too_few_fields";
  if (error === "TOO MANY COLUMNS") return "too_many_fields";
  return error === "UNQUOTED VALUE" ? "broken_quotes" : "unreadable_line";
}
