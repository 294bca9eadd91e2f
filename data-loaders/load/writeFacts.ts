import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Delivery} from "../sources/delivery.js";
import type {AuditReport} from "./loadAudit.js";
import type {RegisterReport} from "./loadRegisters.js";
import type {ProgrammeFacts} from "../programme/programmeFacts.js";
import type {RegisterFacts} from "../facts/registerFacts.js";
import type {Seals} from "./seals.js";
import type {Settings} from "../ground/settings.js";
import {writeSharedTables} from "./sharedTables.js";
import type {SiteFacts} from "../facts/siteFacts.js";
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

/**
 * Writes the facts that pages show of the data, the programme and the tables, and the tables
 * that both sides have rows in.
 */
export async function writeFacts(
  settings: Settings,
  delivery: Delivery,
  seals: Seals,
  {audit, registers, programme}: Computed & {programme: ProgrammeFacts},
  {aside, workspaceAside, out}: Folders
): Promise<void> {
  // What carries no seal is left as it is when nothing changed, so that an unchanged load writes nothing.
  const writeChanged = (name: string, value: unknown) => {
    const stands = join(out, name);
    const text = JSON.stringify(value);
    if (!existsSync(stands) || readFileSync(stands, "utf8") !== text) writeFileSync(join(aside, name), text);
  };
  const writeJson = (name: string, value: unknown) => writeFileSync(join(aside, name), JSON.stringify(value));
  const fileOf = (table: string) => [aside, out].map((folder) => join(folder, `${table}.parquet`)).find(existsSync)!;
  for (const [name, facts] of Object.entries(programme)) writeChanged(`${name}.json`, facts);
  if (audit) writeJson("site.json", audit.facts);
  if (registers) writeJson("registers.json", registers.facts);
  if (audit || registers) {
    const parts = {
      ...(audit && {audit: join(workspaceAside, "audit/shared")}),
      ...(registers && {registers: join(workspaceAside, "registers/shared")})
    };
    await writeSharedTables(settings, {parts, out, into: aside, seals, delivery});
    writeJson("tables.json", tableFacts(fileOf, settings.disclosure.audit));
  }
}
