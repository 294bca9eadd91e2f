// Rests on Framework 1.13.4: the text of an SQL cell is the content of its fence when it is rendered.
import type MarkdownIt from "markdown-it";
import {isSqlCell, queriesOf} from "../pages/cells.js";

/** Lets an SQL cell read another by its name: Framework gets queries that have the cells they read before them. */
export function joinCells(md: MarkdownIt): MarkdownIt {
  md.core.ruler.push("cells", ({tokens}) => {
    const cells = tokens.filter(({type, info}) => type === "fence" && isSqlCell(info));
    const queries = queriesOf(cells);
    for (const [i, cell] of cells.entries()) cell.content = queries[i]!;
  });
  return md;
}
