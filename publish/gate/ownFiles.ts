import type {Element} from "domhandler";
import {textContent} from "domutils";
import {pagePolicy} from "../framework/contentSecurity.js";
import {drawnScript} from "../framework/drawnCells.js";
import {writeHtml} from "../html.js";
import {pagesOf, type FinishedSite} from "./finishedSite.js";
import {elementsOf, isData} from "./saidByPage.js";

/** Attributes by which a page fetches or sends something. */
const fetching = ["src", "srcset", "data", "poster", "action", "formaction", "background", "ping", "manifest"];
/** What never belongs in a page: it shows somebody else's page, or runs somebody else's program. */
const foreign = new Set(["iframe", "frame", "object", "embed", "applet", "portal"]);
const absolute = /^\s*(?:[a-z][a-z\d+.-]*:)?\/\//i;
const code = "(?:import|fetch|importScripts|Worker|EventSource|WebSocket|sendBeacon)";
const foreignCode = new RegExp(`\\b${code}\\s*\\(\\s*["'\`](?:https?:|wss?:)?//|\\bfrom\\s*["'](?:https?:)?//`);

/** Whether pages ask for nothing but the site's own files, and say so to the browser. Returns one sentence a fault. */
export function ownFiles(site: FinishedSite): string[] {
  const pages = pagesOf(site).flatMap((page) => {
    const elements = elementsOf(site.page(page));
    return [
      ...readAsWritten(site, page),
      ...elements.flatMap((element) => elementFaults(page, element)),
      ...policyFaults(site, page, elements)
    ];
  });
  const styles = site.files
    .filter((file) => file.endsWith(".css"))
    .flatMap((file) => styleFaults(file, site.text(file)));
  const scripts = site.files.filter((file) => file.endsWith(".js") && foreignCode.test(site.text(file)));
  return [
    ...pages,
    ...styles,
    ...scripts.map((file) => `${file} henter kode eller data fra et andet websted; brug kun webstedets egne filer.`)
  ];
}

/**
 * What HTML leaves out or moves, another browser may show: only a page that is read just as
 * it is written holds nothing unseen.
 */
function readAsWritten(site: FinishedSite, page: string): string[] {
  return writeHtml(site.page(page)) === site.text(page)
    ? []
    : [`${page} læses anderledes, end den er skrevet; kør npm run build igen.`];
}

function elementFaults(page: string, element: Element): string[] {
  const {name, attribs} = element;
  const said = (fault: string) => [`${page}: <${name}> ${fault}`];
  if (foreign.has(name)) return said("viser noget, der ikke er webstedets eget; fjern det.");
  for (const [attribute, value] of Object.entries(attribs)) {
    if (attribute.startsWith("on")) return said(`har kode i attributten ${attribute}; skriv den i en js-celle.`);
    if (/^\s*(?:javascript|vbscript):/i.test(value))
      return said(`har kode i attributten ${attribute}; skriv den i en js-celle.`);
    if (attribute === "style" && /url\(\s*["']?(?!data:)/i.test(value))
      return said("henter en fil i sin style; brug kun webstedets egne filer.");
    // Readers may follow a link; nothing else leads away from the site. The site's own address stands in its head.
    const fetches =
      fetching.includes(attribute) ||
      (attribute === "href" && !["a", "area", "base"].includes(name) && attribs.rel !== "canonical");
    if (fetches && absolute.test(value))
      return said(`henter ${value} fra et andet websted; brug kun webstedets egne filer.`);
  }
  if (name === "meta" && attribs["http-equiv"]?.toLowerCase() === "refresh")
    return said("sender læseren videre; brug et link.");
  return name === "style" ? styleFaults(page, textContent(element)) : [];
}

function styleFaults(file: string, css: string): string[] {
  const other = /(?:url\(\s*["']?|@import\s+["'])((?:https?:)?\/\/[^"')\s]*)/i.exec(css)?.[1];
  return other ? [`${file} henter ${other} fra et andet websted; brug kun webstedets egne filer.`] : [];
}

/** The policy must be the one that the page's own scripts give, and stand before them. */
function policyFaults(site: FinishedSite, page: string, elements: Element[]): string[] {
  const isPolicy = ({name, attribs}: Element) =>
    name === "meta" && attribs["http-equiv"]?.toLowerCase() === "content-security-policy";
  const policies = elements.filter(isPolicy).map(({attribs}) => attribs.content);
  if (policies.length !== 1)
    return [
      `${page} har ${policies.length === 0 ? "ingen" : "mere end én"} Content-Security-Policy; kør npm run build igen.`
    ];
  const before = elements
    .slice(0, elements.findIndex(isPolicy))
    .filter(({name}) => !["html", "head", "meta"].includes(name));
  if (before.length > 0)
    return [`${page}: <${before[0]!.name}> står før sidens Content-Security-Policy, så den ikke gælder for det.`];
  const needs = [true, false].flatMap((engine) => [true, false].map((frames) => ({engine, frames})));
  const right = needs.some((need) => policies[0] === pagePolicy(site.page(page), need));
  if (!right)
    return [
      `${page} har en anden Content-Security-Policy end den, som sidens egne scripts giver: et script er føjet til, eller reglerne er slækket.`
    ];
  return scriptFaults(page, elements);
}

/**
 * How the site's own scripts are recognised: a page's cells, Framework's way from `/address/` to
 * `/address` on the 404 page, its menu, and the search box.
 */
const ownScripts = {
  module: /^\s*(?:import \{[^}]*\} from "[^"]*_site\/[^"]*";|if \(location\.pathname\.endsWith\("\/"\)\))/,
  plain:
    /^(?:"use strict";\(\(\)=>\{var \w+=document\.querySelector\("#observablehq-search"\)|\{const \w+=document\.querySelector\("#observablehq-sidebar"\))/
};

function scriptFaults(page: string, elements: Element[]): string[] {
  const strange = elements.filter((element) => {
    if (element.name !== "script" || isData(element)) return false;
    if ("src" in element.attribs) return true;
    const text = textContent(element);
    return text !== drawnScript && !ownScripts[element.attribs.type === "module" ? "module" : "plain"].test(text);
  });
  return strange.map(
    () => `${page} har et script, som hverken er sidens egne celler, menuen eller søgningen; skriv det i en js-celle.`
  );
}
