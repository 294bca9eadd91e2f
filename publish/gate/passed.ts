import {existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {filesBelow, hashOf, hashSources} from "../../data-loaders/engine/seal.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {sourceFiles} from "../fence/sourceFiles.js";
import {manifestFile} from "../release/manifest.js";
import type {FinishedSite} from "./finishedSite.js";

/**
 * Everything that the gate's answer depends on, as one hash; that each file is the one in the
 * manifest is seen to every time.
 */
export function gateKey(site: FinishedSite, settings: Settings): string {
  // Where the project lies is nothing the answer depends on; what the code book says stands
  // in the seals of the manifest.
  const {memoryLimit, threads, root, workspace, extracts, codebook, ...others} = settings;
  const code = ["publish", "data-loaders", "data/codelists", "data/published", "data/releases"].filter((folder) =>
    existsSync(join(root, folder))
  );
  const src = join(root, "src");
  const sources = sourceFiles(src).map(
    (path) => `${path}\0${lstatSync(join(src, path)).isFile() ? readFileSync(join(src, path), "utf8") : ""}`
  );
  return hashOf(
    site.text(manifestFile),
    hashSources(
      root,
      code.flatMap((folder) => filesBelow(join(root, folder)))
    ),
    JSON.stringify(others),
    ...sources
  );
}

/** Whether the same site has passed the same gate before. */
export function hasPassed(key: string, settings: Settings): boolean {
  const file = mark(settings);
  return existsSync(file) && readFileSync(file, "utf8") === key;
}

/** Remembers, outside the site, that it passed. */
export function rememberPassed(key: string, settings: Settings): void {
  mkdirSync(settings.workspace, {recursive: true});
  writeFileSync(mark(settings), key);
}

function mark({workspace}: Settings): string {
  return join(workspace, "gate-passed");
}
