import {element} from "./dom.js";
import {unbroken} from "./text.js";

/** A number worth seeing first. */
export interface KeyFigure {
  /** What it counts. */
  label: string;
  /** Formatted, with its unit. */
  value: string;
  /** What it is of: its N, or a comparison. */
  note: string;
}

/** Key figures as cards side by side. */
export function keyFigures(figures: KeyFigure[]): HTMLElement {
  const cards = figures.map(({label, value, note}) =>
    element(
      "div",
      {class: "key-figure"},
      element("span", {}, label),
      element("strong", {}, value),
      element("span", {}, ...unbroken(note))
    )
  );
  return element("div", {class: "card-grid"}, ...cards);
}
