import {fileURLToPath} from "node:url";
import type {Document} from "domhandler";
import {buildSync} from "esbuild";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import {layAfter, one} from "../html.js";

let script: string | undefined;

/**
 * Puts the site's own search box in the menu, where Framework would have put its own. Its script is the same on every
 * page.
 * @param module what the box fetches when it gets focus, relative to the page
 * @throws Refusal when the menu does not begin with the name of the site any more
 */
export function putSearchBox(document: Document, page: string, module: string): void {
  if (!one("nav#observablehq-sidebar", document)) return;
  const name = one("nav#observablehq-sidebar > ol:first-child", document);
  if (!name)
    throw new Refusal(`${page}: menuen begynder ikke længere med webstedets navn; ret publish/search/searchBox.ts.`);
  script ??= compile();
  layAfter(
    name,
    `
  <div id="observablehq-search" role="search" data-module="${module}"><input type="search" placeholder="Søg"
    aria-label="Søg på webstedet" autocomplete="off" spellcheck="false"></div>
  <div id="search-status" role="status"></div>
  <ol id="search-results" aria-label="Fundne sider"></ol>
  <script>${script}</script>`
  );
}

function compile(): string {
  const entry = fileURLToPath(new URL("client/searchBox.ts", import.meta.url));
  const {outputFiles} = buildSync({
    entryPoints: [entry],
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    charset: "utf8",
    write: false
  });
  return outputFiles[0]!.text.trim();
}
