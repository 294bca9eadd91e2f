/** A distance from the index date: negative is before it. One unit only. */
export type Span = {days: number} | {months: number} | {years: number};

/** Days from the index date, both ends included. */
export interface Window {
  from: Span;
  to: Span;
}

/** How many years before and after the index date employment is looked up. */
export const employmentYears = 1;

/** How far before and after the index date a pathway reaches: no further than the indicators and the flow do. */
export const pathwaySpan = {from: {months: -6}, to: {years: 1}} satisfies Window;

/** A span as DuckDB reads an interval: `-3 months`. */
export function spanVariable(span: Span): string {
  const [[unit, number]] = Object.entries(span) as [[string, number]];
  return `${number} ${unit}`;
}

/** A window as the macros of `macros.sql` take it. */
export function windowVariable({from, to}: Window): {opens: string; closes: string} {
  return {opens: spanVariable(from), closes: spanVariable(to)};
}
