import {text} from "../../engine/session.js";
import type {RegisterFile} from "./registerFile.js";
import type {FileContext, RegisterSpec} from "./registerSpec.js";

/** SQL for the rows of a register that were kept row by row. With `lines`: `file` and `line`, and `filename` and `file_row_number` too. */
export function keptRows(files: RegisterFile[], lines = false): string {
  const kinds = new Map<number | undefined, RegisterFile[]>();
  for (const file of files) kinds.set(lines ? file.firstLine : 0, [...(kinds.get(lines ? file.firstLine : 0) ?? []), file]);
  const selects = [...kinds].map(([firstLine, some]) => {
    const paths = some.map((file) => text(file.parquet)).join(", ");
    const kept = some.every((file) => file.kept === file.read) ? "" : " WHERE status IS NULL";
    if (!lines) return `SELECT * EXCLUDE (status, raw) FROM read_parquet([${paths}], union_by_name = true)${kept}`;
    const names = some.map((file) => `(${text(file.parquet)}, ${text(file.file)}, ${file.context.fileNo})`).join(", ");
    const line = firstLine === undefined ? "" : `, CAST(file_row_number + ${firstLine} AS BIGINT) AS line`;
    return `SELECT rows.* EXCLUDE (status, raw), file, file_no${line}
      FROM read_parquet([${paths}], filename = true, file_row_number = true) rows
      JOIN (VALUES ${names}) names(filename, file, file_no) USING (filename)${kept}`;
  });
  return `(${selects.join("\nUNION ALL BY NAME\n")})`;
}

/** SQL for no rows, with the columns of a register that was not delivered. */
export function noRows(spec: RegisterSpec, context: FileContext): string {
  const columns = spec.output(context).map((column) => `CAST(NULL AS ${column.type}) AS "${column.name}"`);
  return `(SELECT ${columns.join(", ")}, NULL::VARCHAR AS file, NULL::INTEGER AS file_no, NULL::BIGINT AS line WHERE FALSE)`;
}
