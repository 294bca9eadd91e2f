import {readFileSync} from "node:fs";
import {join, relative, sep} from "node:path";
import {pageSource} from "../pageSource.js";
import {addressOf} from "../pageText.js";
import {isTemplate, parameterPages} from "../parameterPages.js";
import {pagesOf, type FinishedSite} from "./finishedSite.js";

/** What a page of a site is made from. */
export interface Source {
  /** Its markdown file below `src`. */
  file: string;
  /** What an author wrote: the file, and the words that a template gets for this page. */
  text: string;
}

/** The source of every page that has one. A page made from a template has one when the definitions name it. */
export async function readSources(site: FinishedSite, root: string): Promise<Map<string, Source>> {
  const src = join(root, "src");
  const files = new Map(pagesOf(site).flatMap((page) => {
    const address = addressOf(page);
    const file = pageSource(src, address.endsWith("/") || address === "" ? `${address}index` : address);
    return file ? [[page, relative(src, file).split(sep).join("/")] as const] : [];
  }));
  const made = [...files.values()].some(isTemplate) ? await parameterPages(root) : [];
  return new Map(
    [...files].flatMap(([page, file]) => {
      const own = made.find(({address}) => `${address}.html` === page);
      if (isTemplate(file) && !own) return [];
      return [[page, {file, text: [readFileSync(join(src, file), "utf8"), ...Object.values(own?.words ?? {})].join("\n")}] as const];
    })
  );
}
