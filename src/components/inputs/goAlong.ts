import {areaName} from "../../domain/areas.js";
import {element} from "../dom/dom.js";
import {siteRoot} from "../dom/siteRoot.js";
import {site} from "../data/site.js";

/** The choices that go along from page to page: a reader's own area and profession, as the address has them. */
const along = ["omraade", "fag"];

const prepared = new WeakSet<Document>();

/**
 * Lets the reader's own area or profession go along: links within the site take it with them, a line above the page
 * says whose it is and how to get back to everybody, and marks of the area on the page stand out.
 */
export function goAlong(): void {
  const main = document.querySelector("#observablehq-main");
  if (!main || prepared.has(document)) return;
  prepared.add(document);
  // Just before a link is used, since choices change the address and pages write links as they go.
  for (const kind of ["pointerdown", "focusin", "click"])
    document.addEventListener(kind, ({target}) => takeAlong(target), {capture: true});
  const [area, profession] = along.map((name) => new URLSearchParams(document.location.search).get(name));
  // The front page has the question itself.
  if (document.location.pathname === siteRoot().pathname) return;
  if (area) void ownArea(main, area);
  else if (profession) {
    const found = site.codebook.professions.find(({id}) => id === profession);
    if (found) main.prepend(line(found.label));
  }
}

function takeAlong(target: EventTarget | null): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || link.hasAttribute("data-everybody") || link.getAttribute("href")!.startsWith("#")) return;
  // Links of a map are links of SVG: their address is an attribute only.
  const [to, root] = [new URL(link.getAttribute("href")!, document.baseURI), siteRoot()];
  if (to.origin !== root.origin || !to.pathname.startsWith(root.pathname)) return;
  const here = new URLSearchParams(document.location.search);
  for (const name of along) {
    const value = here.get(name);
    if (value && !to.searchParams.has(name)) to.searchParams.set(name, value);
  }
  link.setAttribute("href", to.href);
}

async function ownArea(main: Element, id: string): Promise<void> {
  // Pages on the audit do not have the areas.
  const {registers} = await import("../data/registers.js");
  const area = registers.areas.find((one) => one.id === id && id !== "unknown" && id !== "country");
  if (!area) return;
  main.prepend(line(areaName(area), `register/omraade/${id}`));
  const rule = new CSSStyleSheet();
  rule.replaceSync(`[data-area="${CSS.escape(id)}"] { --linked: 1; --mark: var(--map-mark); }`);
  document.adoptedStyleSheets.push(rule);
}

function line(name: string, profile?: string): HTMLElement {
  const to = (address: string) => new URL(address, siteRoot()).href;
  return element(
    "nav",
    {class: "own-place on-screen", "aria-label": "Dit område eller din faggruppe"},
    element("span", {}, "Du følger ", element("strong", {}, name)),
    profile ? element("a", {href: to(profile)}, "Profil") : null,
    element("a", {href: to("./")}, "Fund og forside"),
    element("a", {href: document.location.pathname, "data-everybody": true}, "Tilbage til hele landet")
  );
}
