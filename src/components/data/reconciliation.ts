import {FileAttachment} from "observablehq:stdlib";
import type {ReconciliationFacts, Comparison} from "../../../data-loaders/reconcile/facts.js";

/** How the default twin compares with everything the report prints: the same whatever data the pages show. */
export const reconciliation: ReconciliationFacts = await FileAttachment(
  "../../data/reconciliation.json"
).json<ReconciliationFacts>();

/** Every printed figure and claim with what is computed: fetched when a reader opens the list, since there are many. */
export function readComparisons(): Promise<Comparison[]> {
  // What a module awaits, `publish` lays in the page.
  return FileAttachment("../../data/comparisons.json").json<Comparison[]>();
}
