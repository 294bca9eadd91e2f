import type {Row} from "../engine/session.js";
import type {Status} from "../../src/domain/status.js";
import type {Column, TableShape} from "../tables/table.js";
import type {ProtectedTables} from "./protectTables.js";
import {hasRange, rangeColumns} from "./rangeColumns.js";
import type {Reason} from "../ground/rules.js";

/** What `status` says of a hidden row. */
export const statusOf: Record<Reason, Status> = {
  few: "hidden",
  rest: "hidden_rest",
  base: "hidden_base",
  protects: "hidden_secondary"
};

/** The columns of a table that may be published, with those of the ranges of hidden numbers. */
export function publishedColumns(table: TableShape): Column[] {
  return table.columns
    .filter((column) => !column.internal)
    .flatMap((column) => (hasRange(table, column) ? [column, ...rangeColumns(column)] : [column]));
}

/**
 * Rows as they are published: without the numbers that are hidden, what is computed from more than the counts beside it
 * rounded, and nothing but published columns.
 */
export function publishedRows(table: TableShape, rows: Row[], hidden?: ProtectedTables): Row[] {
  const {name: of, columns} = table;
  const published = publishedColumns(table);
  const reasons = hidden?.reasons.get(of);
  return rows.map((row, i) => {
    const reason = reasons?.[i];
    const withoutTotal =
      reasons !== undefined && reason === undefined && columns.some(({name}) => hidden!.isHidden(of, row, name));
    return Object.fromEntries(
      published.map((column) => {
        if (column.name === "status" && reason) return ["status", statusOf[reason]];
        if (reason && isNumber(column)) return [column.name, null];
        // A number may stay when its total is hidden, such as a true zero, but not what is computed from the total.
        if (
          withoutTotal &&
          isNumber(column) &&
          row[column.name] !== 0 &&
          (column.type === "DOUBLE" || hidden!.isHidden(of, row, column.name))
        )
          return [column.name, null];
        return [column.name, column.range ? null : rounded(row[column.name], column)];
      })
    );
  });
}

/** Whether a published row says that its numbers are not shown. */
export function isHiddenRow({status}: Row): boolean {
  return String(status).startsWith("hidden");
}

/** Whether a column's number says something of people: it is not published in a hidden row. */
export function isNumber({type, counts, range}: Column): boolean {
  return !range && (type === "DOUBLE" || counts !== undefined);
}

/** A value with as many decimals as its column is published with. */
function rounded(value: unknown, {decimals}: Column): unknown {
  if (decimals === undefined || typeof value !== "number") return value;
  const unit = 10 ** decimals;
  // A small negative number must not be written as minus zero, which readers would meet as "-0".
  return Math.round(value * unit) / unit + 0;
}
