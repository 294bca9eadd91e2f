import type {Row} from "../engine/session.js";
import type {Column, TableShape} from "../tables/table.js";

/** The columns of a table that may be published. */
export function publishedColumns(table: TableShape): Column[] {
  return table.columns.filter((column) => !column.internal);
}

/** The rows of a table with nothing but published columns. */
export function publishedRows(table: TableShape, rows: Row[]): Row[] {
  const columns = publishedColumns(table);
  return rows.map((row) => Object.fromEntries(columns.map(({name}) => [name, row[name]])));
}
