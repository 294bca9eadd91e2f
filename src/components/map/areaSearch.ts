import {element} from "../dom/dom.js";
import type {AreaValue} from "../rows/areaValue.js";
import {findAreas} from "../words/findAreas.js";

/** Areas that are named below the field; the rest are said to be more. */
const shown = 8;

let fields = 0;

export interface AreaSearchOptions {
  /** The address that an area leads to. */
  link(area: string): string;
  /** Marks an area where the reader can see it; null marks none. */
  mark(area: string | null): void;
}

/**
 * A field to find an area by its name: what fits is named below it, each a link, and the first is marked as one types.
 * Enter opens the only one that fits, or goes to the first of several.
 */
export function areaSearch(
  areas: readonly Pick<AreaValue, "area" | "name">[],
  {link, mark}: AreaSearchOptions
): HTMLElement {
  const id = `omraade-soeg-${++fields}`;
  const input = element("input", {type: "search", id, autocomplete: "off", spellcheck: "false"});
  const status = element("span", {role: "status"});
  const list = element("ul", {});
  const answer = () => {
    const found = findAreas(areas, input.value);
    list.replaceChildren(
      ...found.slice(0, shown).map(({area, name}) => element("li", {}, element("a", {href: link(area)}, name)))
    );
    status.textContent = said(input.value.trim(), found.length);
    mark(found[0]?.area ?? null);
  };
  input.addEventListener("input", answer);
  const form = element(
    "form",
    {class: "area-search on-screen", role: "search", "aria-label": "Find et område"},
    element("label", {for: id}, "Find et område"),
    input,
    status,
    list
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const links = list.querySelectorAll("a");
    if (links.length === 1) links[0]!.click();
    else links[0]?.focus();
  });
  return form;
}

function said(typed: string, found: number): string {
  if (typed === "") return "";
  if (found === 0) return "Intet område hedder sådan.";
  if (found <= shown) return found === 1 ? "1 område" : `${found} områder`;
  return `${found} områder; de første ${shown}:`;
}
