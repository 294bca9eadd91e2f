// Rests on Framework 1.13.4: the page `404` counts its addresses from a `base`, and the menu begins with a list that
// holds the site's name, after which the box of the site's own search is laid; its sections hold links to the pages.
import {posix} from "node:path";
import type {Document} from "domhandler";
import type {Vocabulary} from "../../src/parameters.js";
import {choicePlaces} from "../pages/choicePlaces.js";
import {choiceWords} from "../pages/choiceWords.js";
import {demandAllUsed, mendFurniture} from "./furniture.js";
import {all, one} from "../html.js";
import {readPage, type PageText} from "../pages/pageText.js";
import {putSearchBox} from "../search/searchBox.js";
import {searchIndex} from "../search/searchIndex.js";
import {searchModule} from "../search/searchModule.js";
import {readSynonyms} from "../search/synonyms.js";
import {addSharing, preview, readPreview} from "../web/sharing.js";
import {folderAddresses} from "../web/folderAddresses.js";
import {movedAddresses} from "../web/movedAddresses.js";
import {robots, sitemap} from "../web/sitemap.js";

/** A page by its file below `dist`, such as `audit/variation.html`. */
export interface BuiltPage {
  path: string;
  document: Document;
  /** The markdown file that it and other pages are made from. */
  template?: string;
}

/**
 * Makes all pages of a build what readers meet: in Danish, accessible, searchable and ready to be shared.
 * @param pages as Framework wrote them: their scripts still hold what their figures are called
 * @returns the files beside the pages that they need, by path below `dist`
 * @throws Refusal when Framework no longer writes what is mended
 */
export async function finishPages(
  pages: readonly BuiltPage[],
  {words, siteAddress}: {words: Vocabulary; siteAddress: string}
): Promise<Map<string, string | Buffer>> {
  const used = new Set<unknown>();
  for (const {path, document} of pages) mendFurniture(document, path, used);
  demandAllUsed(used);
  const texts = pages.map(({path, document, template}): PageText => ({...readPage(path, document), template}));
  const search = await searchModule(searchIndex(texts, choiceWords(words), readSynonyms(), choicePlaces(words)));
  for (const [i, {path, document}] of pages.entries()) {
    addSharing(document, texts[i]!, siteAddress);
    putSearchBox(document, path, toRoot(path) + search.file);
    // The 404 page is shown at any depth, so its addresses count from where the site lies.
    const base = one("base", document);
    if (base) base.attribs.href = new URL(siteAddress).pathname;
  }
  const paths = pages.map(({path}) => path);
  return new Map<string, string | Buffer>([
    ...folderAddresses(paths, menuOf(pages[0]!)),
    ...movedAddresses(paths),
    [search.file, search.code],
    [preview.file, readPreview()],
    ["sitemap.xml", sitemap(texts, siteAddress)],
    ["robots.txt", robots(siteAddress)]
  ]);
}

/** The addresses of the menu below the site's own, in its order. */
function menuOf({path, document}: BuiltPage): string[] {
  const links = all("nav#observablehq-sidebar section a[href]", document);
  return links.map(({attribs}) => posix.join(posix.dirname(path), attribs.href!));
}

/** From a page to the folder of the site, such as `../`. */
function toRoot(path: string): string {
  return "../".repeat(path.split("/").length - 1) || "./";
}
