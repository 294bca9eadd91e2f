import type {CountOf} from "../../statistics/surelyConcerned.js";
import type {Ranged} from "../rows/range.js";

/** Whose findings are asked for: an area's, or a profession's. */
export interface AreaPlace {
  type: "country" | "region" | "municipality";
  id: string;
  /** Within a sentence: `Region Syddanmark`. */
  name: string;
  /** Of a municipality. */
  region?: {id: string; name: string};
}

/** A row of `indicator_values`. */
export interface IndicatorRow extends Ranged<"percent" | "denominator"> {
  indicator_id: string;
  period: string;
  area_type: string;
  area_id: string;
  numerator: number | null;
  denominator: number | null;
  status: string;
}

/** A count as a share in percent. */
export function percentOf({y, n}: CountOf): number {
  return (100 * y) / n;
}

/** How many of how many, where both are shown and there is somebody. */
export function countOf({numerator: y, denominator: n}: IndicatorRow): CountOf | undefined {
  return y === null || !n ? undefined : {y, n};
}
