import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Codebook} from "../ground/codebook.js";
import {modulesOf} from "../engine/modules.js";
import {filesBelow, hashOf, hashSources} from "../engine/seal.js";
import type {Settings} from "../ground/settings.js";
import {auditFiles} from "./audit.js";
import {deliveredRegisters} from "./registers.js";
import {writeAuditTwin} from "../synthetic/audit.js";
import {writeRegisterTwin} from "../synthetic/registers/twin.js";

/** Extracts of one kind: somebody's own, or the synthetic twin's. */
export interface Extracts {
  /** For the registers, the folder that holds one for each. */
  folder: string;
  synthetic: boolean;
  files: string[];
}

/** The extracts of the day: the audit's and the registers', each somebody's own or the twin's. */
export interface Delivery {
  audit: Extracts;
  registers: Extracts;
}

/**
 * Finds the extracts: `folder` if given, else the settings' folder if it holds any; the
 * synthetic twin for what is not there.
 * @throws Refusal when a folder asked for holds no extract
 */
export async function findDelivery(settings: Settings, codebook: Codebook, folder?: string): Promise<Delivery> {
  const registers = ownRegisters(ownFolder(settings, folder));
  return {
    audit: await findAudit(settings, codebook, folder),
    registers: registers
      ? registerExtracts(registers, false)
      : registerExtracts(join(await registerTwin(settings), "registers"), true)
  };
}

/** The audit's part of {@link findDelivery}. */
export async function findAudit(settings: Settings, codebook: Codebook, folder?: string): Promise<Extracts> {
  const own = ownFolder(settings, folder);
  if (own && (existsSync(join(own, "audit")) || !ownRegisters(own)))
    return {folder: own, synthetic: false, files: auditFiles(own)};
  const twin = await twinFolder(settings, codebook);
  return {folder: twin, synthetic: true, files: auditFiles(twin)};
}

function ownFolder({extracts}: Settings, folder?: string): string | undefined {
  return folder ?? (holdsFiles(extracts) ? extracts : undefined);
}

function ownRegisters(own: string | undefined): string | undefined {
  return own && existsSync(join(own, "registers")) ? join(own, "registers") : undefined;
}

/** Extracts of registers in a folder. */
export function registerExtracts(folder: string, synthetic: boolean): Extracts {
  return {folder, synthetic, files: deliveredRegisters(folder)};
}

/** The folder of the default synthetic audit, made on the first use and again when what it is made from changes. */
export async function twinFolder(settings: Settings, codebook: Codebook): Promise<string> {
  const {root} = settings;
  const sources = [
    ...modulesOf([join(root, "data-loaders/synthetic/audit.ts")]),
    ...filesBelow(join(root, "data/published")).filter((file) => /[\\/]audit_[^\\/]*$/.test(file)),
    join(root, "data/synthetic/audit.yaml")
  ];
  const madeFrom = hashOf(
    hashSources(root, sources),
    hashSources(settings.codebook, filesBelow(settings.codebook)),
    JSON.stringify(settings.synthetic)
  );
  return madeOnce(join(settings.workspace, "twin"), "audit", madeFrom, (folder) =>
    writeAuditTwin(folder, twinSource(settings, codebook))
  );
}

/**
 * The folder of the synthetic twin's `registers`, made on the first use and again when what it is made from changes.
 */
export async function registerTwin(settings: Settings): Promise<string> {
  return madeOnce(join(settings.workspace, "twin"), "registers", registerTwinMark(settings), (folder) =>
    writeRegisterTwin(folder, {...registerTwinSource(settings), ...settings.synthetic})
  );
}

/** What the synthetic registers are made from, as a fingerprint. */
export function registerTwinMark({root, synthetic}: Settings): string {
  const sources = [
    ...modulesOf([join(root, "data-loaders/synthetic/registers/twin.ts")]),
    ...filesBelow(join(root, "data/published")).filter((file) => /[\\/]dard_[^\\/]*$/.test(file)),
    ...filesBelow(join(root, "data/codelists")),
    join(root, "data/synthetic/registers.yaml")
  ];
  return hashOf(hashSources(root, sources), JSON.stringify(synthetic));
}

/**
 * Makes `<folder>/<part>` unless its mark says that it is made of the very same; the mark
 * goes last, as it vouches for the rest.
 */
async function madeOnce(
  folder: string,
  part: string,
  madeFrom: string,
  make: (folder: string) => Promise<unknown>
): Promise<string> {
  const mark = join(folder, `${part}.made-from`);
  if (existsSync(mark) && readFileSync(mark, "utf8") === madeFrom) return folder;
  rmSync(mark, {force: true});
  rmSync(join(folder, part), {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  await make(folder);
  writeFileSync(mark, madeFrom);
  return folder;
}

/** What the twin's audit is made from. */
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

function holdsFiles(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, {recursive: true, withFileTypes: true}).some(
    (entry) => entry.isFile() && !entry.name.startsWith(".")
  );
}
