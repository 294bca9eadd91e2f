import {FileAttachment} from "observablehq:stdlib";
import type {Told} from "../../data-loaders/reconcile/told.js";

/** Every printed figure and claim with what is computed, as far as it may be told: fetched when somebody asks, since there are many. */
export async function readComparisons(): Promise<Told[]> {
  const {comparisons} = await FileAttachment("../data/comparisons.json").json<{comparisons: Told[]}>();
  return comparisons;
}
