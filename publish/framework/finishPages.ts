import type {Vocabulary} from "../../src/parameters.js";
import {choiceWords} from "../pages/choiceWords.js";
import {demandAllUsed, mendFurniture} from "./furniture.js";
import {readPage} from "../pages/pageText.js";
import {putSearchBox} from "../search/searchBox.js";
import {searchIndex} from "../search/searchIndex.js";
import {searchModule} from "../search/searchModule.js";
import {addSharing, preview, readPreview} from "../web/sharing.js";
import {robots, sitemap} from "../web/sitemap.js";

/** A page by its file below `dist`, such as `audit/variation.html`. */
export interface BuiltPage {
  path: string;
  html: string;
  /** The markdown file that it and other pages are made from. */
  template?: string;
}

/** Pages fit for people, and the files beside them that they need. */
export interface FinishedPages {
  pages: BuiltPage[];
  /** By path below `dist`. */
  files: Map<string, string | Buffer>;
}

/**
 * All pages of a build as readers meet them: in Danish, accessible, searchable and ready to be shared.
 * @param pages as Framework wrote them: their scripts still hold what their figures are called
 * @throws Refusal when Framework no longer writes what is mended
 */
export async function finishPages(
  pages: readonly BuiltPage[],
  {words, siteAddress}: {words: Vocabulary; siteAddress: string}
): Promise<FinishedPages> {
  const used = new Set<unknown>();
  const mended = pages.map(({html, ...page}) => ({...page, html: mendFurniture(html, page.path, used)}));
  demandAllUsed(used);
  const texts = mended.map(({path, html, template}) => ({...readPage(path, html), template}));
  const search = await searchModule(searchIndex(texts, choiceWords(words)));
  return {
    pages: mended.map(({path, html}, i) => {
      const shared = addSharing(html, texts[i]!, siteAddress);
      return {path, html: fromBase(putSearchBox(shared, path, toRoot(path) + search.file), siteAddress)};
    }),
    files: new Map<string, string | Buffer>([
      [search.file, search.code],
      [preview.file, readPreview()],
      ["sitemap.xml", sitemap(texts, siteAddress)],
      ["robots.txt", robots(siteAddress)]
    ])
  };
}

/** From a page to the folder of the site, such as `../`. */
function toRoot(path: string): string {
  return "../".repeat(path.split("/").length - 1) || "../";
}

/** The 404 page is shown at any depth, so its addresses count from where the site lies. */
function fromBase(html: string, siteAddress: string): string {
  return html.replace(/<base href="[^"]*">/, () => `<base href="${new URL(siteAddress).pathname}">`);
}
