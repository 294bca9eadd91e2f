import {fileURLToPath} from "node:url";
import type {Document} from "domhandler";
import {removeElement} from "domutils";
import {buildSync} from "esbuild";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import {all, one, replaceBy} from "../html.js";

let script: string | undefined;

/**
 * Puts the site's own search box in the place of Framework's. Its script is the same on every page.
 * @param module what the box fetches when it gets focus, relative to the page
 * @throws Refusal when there is a menu in which Framework no longer puts its box
 */
export function putSearchBox(document: Document, page: string, module: string): void {
  if (!one("nav#observablehq-sidebar", document)) return;
  const [box, ...others] = all(
    "#observablehq-search, #observablehq-search + #observablehq-search-results, #observablehq-search-results + script",
    document
  );
  if (others.length !== 2)
    throw new Refusal(`${page}: Framework skriver ikke længere sit søgefelt; ret publish/search/searchBox.ts.`);
  others.forEach(removeElement);
  script ??= compile();
  replaceBy(
    box!,
    `<div id="observablehq-search" role="search" data-module="${module}"><input type="search" placeholder="Søg"
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
