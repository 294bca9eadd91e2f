import {FileAttachment} from "observablehq:stdlib";
import type {Comparison} from "../../../data-loaders/reconcile/facts.js";

/** Every printed figure and claim with what is computed: fetched when a reader opens the list, since there are many. */
export function readComparisons(): Promise<Comparison[]> {
  // What a module awaits, `publish` lays in the page.
  return FileAttachment("../../data/comparisons.json").json<Comparison[]>();
}
