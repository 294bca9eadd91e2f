import {element} from "./dom.js";

/** A name as files and queries have it: `audit_answers`, `hidden_secondary`. */
const identifier = /([a-z][a-z0-9]*(?:_[a-z0-9]+)+)/;

/** Sets the names in a text as code, so that a reader (and a screen reader) can distinguish them from words. */
export function withCode(text: string): Node[] {
  return text
    .split(identifier)
    .map((part, i) => (i % 2 === 1 ? element("code", {}, part) : document.createTextNode(part)))
    .filter((node) => node.textContent !== "");
}

/** What reads badly in two lines: `95 %-interval`, and two limits with a dash between. */
const together = /95[ \u00A0]%-(?:interval(?:let|ler)?|grænser)|[−\d.,]*\d–\d[\d.,]*(?:[ \u00A0]%)?/g;

/** A sentence whose intervals stay on one line each; its text is the same. */
export function unbroken(text: string): (string | HTMLElement)[] {
  const parts: (string | HTMLElement)[] = [];
  let end = 0;
  for (const {0: found, index} of text.matchAll(together)) {
    parts.push(text.slice(end, index), element("span", {class: "unbroken"}, found));
    end = index + found.length;
  }
  return [...parts, text.slice(end)].filter((part) => part !== "");
}
