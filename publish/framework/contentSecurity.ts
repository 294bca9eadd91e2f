// Rests on Framework 1.13.4: a page's own script stands in the page, its encoding in `meta[charset]`, and
// no element has a script in an attribute.
import {createHash} from "node:crypto";
import type {Document} from "domhandler";
import {textContent} from "domutils";
import {all, layAfter, one} from "../html.js";
import {drawnStyle} from "./drawnCells.js";

/** The style element that Plot writes into every chart: the same text each time, identified by its hash. */
export const plotStyle = "'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww='";

/** What a page needs beyond its own files. */
export interface PageNeeds {
  /** Whether it can come to load DuckDB-wasm, which is compiled in the browser. */
  engine: boolean;
  /** Whether it opens other pages of the site unseen, to fetch their figures. */
  frames: boolean;
}

/**
 * Makes a finished page let its browser run and fetch nothing but the site's own files: a
 * Content-Security-Policy before anything it rules over, and no referrer sent to others.
 * Nothing may be changed in the page's scripts afterwards.
 */
export function addContentSecurity(document: Document, needs: PageNeeds): void {
  const tags = [
    `<meta http-equiv="Content-Security-Policy" content="${pagePolicy(document, needs)}">`,
    '<meta name="referrer" content="no-referrer">'
  ];
  // The encoding comes first: browsers look for it in the first kilobyte only.
  layAfter(one("meta[charset]", document)!, ["", ...tags].join("\n"));
}

/** The policy of one page. Scripts and styles in attributes are never allowed, nor is `eval`. */
export function pagePolicy(document: Document, {engine, frames}: PageNeeds): string {
  return policy({
    "default-src": ["'none'"],
    "script-src": ["'self'", ...(engine ? ["'wasm-unsafe-eval'"] : []), ...scriptHashes(document)],
    "style-src": ["'self'", plotStyle, ...styleHashes(document)],
    // Charts become PNG files by way of a blob; the icon is a data address.
    "img-src": ["'self'", "blob:", "data:"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    ...(frames && {"frame-src": ["'self'"]}),
    "object-src": ["'none'"],
    // The 404 page is shown at any depth, and says where its addresses count from.
    "base-uri": [one("base", document) ? "'self'" : "'none'"],
    "form-action": ["'none'"]
  });
}

/**
 * What a web server should say beside: `_headers` as several web hosts read it. `frame-ancestors` has
 * no effect in a page itself, and a worker does not inherit the page's policy.
 */
export function headersFile(worker: string): string {
  const everywhere = {
    "Content-Security-Policy": policy({"frame-ancestors": ["'self'"]}),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()"
  };
  const ofWorker = {
    "Content-Security-Policy": policy({
      "default-src": ["'none'"],
      "script-src": ["'self'", "'wasm-unsafe-eval'"],
      "connect-src": ["'self'"]
    })
  };
  return [block("/*", everywhere), block(`/${worker}`, ofWorker)].join("\n");
}

function policy(directives: Record<string, string[]>): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}

function block(path: string, headers: Record<string, string>): string {
  return [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ""].join("\n");
}

/** The policy of a finished page once more, after something was laid into it. */
export function renewContentSecurity(document: Document): void {
  const {attribs} = one("meta[http-equiv=Content-Security-Policy]", document)!;
  const before = attribs.content!;
  const needs = {engine: before.includes("'wasm-unsafe-eval'"), frames: before.includes("frame-src")};
  attribs.content = pagePolicy(document, needs);
}

/** The hash of the rules of what was drawn beforehand, where they stand in a page. */
function styleHashes(document: Document): string[] {
  return all(`head > style#${drawnStyle}`, document).map((style) => sourceHash(textContent(style)));
}

/** The hashes of the scripts that stand in a page. Data elements are no scripts: nothing runs them. */
function scriptHashes(document: Document): string[] {
  const scripts = all("script:not([src]):not([type]), script[type=module]:not([src])", document);
  return [...new Set(scripts.map((script) => sourceHash(textContent(script))))];
}

/** A hash as a policy writes it. */
export function sourceHash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
