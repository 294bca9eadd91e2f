import {wilson} from "../../statistics/wilson.js";

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
