import {type Column, type Row, absentText, columnHeading, isMissing} from "../rows/column.js";

/** The byte order mark by which Danish Excel recognises UTF-8. */
const byteOrderMark = "\uFEFF";

/**
 * Rows as a file that a Danish spreadsheet opens by double click: semicolons, decimal commas, CRLF, UTF-8 with BOM.
 * The first line is the headings with their units. Numbers are not rounded as on the page.
 */
export function csv(rows: readonly Row[], columns: readonly Column[]): string {
  const lines = [
    columns.map((column) => textCell(columnHeading(column))),
    ...rows.map((row) => columns.map((column) => cell(column, row)))
  ];
  return byteOrderMark + lines.map((cells) => cells.join(";") + "\r\n").join("");
}

function cell(column: Column, row: Row): string {
  const value = row[column.field];
  if (isMissing(value)) return absentText(row, "");
  if (typeof value === "number") return decimalComma(value);
  if (typeof value === "bigint") return String(value);
  if (column.format) return textCell(column.format(value, row));
  if (typeof value === "boolean") return value ? "ja" : "nej";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return textCell(String(value));
}

/**
 * Twelve digits are more than any figure here holds, and leave out the noise of binary fractions (1,2000000000000002).
 */
function decimalComma(value: number): string {
  const rounded = Number.isInteger(value) ? value : Number(value.toPrecision(12));
  return String(rounded).replace(".", ",");
}

function textCell(text: string): string {
  const safe = guard(text);
  // A comma or a tab needs no quotes here, but does in a program that splits on them.
  return /[;",\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A spreadsheet runs a cell that starts with one of these as a formula, so an apostrophe goes before them.
 * One goes before apostrophes that already stand there too: then taking one away always gives the text back.
 */
function guard(text: string): string {
  if (/^-\d+(?:[.,]\d+)?$/.test(text)) return text;
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
