import {type Column, type Row, absentText, columnHeading, isMissing} from "../rows/column.js";
import {rangeOf} from "../rows/range.js";

/** The byte order mark by which Danish Excel recognises UTF-8. */
const byteOrderMark = "\uFEFF";

/**
 * Rows as a file that a Danish spreadsheet opens by double click: semicolons, decimal commas, CRLF, UTF-8 with BOM.
 * The first line is the headings with their units. Numbers are not rounded as on the page. A column with hidden numbers
 * is followed by the least and the most that they can be.
 */
export function csv(rows: readonly Row[], columns: readonly Column[]): string {
  const all = columns.flatMap((column) => [column, ...rangeColumns(rows, column)]);
  const lines = [
    all.map((column) => textCell(columnHeading(column))),
    ...rows.map((row) => all.map((column) => cell(column, row)))
  ];
  return byteOrderMark + lines.map((cells) => cells.join(";") + "\r\n").join("");
}

interface FileColumn extends Column {
  /** Empty where there is no value, without a word of why. */
  bare?: true;
}

function rangeColumns(rows: readonly Row[], {field, label, unit}: Column): FileColumn[] {
  if (!rows.some((row) => rangeOf(row, field))) return [];
  const limit = (end: string, words: string): FileColumn => ({
    field: `${field}_${end}`,
    label: `${label}, ${words}`,
    ...(unit && {unit}),
    bare: true
  });
  return [limit("least", "mindst"), limit("most", "højst")];
}

function cell(column: FileColumn, row: Row): string {
  const value = row[column.field];
  if (isMissing(value)) return column.bare ? "" : absentText(row, "");
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
