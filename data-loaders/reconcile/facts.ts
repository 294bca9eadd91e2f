import {reconcile, type Reconciliation} from "../reconcile.js";
import type {Settings} from "../settings.js";
import {verdictCounts} from "./describe.js";
import type {Misprint} from "./explanations.js";
import type {Finding, SourceFindings, Verdict} from "./finding.js";
import type {RegisterTwinOptions} from "./registers/twin.js";

/** What the page about method tells of the reconciliation. Texts are Danish. */
export interface ReconciliationFacts {
  unexplained: number;
  sources: (Omit<SourceFindings, "findings"> & {total: number; verdicts: Partial<Record<Verdict, number>>})[];
  /** Figures that are not as printed. */
  differences: Finding[];
  /** Every claim, in the report's order; its words stay in the report. */
  claims: Omit<Finding, "printed">[];
  misprints: Misprint[];
}

/** The result of the reconciliation as the site shows it. */
export async function reconciliationFacts(settings: Settings, options: RegisterTwinOptions = {}): Promise<ReconciliationFacts> {
  return factsOf(await reconcile(settings, options));
}

export function factsOf({sources, misprints, unexplained}: Reconciliation): ReconciliationFacts {
  const findings = (kind: SourceFindings["kind"]) => sources.filter((s) => s.kind === kind).flatMap((s) => s.findings);
  return {
    unexplained,
    sources: sources.map(({findings, ...source}) => ({...source, total: findings.length, verdicts: verdictCounts(findings)})),
    differences: findings("figures").filter((f) => f.verdict === "explained" || f.verdict === "different"),
    claims: findings("claims").map(({printed: _, ...claim}) => claim),
    misprints
  };
}
