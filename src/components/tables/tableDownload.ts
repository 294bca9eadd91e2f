import type {TableFacts} from "../../../data-loaders/load/tableFacts.js";
import type {Row} from "../rows/column.js";
import {columnTable} from "./columnTable.js";
import {csv} from "./csv.js";
import {element} from "../dom/dom.js";
import {download, fileName} from "../dom/download.js";
import {count} from "../words/format.js";
import {citation, dataText, type Source} from "../data/citation.js";
import {withCode} from "../dom/text.js";

/** What {@link tableDownload} needs besides the table itself. */
export interface TableDownloadOptions {
  /** What the table is computed from. */
  sources: Source[];
  /** Where the Parquet file lies. */
  url: string;
  /** Fetches the Parquet file; called when the reader presses CSV. */
  bytes: () => Promise<ArrayBuffer>;
}

/** One published table: what it holds, its two files, its columns in words, and how to cite it. */
export function tableDownload(table: TableFacts, {sources, url, bytes}: TableDownloadOptions): HTMLElement {
  const {name, title, seal} = table;
  const synthetic = sources.some((source) => source.synthetic);
  const id = tableAnchor(name);
  const file = (extension: string) => fileName(name, extension, "", synthetic);
  const cite = citation({sources, table, seal, address: document.location.href, today: new Date()});
  return element(
    "section",
    {class: "figure", id, "aria-labelledby": `${id}-titel`},
    element("div", {class: "figure-head"}, element("h3", {id: `${id}-titel`}, title)),
    element("p", {class: "figure-sentence"}, ...withCode(sizeText(table))),
    element(
      "div",
      {class: "figure-buttons", role: "group", "aria-label": `Hent: ${title}`},
      element("a", {href: url, download: file("parquet")}, "Hent som Parquet"),
      ...csvButton(table, file("csv"), bytes)
    ),
    element("div", {class: "figure-panel"}, columnTable(table)),
    element(
      "p",
      {class: "figure-source"},
      `Data: ${[...new Set(sources.map(dataText))].join(" og ")} · Segl: ${seal.slice(0, 12)}`
    ),
    element("p", {class: "figure-note"}, "Henvis sådan: ", ...withCode(cite))
  );
}

/** Where on the page a table stands. */
export function tableAnchor(name: string): string {
  return `tabel-${name.replaceAll("_", "-")}`;
}

/** The table as CSV: columns keep their own names, so that a program reads both files alike. */
export function tableCsv(rows: readonly Row[], {columns}: Pick<TableFacts, "columns">): string {
  return csv(
    rows,
    columns.map(({name}) => ({field: name, label: name}))
  );
}

/** Makes the CSV file in the browser when it is requested, and fetches the decoder then. */
function csvButton(table: TableFacts, name: string, bytes: () => Promise<ArrayBuffer>): HTMLElement[] {
  const status = element("span", {class: "figure-status", role: "status"});
  const button = element("button", {type: "button"}, "Hent som CSV");
  button.addEventListener("click", async () => {
    status.textContent = "";
    try {
      const {parquetRows} = await import("../data/parquetRows.js");
      download(new Blob([tableCsv(await parquetRows(await bytes()), table)], {type: "text/csv;charset=utf-8"}), name);
    } catch (error) {
      status.textContent = "CSV-filen kunne ikke dannes.";
      console.error(error);
    }
  });
  return [button, status];
}

function sizeText({name, rows, columns}: TableFacts): string {
  if (rows === 0) return `Tabellen ${name} er tom i disse data; kolonnerne er med i filen.`;
  return `Tabellen ${name}: ${count(rows)} ${rows === 1 ? "række" : "rækker"} og ${count(columns.length)} kolonner.`;
}
