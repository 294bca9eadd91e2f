import {closest, distance} from "fastest-levenshtein";

/**
 * The data or the settings cannot be used: the message is one Danish sentence an analyst can
 * act on, shown without a stack trace.
 */
export class Refusal extends Error {
  override name = "Refusal";
}

/** The candidate nearest to a word, where at most a third of its letters differ; undefined where none is near. */
export function nearest(word: string, candidates: string[]): string | undefined {
  const best = closest(word, candidates);
  return best !== undefined && distance(word, best) <= word.length / 3 ? best : undefined;
}

/** A value from a delivery as it may stand in a message: no control characters, no more than 60 letters. */
export function quoted(value: string): string {
  const plain = value.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "·");
  return `»${plain.length > 60 ? `${plain.slice(0, 60)}…` : plain}«`;
}
