import type {SearchIndex} from "./client/find.js";
import {addressOf, type PageText} from "./pageText.js";
import {tellingWords} from "./words.js";

/** How much a word tells by where it stands. */
const weights = {title: 10, headings: 5, keywords: 5, address: 3, description: 3, figures: 2, text: 1, answers: 0.5};

/**
 * The search index of pages.
 * @param answersOf what a reader can choose to see on a page: its answers and groups, by the page's choices
 */
export function searchIndex(pages: readonly PageText[], answersOf: (choices: string[]) => string = () => ""): SearchIndex {
  const listed = pages.filter((page) => page.listed);
  const words = new Map<string, Map<number, number>>();
  for (const [i, page] of listed.entries()) {
    const fields = {...page, address: addressOf(page.path), answers: answersOf(page.choices)};
    for (const [field, weight] of Object.entries(weights)) {
      for (const [word, times] of frequencies(fields[field as keyof typeof weights])) {
        const places = words.get(word) ?? words.set(word, new Map()).get(word)!;
        // The tenth time tells less than the first.
        places.set(i, (places.get(i) ?? 0) + weight * (1 + Math.log(times)));
      }
    }
  }
  const alike = (title: string) => listed.filter((page) => page.title === title).length > 1;
  const rounded = (weight: number) => Math.round(10 * weight) / 10;
  return {
    pages: listed.map(({path, title, description}) => {
      const address = addressOf(path);
      // Pages made from one file may have one title: the end of their address tells them apart.
      return {address, title: alike(title) ? `${title}: ${address.split("/").filter(Boolean).at(-1) ?? ""}` : title, description};
    }),
    words: Object.fromEntries(
      Array.from(words)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([word, places]) => [word, Array.from(places).flatMap(([page, weight]) => [page, rounded(weight)])])
    )
  };
}

function frequencies(text: string): Map<string, number> {
  const times = new Map<string, number>();
  for (const word of tellingWords(text)) times.set(word, (times.get(word) ?? 0) + 1);
  return times;
}
