import {readFileSync} from "node:fs";
import {join, relative, sep} from "node:path";
import {frontMatter, pageSource} from "../pageSource.js";
import {addressOf} from "../pageText.js";
import {pagesOf, type FinishedSite} from "./finishedSite.js";

/** Whether every page of a site has a source that may be published. Returns one sentence a fault. */
export function drafts(site: FinishedSite, root: string): string[] {
  const src = join(root, "src");
  return pagesOf(site).flatMap((page) => {
    const address = addressOf(page);
    const source = pageSource(src, address.endsWith("/") || address === "" ? `${address}index` : address);
    if (!source) return [`${page} er ikke lavet af nogen side i src; fjern den.`];
    const file = relative(root, source).split(sep).join("/");
    return frontMatter(source).draft === true ? [`${page} er en kladde (${file} har draft: true) og må ikke offentliggøres.`] : [];
  });
}

/** What stands in a page's source: its numbers are the author's, not the data's. */
export function sourceText(root: string, page: string): string {
  const address = addressOf(page);
  const source = pageSource(join(root, "src"), address.endsWith("/") || address === "" ? `${address}index` : address);
  return source ? readFileSync(source, "utf8") : "";
}
