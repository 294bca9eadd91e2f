import type {Chosen, Vocabulary} from "../../src/parameters.js";
import {strangeExpression} from "../answers/askings.js";
import {RefusedQuery} from "../answers/query.js";
import {splitQuery, tableNames} from "../pages/cells.js";
import {defaults, isParameter} from "../pages/combinations.js";
import {withCellsRead, type NamedQuery} from "../pages/namedCells.js";

/** A cell of the bench that is to be answered, and what its answer depends on. */
export interface Asking {
  /** Every cell, in the order of the page. */
  cells: NamedQuery[];
  /** Which of them is asked. */
  index: number;
  /** What is chosen of the site's choices. */
  chosen: Record<string, string>;
}

/** A query as DuckDB is asked it. */
export interface AskedQuery {
  /** With `?` for each value. */
  text: string;
  values: string[];
  /** The query itself, with what it reads of other cells, and choices as `${profession}`. */
  source: string;
}

/**
 * The query of a cell with the cells that it reads, and the values of its choices: what a page asks with the same
 * cells.
 * @throws RefusedQuery when it names what is no choice of the site
 */
export function askedQuery({cells, index, chosen}: Asking, words: Vocabulary): AskedQuery {
  const source = withCellsRead(cells, tableNames)[index]!.trim().replace(/;$/, "");
  const {parts, expressions} = splitQuery(source);
  const strange = strangeExpression(expressions);
  if (strange !== undefined) {
    const before = source.slice(0, source.indexOf(`\${${strange}`)).split("\n").length;
    throw new RefusedQuery(`\${${strange}} er ikke et af webstedets valg, som står i src/parameters.ts.`, before);
  }
  const values = defaults(expressions.filter(isParameter), words, chosen) as Chosen;
  return {text: parts.join("?"), values: expressions.map((name) => values[name as keyof Chosen]!), source};
}
