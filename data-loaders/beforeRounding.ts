import {existsSync, mkdirSync, rmSync} from "node:fs";
import {dirname, join} from "node:path";
import {replaceFolder} from "./engine/staging.js";
import type {Settings} from "./ground/settings.js";
import type {Side} from "./seals/sharedTables.js";

/**
 * Where the tables of one side lie as they were before their counts were rounded. They are protected, but for the
 * gate alone: what cannot be worked out from them cannot be worked out from what is computed from them.
 */
export function beforeRounding(workspace: string, side: Side): string {
  return join(workspace, "before-rounding", side);
}

/** Whether they are there where they are needed. */
export function hasBeforeRounding({workspace, disclosure}: Settings, side: Side): boolean {
  return disclosure.roundingBase === 1 || existsSync(beforeRounding(workspace, side));
}

/** Puts those computed aside in the place of the ones before, or takes these away where nothing was rounded. */
export function keepBeforeRounding({workspace, disclosure}: Settings, side: Side, aside: string): void {
  const folder = beforeRounding(workspace, side);
  if (disclosure.roundingBase === 1) return rmSync(dirname(folder), {recursive: true, force: true});
  mkdirSync(dirname(folder), {recursive: true});
  replaceFolder(folder, beforeRounding(aside, side));
}
