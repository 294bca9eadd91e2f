import type {Input} from "./choices.js";
import {element} from "../dom/dom.js";
import {count} from "../words/format.js";

/**
 * A search field for the dictionary that stands on the page: words that do not have everything
 * sought are folded away, and with them what is then empty. Its value is what was typed.
 */
export function dictionarySearch(page: ParentNode): Input<string> {
  const field = element("input", {
    type: "search",
    id: "ordbog-soeg",
    autocomplete: "off",
    placeholder: "fx rodtryk eller DM54"
  });
  const status = element("p", {role: "status"});
  const form = element(
    "div",
    {class: "choices dictionary-search", role: "search", "aria-label": "Ordbogen"},
    element(
      "div",
      {class: "choice-field"},
      element("label", {for: "ordbog-soeg", class: "choice-label"}, "Søg i ordbogen"),
      field
    ),
    status
  );
  const entries = Array.from(page.querySelectorAll<HTMLElement>(".dictionary dl > div"), (node) => ({
    node,
    text: textOf(node)
  }));
  const show = () => {
    const sought = fold(field.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const {node, text} of entries) {
      node.hidden = !sought.every((word) => text.includes(word));
      if (!node.hidden) found++;
    }
    for (const section of page.querySelectorAll<HTMLElement>(".dictionary section, .dictionary")) {
      section.hidden = sought.length > 0 && !section.querySelector("dl > div:not([hidden])");
    }
    status.textContent =
      sought.length === 0
        ? `${count(entries.length)} ord`
        : found === 0
          ? "Intet ord passer."
          : `${count(found)} af ${count(entries.length)} ord passer.`;
  };
  field.addEventListener("input", show);
  show();
  return Object.defineProperty(form, "value", {get: () => field.value}) as unknown as Input<string>;
}

/** What can be sought of a word: itself, its meanings, and what it stands under; not the pages that use it. */
function textOf(node: HTMLElement): string {
  const heading = node.closest("section")?.querySelector("h3")?.textContent ?? "";
  const own = Array.from(node.children).filter((child) => !child.classList.contains("dictionary-pages"));
  return fold([heading, ...own.map((child) => child.textContent)].join(" "));
}

function fold(text: string): string {
  return text.toLocaleLowerCase("da");
}
