import {rollup, sum} from "d3-array";
import {manyAlike, type SearchIndex} from "./client/find.js";
import type {ChoicePlace} from "../pages/choicePlaces.js";
import {addressOf, type PageText} from "../pages/pageText.js";
import {synonymsIn, type SynonymGroup} from "./synonyms.js";
import type {Place} from "./client/place.js";
import {tellingWords} from "./words.js";

/** The weight of a word by where it stands. */
const weights = {title: 10, headings: 5, keywords: 5, address: 3, description: 3, figures: 2, text: 1, answers: 0.5};

/** What distinguishes a page from many others of the same template: their texts are alike. */
const ownFields = new Set(["title", "keywords", "address"]);

/**
 * The search index of pages. Of many pages made from one template only what each has of its own is in it.
 * @param answersOf what a reader can choose to see on a page: its answers and groups, by the page's choices
 * @param choices where the choices of a page lead, by their name
 * @param synonyms a page is found by all words of a group that it has one of, with the weight of where it has it
 */
export function searchIndex(
  pages: readonly PageText[],
  answersOf: (choices: string[]) => string = () => "",
  synonyms: readonly SynonymGroup[] = [],
  choices: Readonly<Record<string, readonly ChoicePlace[]>> = {}
): SearchIndex {
  const listed = pages.filter((page) => page.listed);
  const made = rollup(
    listed,
    (alike) => alike.length,
    ({template}) => template
  );
  const isOneOfMany = ({template}: PageText) => template !== undefined && made.get(template)! > manyAlike;
  const placeOf = (at: string, text: string): Place => [at, [...new Set(tellingWords(withSynonyms(text)))].join(" ")];
  const withSynonyms = (text: string) => [text, ...synonymsIn(text, synonyms)].join(" ");
  const found = listed.flatMap((page, place) => {
    const fields = {...page, address: addressOf(page.path), answers: answersOf(page.choices)};
    return Object.entries(weights)
      .filter(([field]) => !isOneOfMany(page) || ownFields.has(field))
      .flatMap(([field, weight]) =>
        Array.from(timesOf(withSynonyms(fields[field as keyof typeof weights])), ([word, times]) => {
          // The tenth time weighs less than the first.
          return {word, place, weight: weight * (1 + Math.log(times))};
        })
      );
  });
  const words = rollup(
    found,
    (of) => sum(of, ({weight}) => weight),
    ({word}) => word,
    ({place}) => place
  );
  const alike = (title: string) => listed.filter((page) => page.title === title).length > 1;
  const rounded = (weight: number) => Math.round(10 * weight) / 10;
  return {
    pages: listed.map((page) => {
      const {path, title, description, template, places} = page;
      const offered = page.choices.filter((name) => name in choices);
      const shown = places.find(({isOfChoice}) => isOfChoice) ?? places[0];
      const address = addressOf(path);
      // Pages made from one file may have one title: the end of their address distinguishes them.
      return {
        address,
        title: alike(title) ? `${title}: ${address.split("/").filter(Boolean).at(-1) ?? ""}` : title,
        description,
        ...(isOneOfMany(page)
          ? {template}
          : {
              ...(places.length > 0 && {figures: places.map(({id, words}) => placeOf(`#${id}`, words))}),
              ...(offered.length > 0 && {choices: offered, ...(shown && {chosen: `#${shown.id}`})})
            })
      };
    }),
    choices: Object.fromEntries(
      Object.entries(choices).map(([name, places]) => [name, places.map(({at, words}) => placeOf(at, words))])
    ),
    words: Object.fromEntries(
      Array.from(words)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([word, places]) => [word, Array.from(places).flatMap(([page, weight]) => [page, rounded(weight)])])
    )
  };
}

function timesOf(text: string): Map<string, number> {
  return rollup(
    tellingWords(text),
    (same) => same.length,
    (word) => word
  );
}
