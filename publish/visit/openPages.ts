import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {pageParts} from "../framework/pageParts.js";
import {addressOf} from "../pages/pageText.js";
import {placeOf, type Page} from "../pages/cells.js";
import {cellFaults} from "./cellFaults.js";
import {visit} from "./visit.js";

/**
 * Opens each page of a finished site once. Returns what no reader should meet, one line each as editors read them:
 * `src/audit/x.md:31:5: error: …`.
 * @param pages their sources; those without a cell have nothing to show
 */
export async function openPages(browser: Browser, dist: string, pages: readonly Page[]): Promise<string[]> {
  const opened = pages
    .map((page) => ({page, path: `${placeOf(page)}.html`}))
    .map((one) => ({...one, html: readFileSync(join(dist, one.path), "utf8")}))
    // The page for what is not found is shown at addresses of its own.
    .filter(({path, html}) => path !== "404.html" && html.includes("\ndefine({id: "));
  const {seen, site} = await visit(
    browser,
    dist,
    opened.map(({path}) => path)
  );
  const lines = opened.flatMap(({page, path, html}, i) => {
    const {failed, empty, told} = seen[i]!;
    if (failed.length + empty.length + told.length === 0) return [];
    const {text} = page;
    const {code} = pageParts(page.path, text);
    const faults = cellFaults(seen[i]!, {text, code, html, address: `${site}/${addressOf(path)}`});
    return faults.map(({line, column, message}) => `src/${page.path}:${line}:${column}: error: ${message}`);
  });
  // Pages made from one file share its faults.
  return [...new Set(lines)];
}
