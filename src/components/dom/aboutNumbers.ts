import {element} from "./dom.js";

/** What a figure rests on, beyond what a reader needs beside it. */
export interface Origin {
  title: string;
  source: string;
  seal?: string;
  synthetic?: boolean;
  /** The query, or queries, that the rows came from. */
  sql?: string | readonly string[];
}

interface About {
  origins: Map<string, {node: Element; origin: Origin}>;
  timer?: ReturnType<typeof setTimeout>;
}

const pages = new WeakMap<Document, About>();

/**
 * Says what a figure rests on once for the whole page: a badge at its top where data are synthetic, and at its end the
 * sources with their seals and the queries.
 */
export function aboutNumbers(id: string, node: Element, origin: Origin): void {
  const main = document.querySelector("#observablehq-main");
  if (!main) return;
  const page: About = pages.get(document) ?? {origins: new Map()};
  pages.set(document, page);
  page.origins.set(id, {node, origin});
  clearTimeout(page.timer);
  // When the figures drawn now stand in the page, and those that they took the place of do not.
  page.timer = setTimeout(() => {
    for (const [one, {node}] of page.origins) if (!node.isConnected) page.origins.delete(one);
    write(main, inOrder([...page.origins.values()]));
  });
}

function write(main: Element, origins: readonly Origin[]): void {
  const wasOpen = main.querySelector<HTMLDetailsElement>(".about-numbers details")?.open;
  for (const old of Array.from(main.querySelectorAll(":scope > :is(.about-numbers, .page-badge)"))) old.remove();
  if (origins.length === 0) return;
  const made = origins.filter(({synthetic}) => synthetic);
  const badge = () => element("a", {class: "badge page-badge", href: "#om-tallene"}, "Syntetiske data");
  if (made.length > 0) main.prepend(badge());
  main.append(
    element(
      "section",
      {class: "about-numbers", "aria-labelledby": "om-tallene"},
      element("h2", {id: "om-tallene"}, "Om tallene"),
      made.length > 0
        ? element(
            "p",
            {},
            element("strong", {}, "Syntetiske data. "),
            `${made.length === origins.length ? "Tallene" : "En del af tallene"} er regnet ud af et opdigtet datasæt og handler ikke om virkelige patienter.`
          )
        : null,
      element("ul", {}, ...sources(origins).map((text) => element("li", {}, text))),
      queries(origins, wasOpen)
    )
  );
}

/** As the page shows their figures, whichever of them was ready first. */
function inOrder(figures: readonly {node: Element; origin: Origin}[]): Origin[] {
  const ahead = (a: Element, b: Element) => (a.compareDocumentPosition(b) & a.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
  return figures.toSorted((a, b) => ahead(a.node, b.node)).map(({origin}) => origin);
}

function sources(origins: readonly Origin[]): string[] {
  const all = origins.map(({source, seal}) => `Kilde: ${source}.${seal ? ` Segl: ${seal}.` : ""}`);
  return [...new Set(all)];
}

/** Each query once, with the figures it is behind. */
function queries(origins: readonly Origin[], open = false): HTMLElement | null {
  const titles = new Map<string, string[]>();
  for (const {title, sql = []} of origins)
    for (const query of typeof sql === "string" ? [sql] : sql)
      titles.set(query, [...(titles.get(query) ?? []), `»${title}«`]);
  if (titles.size === 0) return null;
  const texts = [...titles].flatMap(([query, of]) => [
    element("p", {}, `Bag ${of.join(", ")}:`),
    element("pre", {}, element("code", {}, query.trim()))
  ]);
  return element("details", {open}, element("summary", {}, "Forespørgslerne bag figurerne (SQL)"), ...texts);
}
