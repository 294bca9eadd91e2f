// Rests on Framework 1.13.4: the elements below, which it writes in English.
import type {Document, Element} from "domhandler";
import {appendChild, prependChild, removeElement, replaceElement, textContent} from "domutils";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import {all, nodesOf, one} from "../html.js";

/**
 * One piece of a page that Framework writes in English, or in a way a screen reader stumbles over, and what it becomes.
 */
interface Mend {
  /** What Framework writes, as a CSS selector. */
  at: string;
  mend(element: Element): void;
  /** Whether every page has it, or only some, such as those with a menu, a table of contents or a next page. */
  on: "every" | "some";
}

const give = (attributes: Record<string, string>) => (element: Element) =>
  void Object.assign(element.attribs, attributes);

const mends: Mend[] = [
  {on: "every", at: "html", mend: give({lang: "da"})},
  // Framework forbids readers to zoom.
  {
    on: "every",
    at: "meta[name=viewport][content*=maximum-scale]",
    mend: ({attribs}) => void (attribs.content = attribs.content!.replace(/, maximum-scale=1/, ""))
  },
  {on: "every", at: "main#observablehq-main", mend: give({tabindex: "-1"})},
  {
    on: "some",
    at: "[title='Toggle sidebar']",
    mend: (button) => {
      give({title: "Vis eller skjul menuen", "aria-label": "Vis eller skjul menuen"})(button);
      // All of a page belongs to one of its landmarks; `mendStyle` lets the rules find the button there.
      putInto(button, '<nav aria-label="Menu"></nav>');
    }
  },
  {on: "some", at: "nav#observablehq-sidebar", mend: give({"aria-label": "Sider"})},
  // Only list items may stand in a list.
  {on: "some", at: "label#observablehq-sidebar-close", mend: (label) => putInto(label, '<li aria-hidden="true"></li>')},
  // The heading of a section of the menu is no heading, so the list below it says what it lists.
  {
    on: "some",
    at: "summary + ol",
    mend: (list) => void (list.attribs["aria-label"] = textContent(one("summary", list.parent!)!))
  },
  // A table of contents of nothing takes room from the charts, and is announced.
  {on: "some", at: "aside#observablehq-toc:not(:has(nav > *))", mend: removeElement},
  {on: "some", at: "aside#observablehq-toc", mend: give({role: "none"})},
  {on: "some", at: "aside#observablehq-toc > nav", mend: give({"aria-label": "På denne side"})},
  {on: "some", at: "footer#observablehq-footer > nav", mend: give({"aria-label": "Forrige og næste side"})}
];

/** What Framework's script, common to all pages, says in English once a page runs. */
const clientMends: [from: string, to: string][] = [
  ["Toggle sidebar ", "Vis eller skjul menuen "],
  ["Copy code", "Kopiér koden"]
];

/**
 * Makes a page of Framework's build what Danish readers and their aids expect.
 * @param used gathers what was mended anywhere, for `demandAllUsed`
 * @throws Refusal when Framework no longer writes what is mended on every page: a new version of it needs new mends
 */
export function mendFurniture(document: Document, page: string, used = new Set<unknown>()): void {
  for (const mend of mends) {
    const found = all(mend.at, document);
    found.forEach(mend.mend);
    if (found.length > 0) used.add(mend);
    else if (mend.on === "every") throw outOfDate(page, mend.at);
  }
  // Lets a keyboard pass the menu. Not where addresses count from another place (404): there
  // the link would leave the page.
  if (one("base", document)) return;
  for (const node of nodesOf('\n<a class="skip-link" href="#observablehq-main">Gå til indholdet</a>').toReversed())
    prependChild(one("body", document)!, node);
}

/**
 * Checks, after the last page, that what only some pages have was mended on one of them at least.
 * @throws Refusal naming what Framework no longer writes
 */
export function demandAllUsed(used: ReadonlySet<unknown>): void {
  const unused = mends.find((mend) => !used.has(mend));
  if (unused) throw outOfDate("Ingen side", unused.at);
}

/**
 * Framework's script for all pages with its words in Danish.
 * @throws Refusal when it no longer says them
 */
export function mendClient(code: string, file: string): string {
  return clientMends.reduce((text, [from, to]) => {
    if (!text.includes(from) && !text.includes(to)) throw outOfDate(file, from);
    return text.replaceAll(from, to);
  }, code);
}

/**
 * The site's style with Framework's rules for what follows the menu's button, which `mendFurniture` puts into a landmark.
 * @throws Refusal when Framework no longer writes them
 */
export function mendStyle(css: string, file: string): string {
  const button = "#observablehq-sidebar-toggle:";
  if (!css.includes(button)) throw outOfDate(file, button);
  return css.replace(/(?<!>)#observablehq-sidebar-toggle:(checked|indeterminate)(?=\s*~)/g, ":has(>$&)");
}

function putInto(element: Element, html: string): void {
  const around = nodesOf(html)[0] as Element;
  replaceElement(element, around);
  appendChild(around, element);
}

function outOfDate(where: string, from: string): Refusal {
  return new Refusal(
    `${where}: Framework skriver ikke længere »${from}«; ret publish/framework/furniture.ts, så siden igen bliver dansk og tilgængelig.`
  );
}
