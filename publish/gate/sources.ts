import {readFileSync} from "node:fs";
import {join, relative, sep} from "node:path";
import {dictionary} from "../dictionary/dictionary.js";
import {dictionaryHtml} from "../dictionary/dictionaryHtml.js";
import {placeholder} from "../dictionary/fillDictionary.js";
import {pager} from "../framework/footer.js";
import {pageSource} from "../framework/pageSource.js";
import {addressOf} from "../pages/pageText.js";
import {isTemplate, parameterPages} from "../pages/parameterPages.js";
import {pagesOf, type FinishedSite} from "./finishedSite.js";

/** What a page of a site is made from. */
export interface Source {
  /** Its markdown file below `src`. */
  file: string;
  /**
   * What an author wrote: the file, the words that a template gets for this page and its
   * neighbours, and the dictionary where it is laid in.
   */
  text: string;
}

/** The source of every page that has one. A page made from a template has one when the definitions name it. */
export async function readSources(site: FinishedSite, root: string): Promise<Map<string, Source>> {
  const src = join(root, "src");
  const files = new Map(
    pagesOf(site).flatMap((page) => {
      const address = addressOf(page);
      const file = pageSource(src, address.endsWith("/") || address === "" ? `${address}index` : address);
      return file ? [[page, relative(src, file).split(sep).join("/")] as const] : [];
    })
  );
  const words = async (text: string) => (text.includes(placeholder) ? dictionaryHtml(await dictionary(root), "") : "");
  const made = [...files.values()].some(isTemplate) ? await parameterPages(root) : [];
  const sources = new Map<string, Source>();
  for (const [page, file] of files) {
    const own = made.find(({address}) => `${address}.html` === page);
    if (isTemplate(file) && !own) continue;
    const text = readFileSync(join(src, file), "utf8");
    sources.set(page, {
      file,
      text: [text, ...Object.values(own?.words ?? {}), own ? pager(own.address, made) : "", await words(text)].join(
        "\n"
      )
    });
  }
  return sources;
}
