import {existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {group} from "d3-array";
import type {Settings} from "../data-loaders/ground/settings.js";
import {startBrowser} from "../publish/browser/chromium.js";
import {pagesOf, readFinishedSite} from "../publish/gate/finishedSite.js";
import {addressOf} from "../publish/pages/pageText.js";
import {parameterPages} from "../publish/pages/parameterPages.js";
import {benchChanges} from "./changedChoices.js";
import {buildFinishedDrawing, buildHandMade, buildWithoutAnswers} from "./comparisonPages.js";
import {serveCompressed} from "./compressedServer.js";
import {benchFirstCharts, benchLocal} from "./firstCharts.js";
import {benchInteractions} from "./interactions.js";
import {benchPublish} from "./publishing.js";
import {benchWithoutScripts} from "./withoutScripts.js";

const runs = 5;

/**
 * What readers of the built site wait for, beside a finished drawing, a hand-made page and a page that asks
 * DuckDB-wasm, what they have without scripts, and what `publish` takes.
 */
export async function* benchSite(settings: Settings): AsyncGenerator<string> {
  const dist = join(settings.root, "dist");
  if (!existsSync(join(dist, "_site")))
    throw new Error("bench site: there is no finished dist; run npm run build first.");
  const folder = mkdtempSync(join(tmpdir(), "rygatlas-bench-"));
  const folders = {
    site: dist,
    drawing: join(folder, "drawing"),
    handmade: join(folder, "handmade"),
    duckdb: join(folder, "duckdb")
  };
  buildFinishedDrawing(folders.drawing);
  await buildHandMade(dist, folders.handmade);
  buildWithoutAnswers(dist, folders.duckdb);
  const {address, close} = await serveCompressed(folders);
  const served = {
    site: `${address}/site`,
    drawing: `${address}/drawing/`,
    handMade: `${address}/handmade/`,
    withoutAnswers: `${address}/duckdb`
  };
  const browser = await startBrowser();
  try {
    const pages = await sightsOf(settings.root, dist);
    yield* await benchFirstCharts(browser, served, pages, runs);
    yield* await benchWithoutScripts(browser, served, pages);
    yield* await benchChanges(browser, served, runs);
    yield* await benchInteractions(browser, served, runs);
    yield* await benchLocal(browser, served, pages, dist, runs);
    yield* await benchPublish(settings, runs);
  } finally {
    await browser.close();
    await close();
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Every page but the one for what is not found; those made from one template under the template's name. */
async function sightsOf(project: string, dist: string): Promise<Map<string, string[]>> {
  const templates = new Map(
    (await parameterPages(project)).map(({address, template}) => [`/${address}`, `/${template.replace(/\.md$/, "")}`])
  );
  const addresses = pagesOf(readFinishedSite(dist))
    .filter((file) => file !== "404.html")
    .map((file) => "/" + addressOf(file))
    .sort();
  return group(addresses, (address) => templates.get(address) ?? address);
}
