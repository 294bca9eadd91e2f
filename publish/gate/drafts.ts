import {join} from "node:path";
import {frontMatter} from "../framework/pageSource.js";
import {pagesOf, type FinishedSite} from "./finishedSite.js";
import type {Source} from "./sources.js";

/** Whether every page of a site has a source that may be published. Returns one sentence a fault. */
export function drafts(site: FinishedSite, sources: ReadonlyMap<string, Source>, root: string): string[] {
  return pagesOf(site).flatMap((page) => {
    const source = sources.get(page);
    if (!source) return [`${page} er ikke lavet af nogen side i src; fjern den.`];
    return frontMatter(join(root, "src", source.file)).draft === true
      ? [`${page} er en kladde (src/${source.file} har draft: true) og må ikke offentliggøres.`]
      : [];
  });
}
