import {absenceOf} from "../../domain/status.js";
import {rangeOf, rangeText} from "./range.js";

/** One row of a published table, or of a query over such tables. */
export type Row = Record<string, unknown>;

/** How one field of the rows behind a figure is shown to a reader. */
export interface Column {
  /** The field of the row. */
  field: string;
  /** The Danish heading. */
  label: string;
  /**
   * Written after the heading, in brackets: `%`, `år`. On the page, a percent sign is left to
   * the cells when they are formatted.
   */
  unit?: string;
  /** The value in Danish words or digits. In CSV it is used for everything but numbers, which stay numbers. */
  format?: (value: unknown, row: Row) => string;
  /** Left or right; by default a column of numbers is to the right. */
  align?: "left" | "right";
}

/** True when the counts of the row are hidden to protect the people behind them. */
export function isHidden(row: Row): boolean {
  return typeof row.status === "string" && row.status.startsWith("hidden");
}

/**
 * What stands in place of a number that a row does not have: why it is hidden, that the
 * follow-up ends too soon, or else `nothing`.
 */
export function absentText(row: Row, nothing: string): string {
  return row.status === "none" ? nothing : (absenceOf(row.status)?.short ?? nothing);
}

/** The heading of a column, unit included. */
export function columnHeading(column: Column): string {
  return column.unit ? `${column.label} (${column.unit})` : column.label;
}

let formats: {number: Intl.NumberFormat; date: Intl.DateTimeFormat} | undefined;

/** Made when a table first needs them: on a telephone that takes as long as drawing a chart. */
function plainFormats() {
  return (formats ??= {
    number: new Intl.NumberFormat("da-DK", {maximumFractionDigits: 1}),
    date: new Intl.DateTimeFormat("da-DK", {dateStyle: "medium", timeZone: "UTC"})
  });
}

/** The text of one cell in a table on the page: the value, the range of a hidden one, or why there is none. */
export function cellText(column: Column, row: Row): string {
  const value = row[column.field];
  if (isMissing(value)) return rangeText(row, column.field, column.unit) ?? absentText(row, "–");
  if (column.format) return column.format(value, row);
  if (typeof value === "number" || typeof value === "bigint") return plainFormats().number.format(value);
  if (typeof value === "boolean") return value ? "ja" : "nej";
  if (value instanceof Date) return plainFormats().date.format(value);
  // A number and its percent sign stay on one line.
  return String(value).replace(/(\d) %/g, "$1\u00A0%");
}

/** Whether the column stands to the right: as the column states, or because its first value is a number or a range. */
export function isNumeric(column: Column, rows: readonly Row[]): boolean {
  if (column.align) return column.align === "right";
  const known = rows.find((row) => !isMissing(row[column.field]));
  if (!known) return rows.some((row) => rangeOf(row, column.field));
  return ["number", "bigint"].includes(typeof known[column.field]);
}

/** NULL, absent, or not a number at all. */
export function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined || (typeof value === "number" && Number.isNaN(value));
}
