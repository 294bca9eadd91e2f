import {readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Browser} from "playwright-core";
import type {Remembered} from "../../data-loaders/engine/memory.js";
import {modulesOf} from "../../data-loaders/engine/modules.js";
import {hashOf, hashSources} from "../../data-loaders/engine/seal.js";
import type {Drawing} from "../framework/drawnCells.js";
import {pageParts} from "../framework/pageParts.js";
import {placeOf, type Page} from "../pages/cells.js";
import {addressOf} from "../pages/pageText.js";
import {cellFaults} from "./cellFaults.js";
import {visit} from "./visit.js";

/** What opening the pages of a site gave. */
export interface OpenedPages {
  /** What no reader should meet, one line each as editors read them: `src/audit/x.md:31:5: error: …`. */
  faults: string[];
  /** The default view of every other page, by its file below `dist`. */
  drawings: Map<string, Drawing>;
}

/**
 * Opens each page of a finished site once. A page whose HTML was opened before, by the same code, is not.
 * @param start the browser
 * @param pages their sources; those without a cell have nothing to show
 * @throws Refusal where there is something to open, and no browser
 */
export async function openPages(
  start: () => Promise<Browser>,
  dist: string,
  pages: readonly Page[],
  {memory, about}: Remembered<Drawing>
): Promise<OpenedPages> {
  const all = pages
    .map((page) => ({page, path: `${placeOf(page)}.html`}))
    .map((one) => ({...one, html: readFileSync(join(dist, one.path), "utf8")}))
    // The page for what is not found is shown at addresses of its own.
    .filter(({path, html}) => path !== "404.html" && html.includes("\ndefine({id: "))
    .map((one) => ({...one, key: hashOf(about, one.path, one.html)}));
  const opened = all.filter(({key}) => memory.find(key) === undefined);
  const {site, seen} = opened.length > 0 ? await openAnew(start, dist, opened) : {site: "", seen: []};
  const faults: string[] = [];
  for (const [i, {page, path, html, key}] of opened.entries()) {
    const {failed, empty, told, drawing} = seen[i]!;
    if (failed.length + empty.length + told.length === 0) {
      memory.note(key, drawing);
      continue;
    }
    const {text} = page;
    const {code} = pageParts(page.path, text);
    for (const {line, column, message} of cellFaults(seen[i]!, {
      text,
      code,
      html,
      address: `${site}/${addressOf(path)}`
    }))
      faults.push(`src/${page.path}:${line}:${column}: error: ${message}`);
  }
  const drawings = new Map<string, Drawing>();
  for (const {path, key} of all) {
    const drawing = memory.find(key);
    if (!drawing) continue;
    drawings.set(path, drawing);
    memory.note(key, drawing);
  }
  // Pages made from one file share its faults.
  return {faults: [...new Set(faults)], drawings};
}

/** The hash of the code that opens pages, and of the packages it does so with. */
export function aboutVisits(root: string): string {
  const code = ["visit.ts", "client/seen.ts"].map((file) => fileURLToPath(new URL(file, import.meta.url)));
  return hashOf(hashSources(root, [...modulesOf(code), join(root, "package.json")]));
}

async function openAnew(start: () => Promise<Browser>, dist: string, opened: readonly {path: string}[]) {
  const browser = await start();
  try {
    return await visit(
      browser,
      dist,
      opened.map(({path}) => path)
    );
  } finally {
    await browser.close();
  }
}
