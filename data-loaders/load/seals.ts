import {existsSync, statSync} from "node:fs";
import {basename, join, relative} from "node:path";
import type {Delivery, Extracts} from "../sources/delivery.js";
import {modulesOf} from "../engine/modules.js";
import {indicatorFiles} from "../indicators/definition/readIndicators.js";
import {filesBelow, hashFiles, hashOf, hashSources, type Seal} from "../engine/seal.js";
import {releasesFolder} from "../disclosure/keptReleases.js";
import {codesFile} from "../disclosure/participantCodes.js";
import type {Settings} from "../ground/settings.js";
import {tableFiles} from "../tables/readTables.js";
import type {DisclosureRules, Side} from "../ground/rules.js";

/**
 * The fingerprints of what is published. The audit's does not change with the registers', nor
 * the registers' with the audit's.
 */
export interface Seals {
  audit: Seal;
  registers: Seal;
}

/** The seals of what the tables are, or were, computed from. */
export async function sealsOf(delivery: Delivery, settings: Settings): Promise<Seals> {
  return {
    audit: await auditSeal(delivery.audit, settings),
    registers: await registerSeal(delivery.registers, settings)
  };
}

/** The fingerprint of everything the audit's tables depend on. */
export async function auditSeal(extracts: Extracts, settings: Settings): Promise<Seal> {
  const {root, aliases, values, sheets, maxRejectedPercent, newestWins, codebook} = settings;
  const coverage = settings.coverage.audit;
  const disclosure = settings.disclosure.audit;
  const hash = hashOf(
    await hashOfExtracts(extracts),
    extracts.invited ? await hashFiles(extracts.folder, [extracts.invited]) : "",
    hashSources(root, [
      ...modulesOf([join(root, "data-loaders/load/loadAudit.ts"), ...tableFiles(root, "audit")]),
      ...sqlFiles(root, "audit"),
      engineVersion(root)
    ]),
    hashSources(codebook, filesBelow(codebook)),
    hashOfReport(root, "audit_", disclosure),
    hashSources(
      root,
      [codesFile(root)].filter((file) => disclosure.participants === "code" && existsSync(file))
    ),
    releasesOf(settings),
    inOrder({
      aliases,
      values,
      sheets,
      maxRejectedPercent,
      newestWins,
      coverage,
      disclosure,
      synthetic: extracts.synthetic
    })
  );
  return {hash, date: dateOf(extracts)};
}

/** The fingerprint of everything the registers' tables depend on. */
export async function registerSeal(extracts: Extracts, settings: Settings): Promise<Seal> {
  const {root, registers, parameters, maxRejectedPercent} = settings;
  const {participants: _, ...disclosure} = settings.disclosure.registers;
  const coverage = settings.coverage.registers;
  const hash = hashOf(
    await hashOfExtracts(extracts),
    hashSources(root, [
      ...modulesOf([
        join(root, "data-loaders/load/loadRegisters.ts"),
        ...tableFiles(root, "registers"),
        ...indicatorFiles(join(root, "data-loaders/indicators"))
      ]),
      ...sqlFiles(root, "registers"),
      ...filesBelow(join(root, "data/codelists")),
      engineVersion(root)
    ]),
    hashOfReport(root, "dard_", disclosure),
    releasesOf(settings),
    inOrder({registers, parameters, maxRejectedPercent, coverage, disclosure, synthetic: extracts.synthetic})
  );
  return {hash, date: dateOf(extracts)};
}

/**
 * The fingerprint of what the tables on patients are read and made from, without tables, indicators and protection.
 * Files are known by path, size and time: what it decides is only whether the analyst's own rows are made anew.
 */
export function peopleSeal(extracts: Extracts, settings: Settings): string {
  const {root, registers, parameters, maxRejectedPercent} = settings;
  const files = extracts.files.map((file) => {
    const {size, mtimeMs} = statSync(file);
    return `${relative(extracts.folder, file)} ${size} ${mtimeMs}`;
  });
  const code = ["sources/registers.ts", "models/registers/registerModels.ts", "models/peopleTables.ts"];
  return hashOf(
    extracts.madeFrom ?? hashOf(...files),
    hashSources(root, [
      ...modulesOf(code.map((file) => join(root, "data-loaders", file))),
      ...sqlFiles(root, "registers").filter((file) => !file.includes("indicators")),
      ...filesBelow(join(root, "data/codelists")),
      engineVersion(root)
    ]),
    inOrder({registers, parameters, maxRejectedPercent, synthetic: extracts.synthetic})
  );
}

/** Kept releases, and whether their periods stay as they were released. */
function releasesOf({root, releasedPeriods}: Settings): string {
  const folder = releasesFolder(root);
  return existsSync(folder) ? hashOf(releasedPeriods, hashSources(root, filesBelow(folder))) : "";
}

/** What extracts are made from stands for them where it is known: they may be large. */
async function hashOfExtracts({folder, files, madeFrom}: Extracts): Promise<string> {
  return madeFrom ?? (await hashFiles(folder, files));
}

/** A report's printed figures, whose files have a first word in common, where anybody has them of the data. */
function hashOfReport(root: string, first: string, {printed}: Pick<DisclosureRules, "printed">): string {
  const files = printed === "none" ? [] : filesBelow(join(root, "data/published"));
  return hashSources(
    root,
    files.filter((file) => basename(file).startsWith(first))
  );
}

/** Another version of DuckDB may write the same rows as other bytes, which the gate refuses. */
function engineVersion(root: string): string {
  return join(root, "node_modules/@duckdb/node-api/package.json");
}

/** SQL is read, not imported: a side has the seal of every file of its own. */
function sqlFiles(root: string, side: Side): string[] {
  const folder = join(root, "data-loaders");
  const sideOf = (file: string): Side =>
    /(^|[\\/])(registers|indicators)[\\/]/.test(relative(folder, file)) ? "registers" : "audit";
  return filesBelow(folder).filter((file) => file.endsWith(".sql") && sideOf(file) === side);
}

/** Settings as text: in which order they stand in the file changes nothing. */
function inOrder(settings: object): string {
  const sorted = (value: object) => Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify(settings, (_, value: unknown) =>
    value instanceof Object && !Array.isArray(value) ? sorted(value) : value
  );
}

/** The newest extract's; the twin has none, so that a build of it gives the same bytes on any day. */
function dateOf({synthetic, files}: Extracts): string | null {
  if (synthetic) return null;
  return new Date(Math.max(...files.map((file) => statSync(file).mtimeMs))).toISOString().slice(0, 10);
}
