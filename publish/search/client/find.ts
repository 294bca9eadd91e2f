import {soughtWords} from "../words.js";
import {closeFit, looseFit} from "./fit.js";
import {placeIn, type Place} from "./place.js";

/** A page as the search shows it. */
export interface FoundPage {
  /** Its address below the site's own, such as `audit/variation`. */
  address: string;
  title: string;
  description: string;
  /** The file that it and many pages like it are made from. */
  template?: string;
  /** Where its figures are. */
  figures?: Place[];
  /** The names of the choices that lead further into it, and the figure that shows what is chosen. */
  choices?: string[];
  chosen?: string;
}

/** With more matching pages of one template than this, what was typed distinguishes none of them. */
export const manyAlike = 20;

/** Every page and every word: which pages have it, and its weight there. */
export interface SearchIndex {
  pages: FoundPage[];
  /** By folded word: page, weight, page, weight … Pages by their place in `pages`. */
  words: Record<string, number[]>;
  /** Where choices lead, by their name. */
  choices: Record<string, Place[]>;
}

/** The address of a page that is found, at the figure and with the choice that a reader meant. */
export function addressIn({choices: all}: SearchIndex, page: FoundPage, typed: string): string {
  const {address, title, figures = [], choices = [], chosen = ""} = page;
  return address + placeIn(title, {figures, choices: choices.flatMap((name) => all[name]!), chosen}, typed);
}

/**
 * The pages that have what a reader typed, best first. Pages with every word come alone; when there are none,
 * those with the most of them. Many pages of one template give way to the others, if there are any.
 */
export function find(index: SearchIndex, typed: string): FoundPage[] {
  const sought = soughtWords(typed);
  const perWord = sought.map((word) => scores(index, word));
  const ranked = index.pages
    .map((page, i) => {
      const found = perWord.flatMap((pages) => pages.get(i) ?? []);
      return {page, words: found.length, score: found.reduce((sum, score) => sum + score, 0)};
    })
    .filter(({words}) => words > 0);
  const most = Math.max(...ranked.map(({words}) => words));
  const found = ranked
    .filter(({words}) => words === most)
    .sort((a, b) => b.score - a.score)
    .map(({page}) => page);
  const others = found.filter(
    ({template}) => !template || found.filter((page) => page.template === template).length <= manyAlike
  );
  return others.length > 0 ? others : found;
}

/** What one sought word scores on each page that has it. A word that few pages have weighs more. */
function scores(index: SearchIndex, sought: string): Map<number, number> {
  let best = bestPerPage(index, sought, closeFit);
  if (best.size === 0) best = bestPerPage(index, sought, looseFit);
  const rarity = Math.log(1 + index.pages.length / best.size);
  return new Map(Array.from(best, ([page, score]) => [page, rarity * score]));
}

function bestPerPage(
  {words}: SearchIndex,
  sought: string,
  closeness: (sought: string, word: string) => number
): Map<number, number> {
  const best = new Map<number, number>();
  for (const [word, places] of Object.entries(words)) {
    const fitting = closeness(sought, word);
    if (fitting === 0) continue;
    for (let i = 0; i < places.length; i += 2) {
      const page = places[i]!;
      best.set(page, Math.max(best.get(page) ?? 0, fitting * places[i + 1]!));
    }
  }
  return best;
}
