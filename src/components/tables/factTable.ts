import type {Column, Row} from "../rows/column.js";
import {dataTable} from "./dataTable.js";
import {element} from "../dom/dom.js";

/** What {@link factTable} shows. */
export interface FactTableOptions {
  /** What the table comes to. */
  sentence: string;
  caption: string;
  rows: readonly Row[];
  columns: readonly Column[];
}

/**
 * Facts about the data themselves, such as files read or misprints known: a sentence, and the table where there is
 * anything to list. They come from no query, so they do not stand in the frame of a figure.
 */
export function factTable({sentence, caption, rows, columns}: FactTableOptions): HTMLElement {
  return element(
    "div",
    {class: "fact-table"},
    element("p", {}, sentence),
    rows.length > 0 ? dataTable({caption, rows, columns}) : null
  );
}
