import {writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Reconciliation} from "./reconcile.js";
import {verdictCounts} from "./describe.js";
import type {Misprint} from "./explanations.js";
import type {Finding, SourceFindings, Verdict} from "./finding.js";

/**
 * What the page about the reconciliation shows at once: how each part of the reports fares,
 * and the misprints. Texts are Danish.
 */
export interface ReconciliationFacts {
  /** Differences that no known misprint explains. */
  unexplained: number;
  sources: (Omit<SourceFindings, "findings"> & {total: number; verdicts: Partial<Record<Verdict, number>>})[];
  misprints: Misprint[];
}

/** A printed figure or claim beside the computed one, as readers see it. */
export interface Comparison extends Pick<Finding, "source" | "key" | "where" | "verdict"> {
  /** Of a claim it is how it was measured: its words stay in the report. */
  printed?: string;
  computed?: string;
  /** Why there is nothing to compute, or which misprint explains the difference. */
  explanation?: string;
}

/** What the page shows at once, and every comparison, which it fetches when a reader asks. */
export function factsOf({sources, misprints, unexplained}: Reconciliation): {
  facts: ReconciliationFacts;
  comparisons: Comparison[];
} {
  return {
    facts: {
      unexplained,
      sources: sources.map(({findings, ...source}) => ({
        ...source,
        total: findings.length,
        verdicts: verdictCounts(findings)
      })),
      misprints
    },
    comparisons: sources.flatMap(({kind, findings}) => findings.map((finding) => comparisonOf(finding, kind)))
  };
}

function comparisonOf(finding: Finding, kind: SourceFindings["kind"]): Comparison {
  const {source, key, where, printed, computed, verdict, measured, explanation} = finding;
  const about = {source, key, where, verdict};
  if (verdict === "not_about") return {...about, ...(kind === "figures" && {printed}), explanation: measured};
  return {...about, printed: kind === "claims" ? measured : printed, computed, explanation};
}

/** The files of `src/data` that the page reads, by name: the same text for the same result, one comparison a line. */
export function reconciliationFiles(reconciliation: Reconciliation): Record<string, string> {
  const {facts, comparisons} = factsOf(reconciliation);
  const lines = comparisons.map((comparison) => `  ${JSON.stringify(comparison)}`);
  return {
    "reconciliation.json": `${JSON.stringify(facts, null, 2)}\n`,
    "comparisons.json": `[\n${lines.join(",\n")}\n]\n`
  };
}

/** Leaves the result in the repository, where the page and the gate find it. */
export function keepReconciliation(root: string, reconciliation: Reconciliation): void {
  for (const [name, text] of Object.entries(reconciliationFiles(reconciliation)))
    writeFileSync(join(root, "src/data", name), text);
}
