import type {Codebook} from "../ground/codebook.js";
import type {Row} from "../engine/session.js";
import type {Column, Status, TableShape} from "../tables/table.js";
import type {ProtectedTables} from "./protectTables.js";
import {rounded} from "./decimals.js";
import {roundedRows} from "./rounding.js";
import type {DisclosureRules, Reason} from "../ground/rules.js";

/** What `status` says of a hidden row. */
export const statusOf: Record<Reason, Status> = {
  few: "hidden",
  base: "hidden_base",
  participants: "hidden_participants",
  dominated: "hidden_dominated",
  protects: "hidden_secondary"
};

/** The columns of a table that may be published. */
export function publishedColumns(table: TableShape): Column[] {
  return table.columns.filter((column) => !column.internal);
}

/**
 * The rows of a table without the numbers that are hidden, and rounded what is computed from
 * more than the counts beside it. With columns that are not published.
 */
export function withheldRows({name: table, columns}: TableShape, rows: Row[], hidden?: ProtectedTables): Row[] {
  const reasons = hidden?.reasons.get(table);
  return rows.map((row, i) => {
    const reason = reasons?.[i];
    const withoutTotal =
      reasons !== undefined && reason === undefined && columns.some(({name}) => hidden!.isHidden(table, row, name));
    return Object.fromEntries(
      columns.map((column) => {
        if (column.name === "status" && reason) return ["status", statusOf[reason]];
        if (reason && isNumber(column)) return [column.name, null];
        // A number may stay when its total is hidden, such as a true zero, but not what is computed from the total.
        if (
          withoutTotal &&
          isNumber(column) &&
          row[column.name] !== 0 &&
          (column.type === "DOUBLE" || hidden!.isHidden(table, row, column.name))
        )
          return [column.name, null];
        return [column.name, rounded(row[column.name], column)];
      })
    );
  });
}

/**
 * Rows without hidden numbers as they are published: counts rounded where the rules say so,
 * and nothing but published columns.
 */
export function publishedRows(table: TableShape, withheld: Row[], codebook: Codebook, rules: DisclosureRules): Row[] {
  const columns = publishedColumns(table);
  return roundedRows(table, withheld, codebook, rules).map((row) =>
    Object.fromEntries(columns.map(({name}) => [name, row[name]]))
  );
}

/** Whether a published row says that its numbers are not shown. */
export function isHiddenRow({status}: Row): boolean {
  return String(status).startsWith("hidden");
}

/** Whether a column's number says something of people: it is not told in a hidden row. */
export function isNumber({type, counts}: Column): boolean {
  return type === "DOUBLE" || counts !== undefined;
}
