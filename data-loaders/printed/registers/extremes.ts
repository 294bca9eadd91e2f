import {max, min} from "d3-array";
import {areaCode} from "./areas.js";
import type {Found} from "../figure.js";
import {foundIn, rowsOf, type ComputedRegisters} from "./computed.js";

/** A lowest or highest result among regions or municipalities, as the report prints it. */
export interface Extreme {
  areaType: "region" | "municipality";
  end: "min" | "max";
  /** Whether those in the numerator are counted, or the others: patients who redeemed. */
  met: boolean;
}

/** What an item such as `result_region_min` or `redeemed_after_municipality_max` asks for. */
export function extremeOf(item: string): Extreme | undefined {
  const [, of, areaType, end] = /^(result|redeemed_after)_(region|municipality)_(min|max)$/.exec(item) ?? [];
  return of === undefined
    ? undefined
    : {areaType: areaType as Extreme["areaType"], end: end as Extreme["end"], met: of === "result"};
}

/** Fewer patients than this on either side are hidden by default, and no extreme is found among them. */
const fewestShown = 5;

/** The lowest or highest percent among the areas that would be shown. */
export function extremeValue(computed: ComputedRegisters, id: string, extreme: Extreme): number | undefined {
  const shown = results(computed, id, extreme).filter(
    ({numerator, denominator}) => Math.min(numerator, denominator - numerator) >= fewestShown
  );
  return (extreme.end === "min" ? min : max)(shown, ({percent}) => percent);
}

/** The percent of a named area. */
export function valueOfArea(computed: ComputedRegisters, id: string, {areaType, met}: Extreme, name: string): Found {
  const area_id = areaCode(computed, areaType === "region" ? "regions" : "municipalities", name);
  const match = {indicator_id: id, area_type: areaType, area_id};
  return foundIn(computed, "indicator_values", match, "percent", {rest: !met});
}

interface Result {
  area_id: string;
  numerator: number;
  denominator: number;
  percent: number;
}

function results(computed: ComputedRegisters, id: string, {areaType, met}: Extreme): Result[] {
  const areas = rowsOf(computed, "indicator_values", {indicator_id: id, area_type: areaType}) as unknown as Result[];
  return areas
    .filter(({area_id, denominator, percent}) => area_id !== "unknown" && denominator > 0 && percent !== null)
    .map((area) => ({...area, percent: met ? area.percent : 100 - area.percent}));
}
