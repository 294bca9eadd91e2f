import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {keptReleases, manifestFile, releasesFolder} from "../data-loaders/disclosure/keptReleases.js";
import {replaceFolder, staging} from "../data-loaders/engine/staging.js";
import type {Settings} from "../data-loaders/ground/settings.js";
import {keptTexts, textsFile} from "../data-loaders/news/edition.js";
import {textsOf} from "../data-loaders/news/texts.js";
import {loaderOf, readBuiltSite} from "./framework/builtSite.js";
import {readFacts} from "./gate/embeddedData.js";
import {readFinishedSite} from "./gate/finishedSite.js";
import {gate} from "./gate/gate.js";

/**
 * Keeps what a released site shows, so that the next can be compared with it: its manifest, its tables and the texts
 * that they rest on, in a folder named after the day. A site that is kept already is not kept twice.
 * @param today `yyyy-mm-dd`
 * @returns the folder's name, and whether it was there before
 * @throws Refusal when the site does not pass the gate
 */
export async function release(
  settings: Settings,
  dist: string,
  today: string
): Promise<{name: string; before: boolean}> {
  await gate(settings, dist);
  const manifest = readFileSync(join(dist, manifestFile), "utf8");
  const kept = keptReleases(settings.root);
  const same = kept.find(({folder}) => readFileSync(join(folder, manifestFile), "utf8") === manifest);
  if (same) return {name: same.name, before: true};
  const earlier = kept.filter(({name}) => name.startsWith(today)).length;
  const name = earlier === 0 ? today : `${today}-${earlier + 1}`;
  const aside = staging(releasesFolder(settings.root));
  for (const file of readBuiltSite(dist).files.filter((one) => one.endsWith(".parquet")))
    cpSync(join(dist, file), join(aside, loaderOf(file)!));
  cpSync(join(dist, manifestFile), join(aside, manifestFile));
  // A site that passed the gate has its facts.
  writeFileSync(join(aside, textsFile), keptTexts(textsOf(readFacts(readFinishedSite(dist))!, settings.root)));
  replaceFolder(join(releasesFolder(settings.root), name), aside);
  return {name, before: false};
}
