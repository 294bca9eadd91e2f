import {createHash} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {manifestFile} from "../../data-loaders/disclosure/keptReleases.js";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import type {RegisterFacts} from "../../data-loaders/facts/registerFacts.js";
import type {SiteFacts} from "../../data-loaders/facts/siteFacts.js";
import {readBuiltSite} from "../framework/builtSite.js";

/**
 * What a release holds and what it was made from, so that whoever looks after a copy of it can check whether it
 * is whole. No time of day and no path: the same commit, data and settings give the same manifest.
 */
export interface Manifest {
  /** The fingerprint of the extracts, code and settings that the audit's tables were computed from. */
  seal: string;
  data: "own" | "synthetic";
  /** Date of the newest extract; null for the twin. */
  extracts: string | null;
  /** The same of the registers. */
  registers: {seal: string; data: "own" | "synthetic"; extracts: string | null};
  /** The settings that change what is published. */
  settings: Record<string, unknown>;
  /** What it was built with. */
  versions: Record<string, string>;
  /** Every file but this one, by path, in order. */
  files: ManifestFile[];
}

export interface ManifestFile {
  path: string;
  bytes: number;
  sha256: string;
}

/** The packages that decide what a release looks like and computes. */
const packages = [
  "@observablehq/framework",
  "@observablehq/plot",
  "@duckdb/node-api",
  "@duckdb/duckdb-wasm",
  "hyparquet"
];

/** The manifest of a finished site, as text. */
export function describeRelease(
  dist: string,
  settings: Settings,
  facts: SiteFacts & {registers: RegisterFacts}
): string {
  const {name, version} = readPackage(settings.root);
  const manifest: Manifest = {
    ...sourceOf(facts),
    registers: sourceOf(facts.registers),
    settings: publishedSettings(settings, facts.synthetic),
    versions: {
      [name]: version,
      ...Object.fromEntries(packages.map((one) => [one, readPackage(join(settings.root, "node_modules", one)).version]))
    },
    files: filesOf(dist)
  };
  return JSON.stringify(manifest, null, 1) + "\n";
}

function sourceOf({
  seal,
  synthetic,
  date
}: {
  seal: string;
  synthetic: boolean;
  date: string | null;
}): Manifest["registers"] {
  return {seal, data: synthetic ? "synthetic" : "own", extracts: date};
}

/** Every file below a folder but the manifest, with its size and hash. */
export function filesOf(dist: string): ManifestFile[] {
  return readBuiltSite(dist)
    .files.filter((path) => path !== manifestFile)
    .map((path) => {
      const contents = readFileSync(join(dist, path));
      return {path, bytes: contents.length, sha256: createHash("sha256").update(contents).digest("hex")};
    });
}

/**
 * Reads the manifest of a site.
 * @throws Refusal where there is none, or it cannot be read
 */
export function readManifest(dist: string): Manifest {
  const file = join(dist, manifestFile);
  if (!existsSync(file))
    throw new Refusal(`${dist} har ingen ${manifestFile}, så det er ikke et færdigt websted; kør npm run build.`);
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Manifest;
  } catch {
    throw new Refusal(`${manifestFile} i ${dist} kan ikke læses; kør npm run build igen, eller hent kopien igen.`);
  }
}

/** Folders and what a machine may use are left out: they change nothing in the release. */
function publishedSettings(settings: Settings, synthetic: boolean): Record<string, unknown> {
  const {
    root,
    codebook,
    extracts,
    workspace,
    memoryLimit,
    threads,
    aliases,
    registers,
    synthetic: twin,
    ...others
  } = settings;
  return {codebook: basename(codebook), ...others, ...(synthetic && {synthetic: twin})};
}

function readPackage(folder: string): {name: string; version: string} {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {name: string; version: string};
}
