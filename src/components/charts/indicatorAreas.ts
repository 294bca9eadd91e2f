import type {Status} from "../../domain/status.js";
import type {Geometry} from "../../../data-loaders/geometry/geometry.js";
import type {FunnelRow} from "./funnelPlot.js";
import type {OrderedArea} from "./orderedAreas.js";
import {regionsOn} from "../rows/regions.js";

/** A row of `indicator_values` in one period. */
export interface IndicatorRow extends Omit<FunnelRow, "name"> {
  area_type: "country" | "region" | "municipality";
  numerator: number | null;
  standardised: number | null;
  standardised_low: number | null;
  standardised_high: number | null;
  status: Status;
}

/** An area of an indicator, named and with its region. */
export type IndicatorArea = IndicatorRow & OrderedArea;

/** The areas of one type that stand on a day, with their names; areas of unknown place are left out. */
export function indicatorAreas(
  rows: readonly IndicatorRow[],
  type: "region" | "municipality",
  geometry: Geometry,
  day: string
): IndicatorArea[] {
  const regions = regionsOn(geometry, day);
  const names = new Map([
    ...geometry.municipalities.map(({code, name}) => [code, name] as const),
    ...geometry.regions.map(({id, name}) => [id, `Region ${name}`] as const)
  ]);
  const standing = new Set(type === "region" ? regions.values() : regions.keys());
  return rows
    .filter((row) => row.area_type === type && standing.has(row.area_id))
    .map((row) => ({
      ...row,
      name: names.get(row.area_id)!,
      region: type === "region" ? row.area_id : regions.get(row.area_id)!
    }));
}

/** The same rows with the values standardised for age and sex in the place of the crude ones. */
export function standardised<Row extends IndicatorRow>(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({
    ...row,
    percent: row.standardised,
    // The range is of the crude share.
    percent_least: null,
    percent_most: null,
    low: row.standardised_low,
    high: row.standardised_high
  }));
}
