import {fileURLToPath} from "node:url";
import {buildSync} from "esbuild";
import {Refusal} from "../../data-loaders/ground/refusal.js";

const frameworks =
  /<div id="observablehq-search">[\s\S]*?<\/div>\s*<div id="observablehq-search-results"><\/div>\s*<script>[\s\S]*?<\/script>/;

let script: string | undefined;

/**
 * A page with the site's own search box in the place of Framework's. Its script is the same on every page.
 * @param module what the box fetches when it gets focus, relative to the page
 * @throws Refusal when there is a menu in which Framework no longer puts its box
 */
export function putSearchBox(html: string, page: string, module: string): string {
  if (!html.includes('<nav id="observablehq-sidebar"')) return html;
  if (!frameworks.test(html))
    throw new Refusal(`${page}: Framework skriver ikke længere sit søgefelt; ret publish/search/searchBox.ts.`);
  script ??= compile();
  const box = `<div id="observablehq-search" role="search" data-module="${module}"><input type="search" placeholder="Søg" aria-label="Søg på webstedet" autocomplete="off" spellcheck="false"></div>
  <div id="search-status" role="status"></div>
  <ol id="search-results" aria-label="Fundne sider"></ol>
  <script>${script}</script>`;
  return html.replace(frameworks, () => box);
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
