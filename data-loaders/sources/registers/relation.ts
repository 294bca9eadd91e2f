import {text} from "../../engine/session.js";
import type {RegisterFile} from "./registerFile.js";
import type {FileContext, RegisterSpec} from "./registerSpec.js";

/**
 * SQL for the rows of a register that were kept row by row, with `file`, `file_no` and `line`; the last two identify a
 * row. File by file: a name that is written out costs nothing where a query does not select it.
 */
export function keptRows(files: RegisterFile[]): string {
  const selects = files.map(({rows, file, kept, read, firstLine, context}) => {
    const line = firstLine === undefined ? "" : `, CAST(file_row_number + ${firstLine} AS BIGINT) AS line`;
    return `SELECT * EXCLUDE (status, raw, file_row_number), ${text(file)} AS file,
      CAST(${context.fileNo} AS INTEGER) AS file_no${line}
      FROM ${rows}${kept === read ? "" : " WHERE status IS NULL"}`;
  });
  return `(${selects.join("\nUNION ALL BY NAME\n")})`;
}

/** SQL for no rows, with the columns of a register that was not delivered. */
export function noRows(spec: RegisterSpec, context: FileContext): string {
  const columns = spec.output(context).map((column) => `CAST(NULL AS ${column.type}) AS "${column.name}"`);
  return `(SELECT ${columns.join(", ")}, NULL::VARCHAR AS file, NULL::INTEGER AS file_no, NULL::BIGINT AS line WHERE FALSE)`;
}
