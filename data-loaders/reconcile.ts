import {join} from "node:path";
import {ages} from "./reconcile/ages.js";
import {auditTables} from "./reconcile/auditTables.js";
import type {Computed} from "./reconcile/computed.js";
import {describeSources} from "./reconcile/describe.js";
import {directionalClaims} from "./reconcile/directionalClaims.js";
import {readExplanations, type Misprint} from "./reconcile/explanations.js";
import {figures} from "./reconcile/figures.js";
import {isUnexplained, type SourceFindings} from "./reconcile/finding.js";
import {overview} from "./reconcile/overview.js";
import {compareSource} from "./reconcile/published.js";
import {statements} from "./reconcile/statements.js";
import {computeTwin} from "./reconcile/twin.js";
import {variation} from "./reconcile/variation.js";
import type {Settings} from "./settings.js";

/** Every printed figure and claim beside what the default twin gives. */
export interface Reconciliation {
  sources: SourceFindings[];
  /** The known misprints of the report, told in Danish. */
  misprints: Misprint[];
  /** Differences and unmet claims that no known misprint explains. */
  unexplained: number;
}

const publishedSources = [auditTables, overview, ages, figures, variation, statements, directionalClaims];

/** Compares everything `data/published` prints about the audit with the default synthetic twin, whatever the extracts of the day. */
export async function reconcile(settings: Settings): Promise<Reconciliation> {
  return reconcileWith(await computeTwin(settings), settings.root);
}

/** Compares everything `data/published` prints about the audit with what has been computed. */
export function reconcileWith(computed: Computed, root: string): Reconciliation {
  const explanations = readExplanations(join(root, "data/reconciliation"));
  const sources = publishedSources.map((source) => compareSource(join(root, "data/published"), source, computed, explanations));
  const unexplained = sources.flatMap((s) => s.findings).filter(isUnexplained).length;
  return {sources, misprints: explanations.misprints, unexplained};
}

/** What `rygatlas reconcile` prints. */
export function describeReconciliation(reconciliation: Reconciliation): string[] {
  return describeSources(reconciliation.sources);
}
