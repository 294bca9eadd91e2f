import type {Column, Row} from "../rows/column.js";
import {csv} from "./csv.js";
import {dataTable} from "./dataTable.js";
import {element} from "../dom/dom.js";
import {download, fileName} from "../dom/download.js";

/**
 * A table that is not behind a figure, with a sentence read aloud when it changes and a
 * button that hands it out as CSV. `inFile` are columns that only the file has room for.
 */
export function downloadable(options: {
  id: string;
  sentence: string;
  caption: string;
  rows: readonly Row[];
  columns: readonly Column[];
  inFile?: readonly Column[];
}): HTMLElement {
  const {id, sentence, caption, rows, columns, inFile = []} = options;
  const button = element("button", {type: "button"}, "CSV");
  button.addEventListener("click", () =>
    download(
      new Blob([csv(rows, [...inFile, ...columns])], {type: "text/csv;charset=utf-8"}),
      fileName(id, "csv", document.location.search)
    )
  );
  return element(
    "div",
    {class: "fact-table"},
    element("p", {role: "status"}, sentence),
    rows.length > 0 ? dataTable({caption, rows, columns}) : null,
    rows.length > 0
      ? element("div", {class: "figure-buttons", role: "group", "aria-label": `Hent: ${caption}`}, button)
      : null
  );
}
