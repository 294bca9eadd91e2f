import {soughtWords, wordsOf} from "../words.js";
import {closeFit} from "./fit.js";

/** Somewhere a reader can be taken: what stands after the address, and the folded words that tell of it. */
export type Place = [at: string, words: string];

/** Where on a page its figures are, and what its choices lead to. */
export interface Places {
  /** By anchor: `#haandtering`. */
  figures: readonly Place[];
  /** By choices: `emne=referrals`. */
  choices: readonly Place[];
  /** The figure that shows what is chosen. */
  chosen: string;
}

/** A word of a place that fits less is another word. */
const fits = 0.6;

/**
 * What to add to the address of a page that is found, so that it opens at the figure and the choice meant: the ones
 * with most of the words sought. Nothing where what the page itself is called says it all.
 */
export function placeIn(title: string, {figures, choices, chosen}: Places, typed: string): string {
  const sought = soughtWords(typed);
  const untold = sought.filter((word) => fitOf(word, wordsOf(title)) < fits);
  if (untold.length === 0) return "";
  const choice = best(choices, untold);
  const figure = best(figures, untold);
  return choice === "" ? figure : `?${choice}${figure || chosen}`;
}

/** The place that has most of the words, and of several the one that says least beside them; none without any. */
function best(places: readonly Place[], sought: readonly string[]): string {
  let [found, most] = ["", 0];
  for (const [at, text] of places) {
    const words = text.split(" ");
    const fitting = sought.map((word) => fitOf(word, words)).filter((one) => one >= fits);
    const score = fitting.reduce((sum, one) => sum + one, 0) - words.length / 1000;
    if (fitting.length > 0 && score > most) [found, most] = [at, score];
  }
  return found;
}

function fitOf(sought: string, words: readonly string[]): number {
  return Math.max(0, ...words.map((word) => closeFit(sought, word)));
}
