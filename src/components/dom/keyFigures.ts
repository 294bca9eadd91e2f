import {element} from "./dom.js";
import {unbroken} from "./text.js";

/** A number worth seeing first. */
export interface KeyFigure {
  /** What it counts. */
  label: string;
  /** Formatted, with its unit. */
  value: string;
  /** Of how many it is, or that it is a count. */
  n: string;
  /** A comparison; empty where there is none. */
  note: string;
}

/** Key figures as cards side by side. */
export function keyFigures(figures: KeyFigure[]): HTMLElement {
  const cards = figures.map(({label, value, n, note}) =>
    element(
      "div",
      {class: "key-figure"},
      element("span", {}, label),
      element("strong", {}, value),
      element("span", {}, n),
      note === "" ? null : element("span", {}, ...unbroken(note))
    )
  );
  return element("div", {class: "card-grid"}, ...cards);
}
