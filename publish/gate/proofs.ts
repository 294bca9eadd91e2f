import {existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {filesBelow, hashOf, hashSources} from "../../data-loaders/engine/seal.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {sourceFiles} from "../fence/sourceFiles.js";

/**
 * What has been proved before, and need not be proved again. A proof is known by the hash of all that it rests on:
 * bytes of the site, rules, and the code that proves. What fails is never remembered.
 */
export interface Proofs {
  has(key: string): boolean;
  /** Notes that something was proved. */
  note(key: string): void;
  /** The faults that `prove` finds; none where it is known that there are none. Each is asked for once at a time. */
  faults(key: string, prove: () => Promise<string[]>): Promise<string[]>;
  /** Keeps outside the site, for the next time, what was proved or used since it was read. */
  keep(): void;
}

/** Proofs, and the hash of the code that makes them and of the rules. */
export interface Known {
  proofs: Proofs;
  code: string;
}

/** The proofs that the workspace keeps. */
export function readProofs({workspace}: Pick<Settings, "workspace">): Proofs {
  const file = join(workspace, "gate-passed");
  const known = new Set(existsSync(file) ? readFileSync(file, "utf8").split("\n") : []);
  const used = new Set<string>();
  const underWay = new Map<string, Promise<string[]>>();
  const has = (key: string) => known.has(key);
  const note = (key: string) => {
    known.add(key);
    used.add(key);
  };
  const proved = async (key: string, prove: () => Promise<string[]>) => {
    const faults = has(key) ? [] : await prove();
    if (faults.length === 0) note(key);
    return faults;
  };
  return {
    has,
    note,
    faults: (key, prove) => underWay.get(key) ?? underWay.set(key, proved(key, prove)).get(key)!,
    keep() {
      mkdirSync(workspace, {recursive: true});
      writeFileSync(file, [...used].sort().join("\n"));
    }
  };
}

/**
 * The code that proves, and what it reads beside the site: the hash of it all. Where the project lies is nothing a
 * proof depends on; what the code book says stands in the seals of the manifest.
 */
export function gateCode(settings: Settings): string {
  const {memoryLimit, threads, root, workspace, extracts, codebook, ...others} = settings;
  const folders = ["publish", "data-loaders", "data/codelists", "data/published", "data/releases"];
  const code = folders.map((folder) => join(root, folder)).filter((folder) => existsSync(folder));
  // Which versions of packages there are, the solver's too, stands in the lock file.
  const lock = [join(root, "package-lock.json")].filter((file) => existsSync(file));
  return hashOf(hashSources(root, [...code.flatMap(filesBelow), ...lock]), JSON.stringify(others));
}

/** The sources of pages, modules and styles, as a hash. */
export function siteSources(root: string): string {
  const src = join(root, "src");
  return hashOf(
    ...sourceFiles(src).map(
      (path) => `${path}\0${lstatSync(join(src, path)).isFile() ? readFileSync(join(src, path), "utf8") : ""}`
    )
  );
}
