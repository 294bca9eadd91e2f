import {addContentSecurity} from "../framework/contentSecurity.js";
import {pagesOf, type FinishedSite} from "./finishedSite.js";
import {tagsOf, type Tag} from "./tags.js";

/** Attributes by which a page fetches or sends something. */
const fetching = [
  "src",
  "srcset",
  "data",
  "poster",
  "action",
  "formaction",
  "background",
  "ping",
  "manifest",
  "xlink:href"
];
/** What never belongs in a page: it shows somebody else's page, or runs somebody else's program. */
const foreign = new Set(["iframe", "frame", "object", "embed", "applet", "portal"]);
const absolute = /^\s*(?:[a-z][a-z\d+.-]*:)?\/\//i;
const code = "(?:import|fetch|importScripts|Worker|EventSource|WebSocket|sendBeacon)";
const foreignCode = new RegExp(`\\b${code}\\s*\\(\\s*["'\`](?:https?:|wss?:)?//|\\bfrom\\s*["'](?:https?:)?//`);

/** Whether pages ask for nothing but the site's own files, and say so to the browser. Returns one sentence a fault. */
export function ownFiles(site: FinishedSite): string[] {
  const pages = pagesOf(site).flatMap((page) => {
    const html = site.text(page);
    const tags = tagsOf(html);
    return [...tags.flatMap((tag) => tagFaults(page, tag)), ...policyFaults(page, html, tags)];
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

function tagFaults(page: string, {name, attributes, text}: Tag): string[] {
  const said = (fault: string) => [`${page}: <${name}> ${fault}`];
  if (foreign.has(name)) return said("viser noget, der ikke er webstedets eget; fjern det.");
  for (const [attribute, value] of attributes) {
    if (attribute.startsWith("on")) return said(`har kode i attributten ${attribute}; skriv den i en js-celle.`);
    if (/^\s*(?:javascript|vbscript):/i.test(value))
      return said(`har kode i attributten ${attribute}; skriv den i en js-celle.`);
    if (attribute === "style" && /url\(\s*["']?(?!data:)/i.test(value))
      return said("henter en fil i sin style; brug kun webstedets egne filer.");
    // Readers may follow a link; nothing else leads away from the site. The site's own address stands in its head.
    const fetches =
      fetching.includes(attribute) ||
      (attribute === "href" && !["a", "area", "base"].includes(name) && attributes.get("rel") !== "canonical");
    if (fetches && absolute.test(value))
      return said(`henter ${value} fra et andet websted; brug kun webstedets egne filer.`);
  }
  if (name === "meta" && attributes.get("http-equiv")?.toLowerCase() === "refresh")
    return said("sender læseren videre; brug et link.");
  return name === "style" ? styleFaults(page, text ?? "") : [];
}

function styleFaults(file: string, css: string): string[] {
  const other = /(?:url\(\s*["']?|@import\s+["'])((?:https?:)?\/\/[^"')\s]*)/i.exec(css)?.[1];
  return other ? [`${file} henter ${other} fra et andet websted; brug kun webstedets egne filer.`] : [];
}

/** The policy must be the one that the page's own scripts give, and stand before them. */
function policyFaults(page: string, html: string, tags: Tag[]): string[] {
  const isPolicy = (tag: Tag) =>
    tag.name === "meta" && tag.attributes.get("http-equiv")?.toLowerCase() === "content-security-policy";
  const policies = tags.filter(isPolicy).map((tag) => tag.attributes.get("content"));
  if (policies.length !== 1)
    return [
      `${page} har ${policies.length === 0 ? "ingen" : "mere end én"} Content-Security-Policy; kør npm run build igen.`
    ];
  const before = tags.slice(0, tags.findIndex(isPolicy)).filter(({name}) => !["html", "head", "meta"].includes(name));
  if (before.length > 0)
    return [`${page}: <${before[0]!.name}> står før sidens Content-Security-Policy, så den ikke gælder for det.`];
  const plain = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n<meta name="referrer"[^>]*>\n/i, "");
  const needs = [true, false].flatMap((engine) => [true, false].map((frames) => ({engine, frames})));
  const right = needs.some(
    (need) => policies[0] === tagsOf(addContentSecurity(plain, need)).find(isPolicy)?.attributes.get("content")
  );
  if (!right)
    return [
      `${page} har en anden Content-Security-Policy end den, som sidens egne scripts giver: et script er føjet til, eller reglerne er slækket.`
    ];
  return scriptFaults(page, tags);
}

/**
 * How the site's own scripts can be told: a page's cells, Framework's way from `/address/` to
 * `/address` on the 404 page, its menu, and the search box.
 */
const ownScripts = {
  module: /^\s*(?:import \{[^}]*\} from "[^"]*_site\/[^"]*";|if \(location\.pathname\.endsWith\("\/"\)\))/,
  plain:
    /^(?:"use strict";\(\(\)=>\{var \w+=document\.querySelector\("#observablehq-search"\)|\{const \w+=document\.querySelector\("#observablehq-sidebar"\))/
};

function scriptFaults(page: string, tags: Tag[]): string[] {
  const strange = tags.filter(({name, attributes, text}) => {
    if (name !== "script" || attributes.get("type") === "application/json") return false;
    if (attributes.has("src")) return true;
    return !ownScripts[attributes.get("type") === "module" ? "module" : "plain"].test(text ?? "");
  });
  return strange.map(
    () => `${page} har et script, som hverken er sidens egne celler, menuen eller søgningen; skriv det i en js-celle.`
  );
}
