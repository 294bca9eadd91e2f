import {existsSync, mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {Delivery} from "./sources/delivery.js";
import {moveInto, replaceFolder, staging} from "./engine/staging.js";
import {catalogue, catalogueFile, writeCatalogue} from "./load/catalogue.js";
import {isFresh} from "./load/freshness.js";
import {geometryOf, keepGeometry} from "./geometry/geometry.js";
import {loadAudit, type AuditReport} from "./load/loadAudit.js";
import {loadRegisters, registerFolder, registerRejects, type RegisterReport} from "./load/loadRegisters.js";
import {peopleFolder} from "./load/people.js";
import {programmeFacts} from "./programme/programmeFacts.js";
import {sealsOf, type Seals} from "./load/seals.js";
import type {Settings} from "./ground/settings.js";
import {sharedTables} from "./tables/index.js";
import type {Side} from "./ground/rules.js";
import {writeFacts, type Computed, type Folders} from "./load/writeFacts.js";

/** What `load` did, for its report. */
export interface LoadReport {
  audit: AuditReport;
  registers: RegisterReport;
  out: string;
}

export interface LoadOptions {
  /** Where published tables go. */
  out?: string;
  /** False: do everything but write. */
  write: boolean;
  /** Called with each step's label before it begins. */
  step?: (label: string) => void;
}

/** Framework's cache, where `observable build` and `preview` look before they run a loader. */
export function buildCache(settings: Settings): string {
  return join(settings.root, "src/.observablehq/cache/data");
}

/**
 * Reads a delivery and writes every published table as Parquet, with the site's facts beside; what is
 * fresh is left as it is. Everything is computed in folders aside and moved in place at the end, file
 * by file: whenever it stops, each table is whole, and the seals show a half-moved set.
 * @throws Refusal when the extracts cannot be used; nothing that stood there before has then been replaced
 */
export async function load(settings: Settings, delivery: Delivery, options: LoadOptions): Promise<LoadReport> {
  const {out = buildCache(settings), write, step = () => {}} = options;
  const seals = await sealsOf(delivery, settings);
  const programme = await programmeFacts(settings);
  const geometry = geometryOf(settings.root, out);
  const aside = staging(write ? out : settings.workspace);
  const workspaceAside = staging(settings.workspace);
  const folders = {aside, workspaceAside, out};
  try {
    const computed = await compute(settings, delivery, seals, {...folders, write, step});
    if (write) {
      await writeFacts(settings, delivery, seals, {...computed, programme}, folders);
      keepGeometry(out, geometry);
      keep(settings, computed, workspaceAside);
      moveInto(out, aside, ["site.json", "registers.json"]);
      if (computed.audit || computed.registers || !existsSync(catalogueFile(settings)))
        await writeCatalogue(settings, catalogue(settings, out));
    }
    return reportOf(settings, delivery, seals, computed, out);
  } finally {
    rmSync(aside, {recursive: true, force: true});
    rmSync(workspaceAside, {recursive: true, force: true});
  }
}

const sideNames: Record<Side, string> = {audit: "Audit", registers: "Registre"};

async function compute(
  settings: Settings,
  delivery: Delivery,
  seals: Seals,
  {aside, workspaceAside, out, write, step}: Folders & {write: boolean; step: (label: string) => void}
): Promise<Computed> {
  const destination = (name: Side) => {
    const folder = join(workspaceAside, name);
    mkdirSync(join(folder, "shared"), {recursive: true});
    const published = (table: string) =>
      join(sharedTables.includes(table) ? join(folder, "shared") : aside, `${table}.parquet`);
    return {aside: folder, published, write, step: (label: string) => step(`${sideNames[name]}: ${label}`)};
  };
  const computed: Computed = {};
  const fresh = (side: Side) => isFresh(out, side, seals[side].hash);
  if (!write || !fresh("audit")) {
    computed.audit = await loadAudit(settings, delivery.audit, seals.audit, destination("audit"));
  }
  // The twin that the seal vouches for need not be checked again, and takes its time.
  const known = write || delivery.registers.synthetic;
  if (!known || !fresh("registers")) {
    computed.registers = await loadRegisters(settings, delivery.registers, seals.registers, destination("registers"));
  }
  return computed;
}

/** Leaves typed registrations and tables before protection to the analyst. */
function keep(settings: Settings, {audit, registers}: Computed, workspaceAside: string): void {
  const replace = (folder: string, by: string) => replaceFolder(folder, join(workspaceAside, by));
  if (audit) {
    replace(join(settings.workspace, "registrations"), "audit/registrations");
    replace(join(settings.workspace, "tables"), "audit/tables");
  }
  if (registers) {
    replace(registerFolder(settings), "registers/tables");
    replace(peopleFolder(settings), "registers/people");
  }
}

function reportOf(
  settings: Settings,
  delivery: Delivery,
  seals: Seals,
  {audit, registers}: Computed,
  out: string
): LoadReport {
  const untouched = {files: [], warnings: [], written: [], released: [], fresh: true};
  const untouchedRegisters = {
    ...untouched,
    leftOut: [],
    missing: [],
    meetings: [],
    reach: [],
    rejects: registerRejects(settings)
  };
  return {
    audit: audit?.report ?? {...untouched, synthetic: delivery.audit.synthetic, seal: seals.audit},
    registers: registers?.report ?? {
      ...untouchedRegisters,
      synthetic: delivery.registers.synthetic,
      seal: seals.registers
    },
    out
  };
}
