import type {Status} from "../../domain/status.js";
import {absenceOf} from "../../domain/status.js";
import {count, interval, percent} from "../words/format.js";

/** What a map shows of an area. */
export interface AreaValue {
  area: string;
  name: string;
  /** Null where there is nothing to show. */
  value: number | null;
  status: Status;
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
  status: Status;
}

/** Why an area has no share, in a few words. */
export function whyNoShare(status: Status): string {
  return absenceOf(status)?.short ?? "ingen patienter";
}

/** The share of an area as a map and the charts beside it show it. */
export function areaValue({area_id, name, percent: value, low, high, denominator, status}: AreaShare): AreaValue {
  const shown = value !== null;
  const lines = shown
    ? [`${percent(value)} (95 %-interval ${interval(low, high)})`, `N = ${count(denominator)} patienter`]
    : [whyNoShare(status)];
  return {area: area_id, name, value, status, lines};
}
