import type {Span, Window} from "../indicators/definition/indicator.js";

/** A span as an interval of DuckDB. */
function interval(span: Span): string {
  const [unit, number] = Object.entries(span)[0] as [string, number];
  return `INTERVAL (${number}) ${unit.toUpperCase().replace(/S$/, "")}`;
}

/** A date at a distance from another. */
export function at(date: string, span: Span): string {
  return `(${date} + ${interval(span)})::DATE`;
}

/** Whether a date lies in a window around the index date of `c`. */
export function within(date: string, {from, to}: Window): string {
  return `(${date} BETWEEN ${at("c.index_date", from)} AND ${at("c.index_date", to)})`;
}

/** Whether a week that begins on a Monday lies wholly in a window around the index date of `c`. */
export function weekWithin(monday: string, {from, to}: Window): string {
  return `(${monday} >= ${at("c.index_date", from)} AND ${monday} + 6 <= ${at("c.index_date", to)})`;
}

/**
 * Whether the patient of `f` (follow_up) is alive and resident to the end of the day at a
 * distance from the index date of `c`.
 */
export function followed(span: Span): string {
  return `(f.left_on IS NULL OR f.left_on > ${at("c.index_date", span)})`;
}
