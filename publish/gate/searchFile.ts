import {basename} from "node:path";
import {choicePlaces} from "../pages/choicePlaces.js";
import {choiceWords} from "../pages/choiceWords.js";
import {readPage} from "../pages/pageText.js";
import {isTemplate} from "../pages/parameterPages.js";
import {searchIndex} from "../search/searchIndex.js";
import {searchModule} from "../search/searchModule.js";
import {readSynonyms} from "../search/synonyms.js";
import {readFacts} from "./embeddedData.js";
import {pagesOf, type FinishedSite} from "./finishedSite.js";
import type {Source} from "./sources.js";

/**
 * Whether the search index holds what the pages say and let a reader choose, and nothing else.
 * Returns one sentence a fault.
 */
export async function searchFile(site: FinishedSite, sources: ReadonlyMap<string, Source>): Promise<string[]> {
  const facts = readFacts(site);
  if (!facts) return [];
  const texts = pagesOf(site).map((page) => {
    const file = sources.get(page)?.file;
    return {...readPage(page, site.undrawn(page)), template: file && isTemplate(file) ? file : undefined};
  });
  const right = await searchModule(searchIndex(texts, choiceWords(facts), readSynonyms(), choicePlaces(facts)));
  const files = site.files.filter((file) => /^_observablehq\/soegning\./.test(file));
  if (files.length !== 1) return [`Søgningen har ${files.length} filer i stedet for én; kør npm run build igen.`];
  const same = basename(files[0]!) === basename(right.file) && site.text(files[0]!) === right.code;
  return same ? [] : [`${files[0]} har andre ord end siderne; søgningen må kun kende det, siderne siger.`];
}
