import {fold} from "./fold.js";
import {compareDanish} from "./format.js";

/** What stands beside every name of its kind, and so tells none from another. */
const kinds = new Set(["region", "regionen", "kommune", "kommunen"]);

/**
 * The areas that a reader means, by Danish alphabet: each typed word begins a word of the name, whichever way æ, ø and
 * å are typed, and also with the -s of a genitive. Names that begin with what is typed come first.
 */
export function findAreas<Named extends {name: string}>(areas: readonly Named[], typed: string): Named[] {
  const sought = wordsOf(typed).filter((word) => !kinds.has(word.replace(/s$/, "")));
  if (sought.length === 0) return [];
  const fits = (name: string) => {
    const words = wordsOf(name);
    return sought.every((part) => words.some((word) => word.startsWith(part) || `${word}s` === part));
  };
  const begins = ({name}: Named) => Number(wordsOf(name)[0]!.startsWith(sought[0]!));
  return areas
    .filter(({name}) => fits(name))
    .toSorted((a, b) => begins(b) - begins(a) || compareDanish(a.name, b.name));
}

/** Words with æ, ø and å as plain letters, so that »Kobenhavn« and »Abenra« are found too. */
function wordsOf(text: string): string[] {
  const plain = fold(text).replaceAll("aa", "a").replaceAll("ae", "a").replaceAll("oe", "o");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
