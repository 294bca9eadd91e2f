import {rollup} from "d3-array";
import {manyAlike, type SearchIndex} from "./client/find.js";
import {addressOf, type PageText} from "../pages/pageText.js";
import {tellingWords} from "./words.js";

/** The weight of a word by where it stands. */
const weights = {title: 10, headings: 5, keywords: 5, address: 3, description: 3, figures: 2, text: 1, answers: 0.5};

/** What distinguishes a page from many others of the same template: their texts are alike. */
const ownFields = new Set(["title", "keywords", "address"]);

/**
 * The search index of pages. Of many pages made from one template only what each has of its own is in it.
 * @param answersOf what a reader can choose to see on a page: its answers and groups, by the page's choices
 */
export function searchIndex(
  pages: readonly PageText[],
  answersOf: (choices: string[]) => string = () => ""
): SearchIndex {
  const listed = pages.filter((page) => page.listed);
  const made = rollup(
    listed,
    (alike) => alike.length,
    ({template}) => template
  );
  const isOneOfMany = ({template}: PageText) => template !== undefined && made.get(template)! > manyAlike;
  const words = new Map<string, Map<number, number>>();
  for (const [i, page] of listed.entries()) {
    const fields = {...page, address: addressOf(page.path), answers: answersOf(page.choices)};
    for (const [field, weight] of Object.entries(weights)) {
      if (isOneOfMany(page) && !ownFields.has(field)) continue;
      for (const [word, times] of frequencies(fields[field as keyof typeof weights])) {
        const places = words.get(word) ?? words.set(word, new Map()).get(word)!;
        // The tenth time weighs less than the first.
        places.set(i, (places.get(i) ?? 0) + weight * (1 + Math.log(times)));
      }
    }
  }
  const alike = (title: string) => listed.filter((page) => page.title === title).length > 1;
  const rounded = (weight: number) => Math.round(10 * weight) / 10;
  return {
    pages: listed.map((page) => {
      const {path, title, description, template} = page;
      const address = addressOf(path);
      // Pages made from one file may have one title: the end of their address distinguishes them.
      return {
        address,
        title: alike(title) ? `${title}: ${address.split("/").filter(Boolean).at(-1) ?? ""}` : title,
        description,
        ...(isOneOfMany(page) && {template})
      };
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
