import type {Status} from "../../domain/status.js";
import type {Ranged} from "./range.js";
import {wilson} from "../../statistics/wilson.js";
import {limitsOfBand} from "../../statistics/funnel.js";

/** A share as tables publish it, with its 95 % interval; NULL where it is hidden. */
export interface PublishedShare extends Ranged<"n" | "percent"> {
  n: number | null;
  total: number | null;
  /** 0 to 100. */
  percent: number | null;
  low: number | null;
  high: number | null;
  status: Status;
}

/**
 * A published share of patients with its Wilson limits in percent; NULL where the numbers are
 * hidden or nobody is counted.
 */
export function withWilson<Row extends {patients: number | null; total: number | null}>(
  row: Row
): Row & {low: number | null; high: number | null} {
  const {patients, total} = row;
  if (patients === null || !total) return {...row, low: null, high: null};
  const {low, high} = wilson(patients, total);
  return {...row, low: 100 * low, high: 100 * high};
}

/**
 * Limits (percent) within which chance alone puts 95 % of participants with so many registrations, around a common
 * share. Only the band of registrations is published: a participant outside is outside with every number in it.
 * @param share the profession's share in percent
 * @param band such as `5-9`, or `50+` without an end: its smallest number has the widest limits
 */
export function chanceLimits(
  share: number | null,
  band: string | null
): {low_chance: number | null; high_chance: number | null} {
  const least = band === null ? NaN : parseInt(band, 10);
  if (share === null || Number.isNaN(least)) return {low_chance: null, high_chance: null};
  const {low, high} = limitsOfBand(share / 100, least);
  return {low_chance: 100 * low, high_chance: 100 * high};
}

/** A share with the limits within which chance alone would keep it. */
export interface Controlled {
  percent: number | null;
  control_low_95: number | null;
  control_high_95: number | null;
  control_low_998: number | null;
  control_high_998: number | null;
}

/**
 * Whether a share lies within its control limits, outside the 95 % ones only, or outside the
 * 99.8 % ones too; null where it has none.
 */
export function controlFlag(row: Controlled): "inside" | "outside95" | "outside998" | null {
  const {percent, control_low_95, control_high_95, control_low_998, control_high_998} = row;
  if (
    percent === null ||
    control_low_95 === null ||
    control_high_95 === null ||
    control_low_998 === null ||
    control_high_998 === null
  )
    return null;
  if (percent < control_low_998 || percent > control_high_998) return "outside998";
  return percent < control_low_95 || percent > control_high_95 ? "outside95" : "inside";
}
