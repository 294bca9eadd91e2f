import {cellId, frontMatter, isSqlCell, queriesOf} from "../pages/cells.js";
import {fences} from "../pages/fences.js";

/** An SQL cell of a page that is being written; lines count from 0, as editors have them. */
export interface WrittenCell {
  id?: string;
  /** The line of its opening fence. */
  opening: number;
  /** The first line of the query, and the one after its last. */
  first: number;
  end: number;
  query: string;
  /** The same with the cells that it reads before it: what the bench can run alone. */
  whole: string;
}

/** The SQL cells of a page's text. */
export function cellsOfText(text: string): WrittenCell[] {
  const found = fences(text, frontMatter(text).length).filter(({info}) => isSqlCell(info));
  const queries = queriesOf(found);
  return found.map(({line, info, content}, i) => {
    const id = cellId(info);
    const query = content.replace(/\n$/, "");
    const lines = content === "" ? 0 : query.split("\n").length;
    return {...(id && {id}), opening: line - 1, first: line, end: line + lines, query, whole: queries[i]!.trim()};
  });
}

/** Where a line and a column of the text lie in a cell's query, as an offset. */
export function offsetIn({first, query}: WrittenCell, {line, character}: {line: number; character: number}): number {
  const before = query.split("\n").slice(0, line - first);
  return before.reduce((length, one) => length + one.length + 1, 0) + character;
}

/** The name at a place of a line, without its quotation marks: a word, or `${profession}` by its word. */
export function wordAt(line: string, character: number): {word: string; from: number; to: number} | undefined {
  for (const {index, 0: word} of line.matchAll(/"[^"]+"|[\p{L}_][\p{L}\w.]*/gu))
    if (index <= character && character <= index + word.length)
      return {word: word.replaceAll('"', ""), from: index, to: index + word.length};
  return undefined;
}
