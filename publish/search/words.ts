import {fold} from "../../src/components/words/fold.js";

/** Words too common to distinguish pages. They count only when nothing else is typed. */
const common = new Set(
  (
    "af alle at blev bliver da de dem den der deres det dette dig din disse du efter eller en end er et for fra ham han har " +
    "havde hende hun hvad hver hvis hvor hvordan hvorfor i ikke ind jeg kan kun man med men mere mod nogle når og også om " +
    "op over på samme sig ser sin skal som så til ud under var ved vi vil være"
  )
    .split(" ")
    .map(fold)
);

/** Every word of a text, folded, in order. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a text that distinguish it. */
export function tellingWords(text: string): string[] {
  return wordsOf(text).filter((word) => word.length > 1 && !common.has(word));
}

/** The words to search for in what a reader typed: the distinguishing ones, or all of them when there is none. */
export function soughtWords(typed: string): string[] {
  const words = [...new Set(wordsOf(typed))];
  const telling = words.filter((word) => !common.has(word));
  return telling.length > 0 ? telling : words;
}
