import type {Status} from "../../domain/status.js";
import type {Geometry} from "../../../data-loaders/geometry/geometry.js";
import type {FunnelRow} from "./funnelPlot.js";
import type {OrderedArea} from "./orderedAreas.js";
import {Z95, Z998} from "../../statistics/limits.js";
import type {Controlled} from "../rows/shareLimits.js";
import {regionsOn} from "../rows/regions.js";

/** A row of `indicator_values` in one period. */
export interface IndicatorRow extends Omit<FunnelRow, "name"> {
  area_type: "country" | "region" | "municipality";
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

/**
 * The same rows with the values standardised for age and sex in the place of the crude ones, and with control limits
 * as far from the country's share as the arms of the standardised interval are long: outside them is the share whose
 * interval does not hold the country's. For 99.8 % the arms are lengthened as a normal distribution's would be.
 * @param country the country's share, 0 to 100; without it there are no control limits
 */
export function standardised<Row extends IndicatorRow>(rows: readonly Row[], country: number | null): Row[] {
  return rows.map((row) => ({
    ...row,
    percent: row.standardised,
    // The range is of the crude share.
    percent_least: null,
    percent_most: null,
    low: row.standardised_low,
    high: row.standardised_high,
    ...limitsByArms(row, country)
  }));
}

function limitsByArms(
  {standardised: share, standardised_low: low, standardised_high: high}: IndicatorRow,
  country: number | null
): Omit<Controlled, "percent"> {
  if (country === null || share === null || low === null || high === null)
    return {control_low_95: null, control_high_95: null, control_low_998: null, control_high_998: null};
  const longer = Z998 / Z95;
  return {
    control_low_95: country - (high - share),
    control_high_95: country + (share - low),
    control_low_998: country - longer * (high - share),
    control_high_998: country + longer * (share - low)
  };
}
