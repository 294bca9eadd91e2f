import {join} from "node:path";
import {auditFigures} from "../printed/auditFigures.js";
import {computedFrom, type Computed} from "../printed/computed.js";
import {directionalClaims} from "./directionalClaims.js";
import {readExplanations, type Misprint} from "./explanations.js";
import {isUnexplained, type SourceFindings} from "./finding.js";
import {compareReport, publishedFigures} from "./published.js";
import type {ComputedRegisters} from "../printed/registers/computed.js";
import {registerSources} from "./registers/sources.js";
import {computeRegisterTwin, type RegisterTwinOptions} from "./registers/twin.js";
import {statements} from "./statements.js";
import {computeTwin} from "./twin.js";
import type {Settings} from "../ground/settings.js";

/** Every printed figure and claim beside what the default twin gives. */
export interface Reconciliation {
  sources: SourceFindings[];
  /** The known misprints of the reports. */
  misprints: Misprint[];
  /** Differences and unmet claims that no known misprint explains. */
  unexplained: number;
}

/** What has been computed for each report. */
export interface ComputedReports {
  audit: Computed;
  registers: ComputedRegisters;
}

/** Everything the report on the audit prints, file by file. */
const auditSources = [...auditFigures.map(publishedFigures), statements, directionalClaims];

/**
 * Compares everything `data/published` prints about the audit and the registers with the
 * default synthetic twin, whatever the extracts of the day.
 */
export async function reconcile(settings: Settings, options: RegisterTwinOptions = {}): Promise<Reconciliation> {
  return reconcileWith(
    {audit: computedFrom(await computeTwin(settings)), registers: await computeRegisterTwin(settings, options)},
    settings.root
  );
}

/** Compares everything `data/published` prints in the reports that something has been computed for. */
export function reconcileWith({audit, registers}: Partial<ComputedReports>, root: string): Reconciliation {
  const explanations = readExplanations(join(root, "data/reconciliation"));
  const sources = [
    ...(audit ? compareReport("audit", root, auditSources, audit, explanations) : []),
    ...(registers ? compareReport("registers", root, registerSources, registers, explanations) : [])
  ];
  return {
    sources,
    misprints: explanations.misprints,
    unexplained: sources.flatMap((s) => s.findings).filter(isUnexplained).length
  };
}
