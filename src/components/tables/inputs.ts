import type {Row} from "../rows/column.js";
import {dataTable} from "./dataTable.js";

export * from "@observablehq/inputs";

/**
 * The site's own table, under the name by which Framework shows the rows of an SQL cell. The
 * library's own writes a style of its own into the page, which the page's policy stops.
 */
export function table(rows: readonly Row[]): HTMLElement {
  return dataTable({
    caption: "Svar på forespørgslen",
    rows,
    columns: Object.keys(rows[0] ?? {}).map((field) => ({field, label: field}))
  });
}
