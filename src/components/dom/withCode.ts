import {element} from "./dom.js";

/** A name as files and queries have it: `audit_answers`, `hidden_secondary`. */
const identifier = /([a-z][a-z0-9]*(?:_[a-z0-9]+)+)/;

/** A text with the names in it set as code, so that a reader (and a screen reader) can tell them from words. */
export function withCode(text: string): Node[] {
  return text
    .split(identifier)
    .map((part, i) => (i % 2 === 1 ? element("code", {}, part) : document.createTextNode(part)))
    .filter((node) => node.textContent !== "");
}
