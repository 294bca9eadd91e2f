import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {buildCache} from "../../data-loaders/load.js";
import type {RegisterFacts} from "../../data-loaders/facts/registerFacts.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import type {SiteFacts} from "../../data-loaders/facts/siteFacts.js";

/** How many rounds the audit's tables hold; undefined before they are computed. */
export function roundsLoaded(settings: Settings): number | undefined {
  const file = join(buildCache(settings), "site.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as SiteFacts).rounds.length : undefined;
}

/** What the pages' choices are made from: the facts that `load` left for the site. */
export function readVocabulary(settings: Settings): SiteFacts & {registers: RegisterFacts} {
  const read = (name: string) => JSON.parse(readFileSync(join(buildCache(settings), name), "utf8")) as unknown;
  return {...(read("site.json") as SiteFacts), registers: read("registers.json") as RegisterFacts};
}
