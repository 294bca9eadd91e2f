import type {TableFacts} from "../../../data-loaders/load/tableFacts.js";
import {element} from "../dom/dom.js";
import {withCode} from "../dom/text.js";

const typeWords: Record<TableFacts["columns"][number]["type"], string> = {
  INTEGER: "heltal",
  DOUBLE: "tal",
  VARCHAR: "tekst",
  BOOLEAN: "ja eller nej",
  DATE: "dato"
};

/**
 * The dictionary of a published table: what each column is called, what it holds, and in
 * which unit. Names are set as code.
 */
export function columnTable({title, columns}: Pick<TableFacts, "title" | "columns">): HTMLElement {
  const caption = `Kolonnerne i »${title}«`;
  const headings = ["Kolonne", "Type", "Betydning", "Enhed"].map((heading) => element("th", {scope: "col"}, heading));
  const rows = columns.map(({name, type, meaning, unit}) =>
    element(
      "tr",
      {},
      element("th", {scope: "row"}, element("code", {}, name)),
      element("td", {}, typeWords[type]),
      element("td", {}, ...withCode(meaning)),
      element("td", {}, unit ?? "–")
    )
  );
  return element(
    "div",
    {class: "table-scroll column-table", role: "region", tabindex: 0, "aria-label": `Tabel: ${caption}`},
    element(
      "table",
      {class: "data-table"},
      element("caption", {}, element("span", {}, caption)),
      element("thead", {}, element("tr", {}, ...headings)),
      element("tbody", {}, ...rows)
    )
  );
}
