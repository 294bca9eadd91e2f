import type {Reasons} from "../../../data-loaders/programme/reasons.js";
import {element} from "./dom.js";

/** Good reasons to differ as a list, with how strong the evidence is where the source says so. */
export function reasonList({reasons, evidence}: Reasons): HTMLElement {
  return element(
    "div",
    {class: "reasons"},
    element("ul", {}, ...reasons.map((reason) => element("li", {}, reason))),
    ...(evidence ? [element("p", {}, element("strong", {}, "Evidens: "), evidence)] : [])
  );
}
