import type {Settings} from "../data-loaders/ground/settings.js";
import {benchBuild} from "./build.js";
import {benchDisclosure} from "./disclosure.js";
import {benchHouse} from "./house.js";
import {benchLoad} from "./load.js";
import {benchRegisters} from "./registers.js";
import {benchSite} from "./site.js";

/**
 * Measures one part, or all, and reports each figure when it is known.
 * @param scale how many times the twin's people the largest delivery of registers has, instead of a national one
 */
export async function* bench(
  settings: Settings,
  {what, scale}: {what?: string | undefined; scale?: number | undefined} = {}
): AsyncGenerator<string> {
  if (!what || what === "house") yield* benchHouse(settings.root);
  if (!what || what === "load") yield* await benchLoad(settings);
  if (!what || what === "registers") yield* benchRegisters(settings, {...(scale && {scale})});
  if (!what || what === "disclosure") yield* benchDisclosure(settings);
  if (!what || what === "build") yield* benchBuild(settings);
  if (!what || what === "site") yield* benchSite(settings);
}
