import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Codebook} from "./codebook.js";
import {hashFiles, hashFolders, hashOf, type Seal} from "./engine/seal.js";
import type {Settings} from "./settings.js";
import {auditFiles} from "./sources/audit.js";
import {writeAuditTwin} from "./synthetic/audit.js";

/** The extracts of the day: somebody's own, or the synthetic twin. */
export interface Delivery {
  folder: string;
  /** Whether the audit is the twin's. */
  synthetic: boolean;
  audit: string[];
  /** The folder of somebody's own registers. */
  registers?: string;
}

/**
 * Finds the extracts: `folder` if given, else the settings' folder if it holds any, else the synthetic twin.
 * @throws Refusal when a folder asked for holds no extract
 */
export async function findDelivery(settings: Settings, codebook: Codebook, folder?: string): Promise<Delivery> {
  if (folder !== undefined || holdsFiles(settings.extracts)) {
    const own = folder ?? settings.extracts;
    const registers = join(own, "registers");
    if (!existsSync(registers)) return {folder: own, synthetic: false, audit: auditFiles(own)};
    if (existsSync(join(own, "audit"))) return {folder: own, synthetic: false, audit: auditFiles(own), registers};
    return {...(await twinDelivery(settings, codebook)), registers};
  }
  return twinDelivery(settings, codebook);
}

async function twinDelivery(settings: Settings, codebook: Codebook): Promise<Delivery> {
  const twin = await twinFolder(settings, codebook);
  return {folder: twin, synthetic: true, audit: auditFiles(twin)};
}

/** The folder of the default synthetic twin, made on the first use and again when what it is made from changes. */
export async function twinFolder(settings: Settings, codebook: Codebook): Promise<string> {
  const folder = join(settings.workspace, "twin");
  const mark = join(folder, "made-from");
  const madeFrom = hashOf(
    hashFolders(settings.root, ["data-loaders/synthetic", "data/synthetic", "data/published"]),
    hashFolders(settings.codebook, ["."]),
    JSON.stringify(settings.synthetic)
  );
  if (existsSync(mark) && readFileSync(mark, "utf8") === madeFrom) return folder;
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  await writeAuditTwin(folder, twinSource(settings, codebook));
  writeFileSync(mark, madeFrom);
  return folder;
}

/** What the twin of the settings is made from. */
export function twinSource(settings: Settings, codebook: Codebook) {
  return {
    codebook,
    published: join(settings.root, "data/published"),
    assumptions: join(settings.root, "data/synthetic/audit.yaml"),
    ...settings.synthetic
  };
}

/** What the twin's registers are made from, and what DuckDB may use for it. */
export function registerTwinSource(settings: Settings) {
  return {
    published: join(settings.root, "data/published"),
    assumptions: join(settings.root, "data/synthetic/registers.yaml"),
    codelists: join(settings.root, "data/codelists"),
    memoryLimit: settings.memoryLimit,
    threads: settings.threads,
    temporary: join(settings.workspace, "duckdb")
  };
}

/**
 * The fingerprint of everything the published tables depend on.
 * The date is the newest extract's; the twin has none, so that a build of it gives the same bytes on any day.
 */
export async function sealOf(delivery: Delivery, settings: Settings): Promise<Seal> {
  const {aliases, maxRejectedPercent} = settings;
  const hash = hashOf(
    await hashFiles(delivery.folder, delivery.audit),
    hashFolders(settings.root, ["data-loaders", "src/statistics", "data/published", "data/reconciliation", "data/synthetic"]),
    hashFolders(settings.codebook, ["."]),
    JSON.stringify({aliases, maxRejectedPercent, synthetic: delivery.synthetic && settings.synthetic})
  );
  const newest = Math.max(...delivery.audit.map((file) => statSync(file).mtimeMs));
  return {hash, date: delivery.synthetic ? null : new Date(newest).toISOString().slice(0, 10)};
}

function holdsFiles(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, {recursive: true, withFileTypes: true}).some((entry) => entry.isFile() && !entry.name.startsWith("."));
}
