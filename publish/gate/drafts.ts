import {readFileSync} from "node:fs";
import {join, relative, sep} from "node:path";
import {frontMatter, pageSource} from "../pageSource.js";
import {addressOf} from "../pageText.js";
import {pagesOf, type FinishedSite} from "./finishedSite.js";

/** The markdown file that a page is made from, below `src`; undefined where there is none. */
export function sourceOf(root: string, page: string): string | undefined {
  const address = addressOf(page);
  const source = pageSource(join(root, "src"), address.endsWith("/") || address === "" ? `${address}index` : address);
  return source && relative(join(root, "src"), source).split(sep).join("/");
}

/** Whether every page of a site has a source that may be published. Returns one sentence a fault. */
export function drafts(site: FinishedSite, root: string): string[] {
  return pagesOf(site).flatMap((page) => {
    const source = sourceOf(root, page);
    if (!source) return [`${page} er ikke lavet af nogen side i src; fjern den.`];
    return frontMatter(join(root, "src", source)).draft === true ? [`${page} er en kladde (src/${source} har draft: true) og må ikke offentliggøres.`] : [];
  });
}

/** What stands in a page's source: its numbers are the author's, not the data's. */
export function sourceText(root: string, page: string): string {
  const source = sourceOf(root, page);
  return source ? readFileSync(join(root, "src", source), "utf8") : "";
}
