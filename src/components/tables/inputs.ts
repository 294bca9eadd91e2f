import * as Library from "@observablehq/inputs";
import {element} from "../dom/dom.js";
import {tooManyRows, type Rows} from "../data/rows.js";
import {isHidden} from "../rows/column.js";
import {count} from "../words/format.js";
import {dataTable} from "./dataTable.js";
import {namedChoice, namedInput} from "./namedInput.js";

export * from "@observablehq/inputs";

// Those below stand in for the library's of the same name.
export const range = namedChoice((extent, options) => Library.range(extent ?? [0, 1], options), "Skyder");
export const number = namedChoice(
  (extent, options) =>
    Array.isArray(extent) ? Library.number(extent, options) : Library.number({...options, ...extent!}),
  "Tal"
);
export const search = namedChoice(Library.search, "Søg", {
  locale: "da",
  placeholder: "Søg",
  format: (found: number) => `${count(found)} ${found === 1 ? "række" : "rækker"}`
});
export const select = namedChoice(Library.select, "Valg", {locale: "da"});
export const radio = namedChoice(Library.radio, "Valg", {locale: "da"});
export const checkbox = namedChoice(Library.checkbox, "Valg", {locale: "da"});
export const toggle = namedInput(Library.toggle, "Til eller fra");
export const text = namedInput(Library.text, "Tekst");
export const textarea = namedInput(Library.textarea, "Tekst");
export const date = namedInput(Library.date, "Dato");
export const datetime = namedInput(Library.datetime, "Dato og klokkeslæt");
export const color = namedInput(Library.color, "Farve");

/** How many rows are shown: more make a page slow, and nobody reads them. */
const mostShown = 1000;

/**
 * The site's own table, under the name by which Framework shows the rows of an SQL cell, with a line on them below. The
 * library's own writes a style of its own into the page, which the page's policy stops.
 */
export function table(rows: Rows): HTMLElement {
  const columns = rows.columns ?? Object.keys(rows[0] ?? {});
  return element(
    "div",
    {class: "answer"},
    dataTable({
      caption: "Svar på forespørgslen",
      rows: rows.slice(0, mostShown),
      columns: columns.map((field) => ({field, label: field}))
    }),
    // How long an answer took is this browser's own: what was drawn beforehand cannot say it.
    element("p", {class: "answer-facts", ...(rows.milliseconds !== undefined && {"data-own": true})}, factsOf(rows))
  );
}

/** `12 rækker, 4 skjulte, 35 ms`. */
function factsOf(rows: Rows): string {
  const hidden = rows.filter(isHidden).length;
  const facts = [
    `${count(rows.length)} ${rows.length === 1 ? "række" : "rækker"}`,
    rows.length > mostShown && `de første ${count(mostShown)} er vist`,
    hidden > 0 && `${count(hidden)} ${hidden === 1 ? "skjult" : "skjulte"}`,
    rows.milliseconds !== undefined && `${count(rows.milliseconds)} ms`
  ];
  return `${facts.filter(Boolean).join(", ")}${rows.isCut ? `. ${tooManyRows}` : ""}`;
}
