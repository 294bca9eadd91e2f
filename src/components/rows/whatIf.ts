import {trueShareAt} from "../../statistics/ranks.js";
import type {CountOf} from "../../statistics/surelyConcerned.js";
import {wilson} from "../../statistics/wilson.js";
import type {Best} from "./indicatorStanding.js";

/** How many more patients would have had the outcome, with 95 % limits; fewer where it is negative. */
export interface WhatIf {
  more: number;
  low: number;
  high: number;
}

/**
 * How many patients it would be in an area if its share were another: the size of the area times the difference. The
 * limits are those of the area's own share (Wilson).
 * @param level 0 to 1
 */
export function whatIf({y, n}: CountOf, level: number): WhatIf {
  const {low, high} = wilson(y, n);
  return {more: n * level - y, low: n * (level - high), high: n * (level - low)};
}

/**
 * The share that the best fifth of municipalities reaches when chance is taken away; undefined where neither a high nor
 * a low share is best, or too few are known.
 */
export function bestFifth(municipalities: readonly CountOf[], best: Best): number | undefined {
  if (best === "none" || municipalities.length < 5) return undefined;
  return trueShareAt(best === "high" ? 0.8 : 0.2, municipalities);
}
