import type {Difference} from "../../../data-loaders/programme/mirror.js";
import {element} from "../dom/dom.js";

/**
 * What is not the same on the two sides, as a table: the audit to the left, the registers to
 * the right, and what it is about between.
 */
export function mirrorDifferences(differences: readonly Difference[], caption: string): HTMLElement {
  const rows = differences.map(({what, audit, registers}) =>
    element("tr", {}, element("td", {}, audit), element("th", {scope: "row"}, what), element("td", {}, registers))
  );
  const head = element(
    "tr",
    {},
    element("th", {scope: "col"}, "I auditten"),
    element("td", {}),
    element("th", {scope: "col"}, "I registrene")
  );
  return element(
    "div",
    {class: "mirror-differences"},
    element("table", {}, element("caption", {}, caption), element("thead", {}, head), element("tbody", {}, ...rows))
  );
}
