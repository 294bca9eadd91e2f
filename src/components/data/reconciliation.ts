import {FileAttachment} from "observablehq:stdlib";
import type {ReconciliationFacts} from "../../../data-loaders/reconcile/facts.js";

/** How the default twin compares with everything the report prints: the same whatever data the pages show. */
export const reconciliation: ReconciliationFacts = await FileAttachment(
  "../../data/reconciliation.json"
).json<ReconciliationFacts>();
