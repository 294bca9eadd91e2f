import {isNumber} from "../disclosure/withhold.js";
import type {Row} from "../engine/session.js";
import {isKey, type TableShape} from "../tables/table.js";

/** Rows of tables by the tables' names. */
export type TableRows = Record<string, Row[]>;

/**
 * Rows without the numbers of those that `hides` says are hidden.
 * @param others the same tables in which to look: a row is judged by the one with the same key there, if there is any
 */
export function withoutNumbers(
  tables: readonly TableShape[],
  rows: TableRows,
  others: TableRows,
  hides: (other: Row | undefined, table: TableShape) => boolean
): TableRows {
  return Object.fromEntries(
    tables.map((table) => {
      const keys = table.columns.filter((column) => isKey(column) && !column.internal);
      const keyOf = (row: Row) => keys.map(({name}) => String(row[name] ?? "")).join("\0");
      const found = new Map((others[table.name] ?? []).map((row) => [keyOf(row), row]));
      return [
        table.name,
        (rows[table.name] ?? []).map((row) => (hides(found.get(keyOf(row)), table) ? withoutAny(table, row) : row))
      ];
    })
  );
}

function withoutAny({columns}: TableShape, row: Row): Row {
  const numbers = columns.filter((column) => isNumber(column) && column.name in row).map(({name}) => [name, null]);
  return {...row, ...Object.fromEntries(numbers)};
}
