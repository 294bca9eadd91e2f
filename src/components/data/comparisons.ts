import {FileAttachment} from "observablehq:stdlib";
import type {Told} from "../../../data-loaders/reconcile/told.js";

/**
 * Every printed figure and claim with what is computed, as far as it may be told: fetched
 * when somebody asks, since there are many.
 */
export function readComparisons(): Promise<Told[]> {
  // What a module awaits, `publish` lays in the page.
  return FileAttachment("../../data/comparisons.json")
    .json<{comparisons: Told[]}>()
    .then(({comparisons}) => comparisons);
}
