import {closest, distance} from "fastest-levenshtein";

/** The candidate nearest to a word, where at most a third of its letters differ; undefined where none is near. */
export function nearest(word: string, candidates: string[]): string | undefined {
  const best = closest(word, candidates);
  return best !== undefined && distance(word, best) <= word.length / 3 ? best : undefined;
}
