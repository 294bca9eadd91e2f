import type {Settings} from "../data-loaders/settings.js";
import {benchBuild} from "./build.js";
import {benchLoad} from "./load.js";
import {benchSite} from "./site.js";

/** Measures one part, or all, and tells each figure when it is known. */
export async function* bench(settings: Settings, what?: string): AsyncGenerator<string> {
  if (!what || what === "load") yield* await benchLoad(settings);
  if (!what || what === "build") yield* benchBuild(settings);
  if (!what || what === "site") yield* await benchSite(settings);
}
