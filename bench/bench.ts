import type {Settings} from "../data-loaders/ground/settings.js";
import {benchBuild} from "./build.js";
import {benchDisclosure} from "./disclosure.js";
import {benchHouse} from "./house.js";
import {benchLoad} from "./load.js";
import {benchRegisters} from "./registers.js";
import {benchSite} from "./site.js";

/**
 * Measures one part, or all, and reports each figure when it is known.
 * @param scale how many times the twin's people the largest delivery of registers has, instead of a national one; of
 *   the audit, how many times its registrations
 */
export async function* bench(
  settings: Settings,
  {what, scale}: {what?: string | undefined; scale?: number | undefined} = {}
): AsyncGenerator<string> {
  const parts = {
    house: () => benchHouse(settings.root),
    load: () => benchLoad(settings, scale),
    registers: () => benchRegisters(settings, scale),
    disclosure: () => benchDisclosure(settings),
    build: () => benchBuild(settings),
    site: () => benchSite(settings)
  };
  for (const [part, measure] of Object.entries(parts)) if (!what || what === part) yield* await measure();
}
