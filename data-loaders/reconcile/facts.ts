import {join} from "node:path";
import {auditFiles} from "../sources/audit.js";
import {readCodebook} from "../ground/codebook.js";
import {twinFolder} from "../sources/delivery.js";
import type {Reason} from "../ground/rules.js";
import {statusOf} from "../disclosure/withhold.js";
import {openSession, text} from "../engine/session.js";
import {reconcileWith, type Reconciliation} from "./reconcile.js";
import {auditSeal, registerSeal, type Seals} from "../seals/seals.js";
import type {Settings} from "../ground/settings.js";
import {tables as everyTable} from "../tables/index.js";
import {computedFrom} from "./computed.js";
import type {SourceFindings} from "./finding.js";
import {publishedTwin, rowsWithout, type TwinAndRelease, type TwinRows} from "./publishedTwin.js";
import {computeRegisterTwin, defaultRegisterSide, type RegisterTwinOptions} from "./registers/twin.js";
import {summary, type Summary} from "./summary.js";
import {tell, type Told} from "./told.js";
import {computeTwin, defaultAudit} from "./twin.js";
import type {TableRows} from "./withoutNumbers.js";

/** What the page about the reconciliation tells at once. */
export interface ReconciliationFacts extends Summary {
  /** Differences that no known misprint explains. */
  unexplained: number;
}

/** The published tables that the reconciliation will stand beside. */
export interface Release {
  seals: Pick<Seals, "audit" | "registers">;
  fileOf(table: string): string;
}

/** The result of the reconciliation as the site shows it, and every figure of it. */
export async function reconciliationFacts(
  settings: Settings,
  {release, ...options}: RegisterTwinOptions & {release: Release}
): Promise<{facts: ReconciliationFacts; comparisons: Told[]}> {
  const [audit, registers] = [await computeTwin(settings), await computeRegisterTwin(settings, options)];
  const twin: TwinAndRelease = {audit, registers, release: await releaseOf(settings, release)};
  const compare = (rows: TwinRows, ageRanges = audit.ageRanges) =>
    reconcileWith(
      {
        audit: computedFrom({codebook: audit.codebook, tables: rows.audit, ageRanges}),
        registers: {...registers, tables: rows.registers}
      },
      settings.root
    );
  const published = await publishedTwin(twin, settings);
  const reasons = Object.keys(statusOf) as Reason[];
  return factsOf(
    compare({audit: audit.tables, registers: registers.tables}),
    compare(published, []).sources,
    reasons.map((reason) => [reason, compare(rowsWithout(reason, twin, published)).sources])
  );
}

export function factsOf(
  reconciliation: Reconciliation,
  published: SourceFindings[],
  without: [Reason, SourceFindings[]][] = []
): {facts: ReconciliationFacts; comparisons: Told[]} {
  const comparisons = tell(reconciliation.sources, published, without);
  return {facts: {unexplained: reconciliation.unexplained, ...summary(reconciliation, comparisons)}, comparisons};
}

async function releaseOf(settings: Settings, {seals, fileOf}: Release): Promise<TwinAndRelease["release"]> {
  const rows: TableRows = {};
  const session = await openSession({...settings, temporary: join(settings.workspace, "duckdb")});
  try {
    for (const {name} of everyTable) rows[name] = await session.rows(`FROM read_parquet(${text(fileOf(name))})`);
  } finally {
    session.close();
  }
  // How many rows may be rejected matters to no twin: none of its rows is.
  const {maxRejectedPercent, aliases} = settings;
  const fixed = {...defaultAudit(settings), maxRejectedPercent, aliases};
  const folder = await twinFolder(fixed, readCodebook(fixed.codebook));
  const audit = await auditSeal({folder, synthetic: true, files: auditFiles(folder)}, fixed);
  const registers = await registerSeal(
    {folder: "", synthetic: true, files: []},
    {...defaultRegisterSide(settings), maxRejectedPercent}
  );
  return {
    audit: {rows, isTwin: audit.hash === seals.audit.hash},
    registers: {rows, isTwin: registers.hash === seals.registers.hash}
  };
}
