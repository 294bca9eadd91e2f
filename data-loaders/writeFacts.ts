import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Delivery} from "./delivery.js";
import {factsSeal} from "./freshness.js";
import type {Computed, Folders} from "./load.js";
import {caseFacts} from "./programme/caseFacts.js";
import {reconciliationFacts} from "./reconcile/facts.js";
import type {Seals} from "./seals.js";
import type {Settings} from "./settings.js";
import {writeSharedTables} from "./sharedTables.js";
import {tableFacts} from "./tableFacts.js";

/** Writes what is told of the tables and of the data, and the tables that both sides have rows in. */
export async function writeFacts(
  settings: Settings,
  delivery: Delivery,
  seals: Seals,
  {audit, registers}: Computed,
  {aside, workspaceAside, out, step}: Folders & {step: (label: string) => void}
): Promise<void> {
  const writeJson = (name: string, value: unknown) => writeFileSync(join(aside, name), JSON.stringify(value));
  const cases = JSON.stringify(caseFacts(settings.root));
  if (!existsSync(join(out, "cases.json")) || readFileSync(join(out, "cases.json"), "utf8") !== cases) writeFileSync(join(aside, "cases.json"), cases);
  if (audit) writeJson("site.json", audit.facts);
  if (registers) writeJson("registers.json", registers.facts);
  if (audit || registers) {
    const parts = {...(audit && {audit: join(workspaceAside, "audit/shared")}), ...(registers && {registers: join(workspaceAside, "registers/shared")})};
    await writeSharedTables(settings, {parts, out, into: aside, seals, delivery});
    writeJson("tables.json", tableFacts((table) => [aside, out].map((folder) => join(folder, `${table}.parquet`)).find(existsSync)!));
  }
  if (factsSeal(join(out, "reconciliation.json")) !== seals.reconciliation) {
    step("Sammenholder med de trykte rapporter");
    writeJson("reconciliation.json", {...(await reconciliationFacts(settings, {tables: join(workspaceAside, "registers/tables"), step})), seal: seals.reconciliation});
  }
}
