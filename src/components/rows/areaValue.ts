import type {Status} from "../../domain/status.js";
import {absenceOf} from "../../domain/status.js";
import {count, interval, percent} from "../words/format.js";
import {deviationOf, deviations, type Deviating, type Deviation} from "./deviation.js";
import {rangeOf, rangeText, valueOrRange, type Range, type Ranged} from "./range.js";

/** What a map shows of an area. */
export interface AreaValue {
  area: string;
  name: string;
  /** Null where there is nothing to show. */
  value: number | null;
  /** Between what a hidden value lies. */
  range?: Range;
  status: Status;
  /** Value, interval and N in words, a line each; of a hidden value first why it is hidden. */
  lines: string[];
  /** How far it lies from the country, chance taken into account; absent where that is not known. */
  deviation?: Deviation;
}

/** A published share of an area's patients, with the area's name. */
export interface AreaShare extends Ranged<"denominator" | "percent"> {
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
export function areaValue(row: AreaShare): AreaValue {
  const {area_id: area, name, percent: value, low, high, denominator, status} = row;
  if (value !== null) {
    const lines = [`${percent(value)} (95 %-interval ${interval(low, high)})`, `N = ${count(denominator)} patienter`];
    return {area, name, value, status, lines};
  }
  const range = rangeOf(row, "percent");
  const why = whyNoShare(status);
  if (!range) return {area, name, value, status, lines: [why]};
  const lines = [why, rangeText(row, "percent", "%")!, `N = ${valueOrRange(row, "denominator")} patienter`];
  return {area, name, value, range, status, lines};
}

/** The same of a share with control limits, and last in words on which side of them it lies. */
export function controlledValue(row: AreaShare & Deviating, country: number | null): AreaValue {
  const value = areaValue(row);
  const deviation = deviationOf(row, country);
  return deviation ? {...value, deviation, lines: [...value.lines, deviations[deviation]]} : value;
}
