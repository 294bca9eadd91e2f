import {sum} from "d3-array";
import {count, countRange, decimalRange, HIDDEN, percent, percentRange} from "../words/format.js";

/** Between which numbers a hidden one lies; `most` is infinite where nothing published gives an upper limit. */
export interface Range {
  least: number;
  most: number;
}

/** The columns of a published row that hold the range of a hidden number; null where the number is shown. */
export type Ranged<Field extends string> = {[Name in `${Field}_least` | `${Field}_most`]?: number | null};

/** The range of a hidden number of a row; undefined where the number is shown, or nothing is known of it. */
export function rangeOf(row: object, field: string): Range | undefined {
  const {[field]: value, [`${field}_least`]: least, [`${field}_most`]: most} = row as Record<string, unknown>;
  if (typeof value === "number" || typeof least !== "number") return undefined;
  return {least, most: typeof most === "number" ? most : Infinity};
}

/**
 * What a hidden number of a row may be: its range, or anything where none is known; undefined where nothing is hidden.
 */
export function possible(row: object & {status?: unknown}, field: string, anything: Range): Range | undefined {
  const known = rangeOf(row, field);
  if (known) return {least: known.least, most: Math.min(known.most, anything.most)};
  const isAbsent = (row as Record<string, unknown>)[field] == null;
  return isAbsent && String(row.status).startsWith("hidden") ? anything : undefined;
}

/** Whether none of the rows that hide a number can have one outside a range. */
export function noneOutside(
  rows: readonly (object & {status?: unknown})[],
  field: string,
  {least, most}: Range,
  anything: Range
): boolean {
  const hidden = rows.flatMap((row) => possible(row, field, anything) ?? []);
  return hidden.every((range) => least <= range.least && range.most <= most);
}

/** Whether none of them can have a larger one than this. */
export function noneAbove(rows: readonly (object & {status?: unknown})[], field: string, value: number): boolean {
  return noneOutside(rows, field, {least: 0, most: value}, {least: 0, most: Infinity});
}

/** What a share in percent may be. */
export const anyShare: Range = {least: 0, most: 100};

/** Whether the row has a hidden number with a range. */
export function hasRange(row: object): boolean {
  return Object.keys(row).some((name) => name.endsWith("_least") && rangeOf(row, name.slice(0, -"_least".length)));
}

/** The range of a hidden number as it is written, a share where the unit is `%`; undefined without one. */
export function rangeText(row: object, field: string, unit?: string): string | undefined {
  const range = rangeOf(row, field);
  if (!range) return undefined;
  const {least, most} = range;
  if (unit === "%") return percentRange(least, most);
  return Number.isInteger(least) ? countRange(least, most) : decimalRange(least, most);
}

/** The same in a sentence: `mellem 1 og 4`. */
export function rangeInWords(row: object, field: string, unit?: string): string | undefined {
  return rangeText(row, field, unit)?.replace(/^(.+)–/, "mellem $1 og ");
}

/** A number as readers see it, or its range where it is hidden; `skjult` where not even that is known. */
export function valueOrRange(row: object, field: string, unit?: string): string {
  const value = (row as Record<string, unknown>)[field];
  if (typeof value === "number") return unit === "%" ? percent(value) : count(value);
  return rangeText(row, field, unit) ?? HIDDEN;
}

/** The middle of a range, for what is drawn as large as it probably is; undefined without an upper limit. */
export function middleOf(row: object, field: string): number | undefined {
  const range = rangeOf(row, field);
  return range && range.most < Infinity ? (range.least + range.most) / 2 : undefined;
}

/** Between what the sum of a number over rows lies: of what is shown, and of the ranges of what is hidden. */
export function sumOf(rows: readonly object[], field: string): Range {
  const all = rows.map((row) => {
    const value = (row as Record<string, unknown>)[field];
    return typeof value === "number" ? {least: value, most: value} : (rangeOf(row, field) ?? unknown);
  });
  return {least: sum(all, ({least}) => least), most: all.reduce((whole, {most}) => whole + most, 0)};
}

const unknown: Range = {least: 0, most: Infinity};
