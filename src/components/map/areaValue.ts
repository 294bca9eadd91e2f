import {count, interval, percent} from "../format.js";

/** Why a value on registers is or is not there. */
export type AreaStatus = "shown" | "hidden" | "hidden_secondary" | "none" | "incomplete";

/** What a map shows of an area. */
export interface AreaValue {
  area: string;
  name: string;
  /** Null where there is nothing to show. */
  value: number | null;
  status: AreaStatus;
  /** Value, interval and N in words, a line each. */
  lines: string[];
}

/** A published share of an area's patients, with the area's name. */
export interface AreaShare {
  area_id: string;
  name: string;
  percent: number | null;
  low: number | null;
  high: number | null;
  denominator: number | null;
  status: AreaStatus;
}

const absences: Record<AreaStatus, string> = {
  shown: "ingen patienter",
  none: "ingen patienter",
  hidden: "skjult: for få patienter",
  hidden_secondary: "skjult for at beskytte et andet tal",
  incomplete: "opfølgningen er ikke fuldstændig"
};

/** Why there is no value, in Danish. */
export function absenceOf(status: AreaStatus): string {
  return absences[status];
}

/** What a map and the charts beside it tell of an area's share. */
export function areaValue({area_id, name, percent: value, low, high, denominator, status}: AreaShare): AreaValue {
  const shown = value !== null;
  const lines = shown ? [`${percent(value)} (95 %-interval ${interval(low, high)})`, `N = ${count(denominator)} patienter`] : [absenceOf(status)];
  return {area: area_id, name, value, status, lines};
}
