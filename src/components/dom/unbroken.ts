import {element} from "./dom.js";

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
