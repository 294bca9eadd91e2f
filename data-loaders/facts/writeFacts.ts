import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {readCodebook} from "../ground/codebook.js";
import type {Delivery} from "../sources/delivery.js";
import {factsSeal} from "../seals/freshness.js";
import {readIndicators} from "../indicators/definition/readIndicators.js";
import type {AuditReport} from "../loadAudit.js";
import type {RegisterReport} from "../loadRegisters.js";
import {caseFacts} from "../programme/caseFacts.js";
import {readMirror} from "../programme/mirror.js";
import {readPrevalence} from "../programme/prevalence.js";
import {readRules} from "../programme/rules.js";
import {reconciliationFacts} from "../reconcile/facts.js";
import type {RegisterFacts} from "./registerFacts.js";
import type {Seals} from "../seals/seals.js";
import type {Settings} from "../ground/settings.js";
import {writeSharedTables} from "../seals/sharedTables.js";
import type {SiteFacts} from "./siteFacts.js";
import {tableFacts} from "./tableFacts.js";

/** What was computed anew; the rest is fresh. */
export interface Computed {
  audit?: {report: AuditReport; facts: SiteFacts};
  registers?: {report: RegisterReport; facts: RegisterFacts};
}

/** Where what is computed lies until it is whole, and where it goes. */
export interface Folders {
  /** Becomes `out`. */
  aside: string;
  /** Becomes parts of the workspace. */
  workspaceAside: string;
  out: string;
}

/** Writes what is told of the tables and of the data, and the tables that both sides have rows in. */
export async function writeFacts(
  settings: Settings,
  delivery: Delivery,
  seals: Seals,
  {audit, registers}: Computed,
  {aside, workspaceAside, out, step}: Folders & {step: (label: string) => void}
): Promise<void> {
  // What carries no seal is left as it is when nothing changed, so that an unchanged load writes nothing.
  const writeChanged = (name: string, value: unknown) => {
    const stands = join(out, name);
    const text = JSON.stringify(value);
    if (!existsSync(stands) || readFileSync(stands, "utf8") !== text) writeFileSync(join(aside, name), text);
  };
  const writeJson = (name: string, value: unknown) => writeFileSync(join(aside, name), JSON.stringify(value));
  const fileOf = (table: string) => [aside, out].map((folder) => join(folder, `${table}.parquet`)).find(existsSync)!;
  const indicators = (await readIndicators()).map(({id}) => id);
  const codebook = readCodebook(settings.codebook);
  writeChanged("rules.json", readRules(settings.root, codebook, indicators));
  writeChanged("prevalence.json", readPrevalence(settings.root, codebook));
  writeChanged("mirror.json", readMirror(settings.root, codebook, indicators));
  writeChanged("cases.json", caseFacts(settings.root));
  if (audit) writeJson("site.json", audit.facts);
  if (registers) writeJson("registers.json", registers.facts);
  if (audit || registers) {
    const parts = {
      ...(audit && {audit: join(workspaceAside, "audit/shared")}),
      ...(registers && {registers: join(workspaceAside, "registers/shared")})
    };
    await writeSharedTables(settings, {parts, out, into: aside, seals, delivery});
    writeJson("tables.json", tableFacts(fileOf, settings.disclosure));
  }
  if (["reconciliation.json", "comparisons.json"].some((file) => factsSeal(join(out, file)) !== seals.reconciliation)) {
    step("Sammenholder med de trykte rapporter");
    const {facts, comparisons} = await reconciliationFacts(settings, {
      tables: join(workspaceAside, "registers/tables"),
      step,
      release: {seals, fileOf}
    });
    writeJson("reconciliation.json", {...facts, seal: seals.reconciliation});
    writeJson("comparisons.json", {comparisons, seal: seals.reconciliation});
  }
}
