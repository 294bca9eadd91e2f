import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {group} from "d3-array";
import {textContent} from "domutils";
import {readMemory} from "../data-loaders/engine/memory.js";
import {hashOf, tableSeal} from "../data-loaders/engine/seal.js";
import {expectedSeals, factsSeal} from "../data-loaders/load/freshness.js";
import {Refusal} from "../data-loaders/ground/refusal.js";
import {sealsOf, type Seals} from "../data-loaders/load/seals.js";
import type {Settings} from "../data-loaders/ground/settings.js";
import {reviewFindings} from "../data-loaders/indicators/definition/reviews.js";
import {buildCache} from "../data-loaders/load.js";
import {readNews} from "../data-loaders/news/keepNews.js";
import {tables} from "../data-loaders/tables/index.js";
import {findDelivery} from "../data-loaders/synthetic/standIn.js";
import {dayOf} from "../src/domain/review.js";
import {answerPages, type AnsweredSite} from "./answers/answers.js";
import {aboutAnswers, readAnswers, type Answers} from "./answers/memory.js";
import {startBrowser} from "./browser/chromium.js";
import {
  below,
  fromPage,
  layTables,
  loaderOf,
  readBuiltSite,
  tableFile,
  withoutClock,
  type BuiltSite
} from "./framework/builtSite.js";
import {aboutBundles, bundleModules, dataElement, type Bundled} from "./framework/bundle.js";
import {addContentSecurity, headersFile, renewContentSecurity} from "./framework/contentSecurity.js";
import {fence} from "./fence/fence.js";
import {formFiles} from "./form/formFiles.js";
import {layDrawing, type Drawing} from "./framework/drawnCells.js";
import {finishPage} from "./framework/finishPage.js";
import {finishPages} from "./framework/finishPages.js";
import {mendClient, mendStyle} from "./framework/furniture.js";
import {one, readHtml, writeHtml} from "./html.js";
import {describeRelease} from "./release/manifest.js";
import {manifestFile} from "../data-loaders/disclosure/keptReleases.js";
import {pageScript, type PageScript} from "./framework/pageScript.js";
import type {Page} from "./pages/cells.js";
import {parameterPages, sitePages} from "./pages/parameterPages.js";
import {publishedTables} from "./answers/tables.js";
import {feed, feedFile} from "./web/feed.js";
import {readVocabulary} from "./pages/vocabulary.js";
import {aboutVisits, openPages} from "./visit/openPages.js";

/** What `publish` did, for its report. */
export interface PublishReport {
  pages: number;
  tables: number;
  seal: string;
  /** Queries answered beforehand. */
  answers: number;
  /** Cells left to the browser, and why. */
  left: string[];
  /** Why the pages were not opened, where they were not. */
  unopened?: string;
}

/**
 * Finishes what `observable build` left in `dist`: answers beforehand what pages ask, gathers
 * their scripts, makes the pages Danish and accessible, and opens each once in a browser, where there is one.
 * @throws Refusal when there is no fresh build, its tables were computed from other extracts, code or settings than
 * today's, a query fails, or a page shows an error; `dist` is then removed, so that nobody takes it for a site
 * @param options answers known, and the seals that the tables must have where they were just computed
 */
export async function publish(
  settings: Settings,
  dist = join(settings.root, "dist"),
  {known = readAnswers(settings), seals}: {known?: Answers; seals?: Seals} = {}
): Promise<PublishReport> {
  if (!existsSync(join(dist, "index.html")))
    throw new Refusal(`${dist} indeholder ikke et bygget websted; kør npm run build.`);
  const sealsNow = async () => seals ?? (await sealsOf(await findDelivery(settings), settings));
  if (existsSync(join(dist, "_site"))) {
    // Somebody may take it that a finished site is a fresh one.
    checkSeals(readBuiltSite(dist), await sealsNow());
    throw new Refusal(`${dist} er allerede gjort færdig; kør npm run build for at bygge igen.`);
  }
  try {
    layTables(
      dist,
      buildCache(settings),
      tables.map(({name}) => name)
    );
    const site = readBuiltSite(dist);
    const {seal, tables: published} = checkSeals(site, await sealsNow());
    const sources = (await sitePages(settings.root)).filter(({draft}) => !draft);
    const about = aboutAnswers(settings, (table) => join(dist, tableFile(table)));
    const answered = await answer(settings, site, sources, {memory: known, about});
    const pages = await finish(settings, site, answered);
    const unopened = await open(settings, dist, sources, about);
    writeFileSync(join(dist, manifestFile), describeRelease(dist, settings, readVocabulary(settings)));
    return {pages, tables: published, seal, answers: answered.count, left: answered.left, unopened};
  } catch (error) {
    if (error instanceof Refusal) rmSync(dist, {recursive: true, force: true});
    throw error;
  }
}

/** The report as it is printed. */
export function describePublish({pages, tables, seal, answers, left, unopened}: PublishReport): string[] {
  return [
    ...left,
    ...(unopened ? [`Siderne er ikke åbnet, så en celle i fejl er ikke opdaget: ${unopened}`] : []),
    `${pages} sider, ${tables} tabeller og ${answers} svar er klar i dist, segl ${seal.slice(0, 12)}.`
  ];
}

function checkSeals({dist, files}: BuiltSite, seals: Seals): {seal: string; tables: number} {
  const expected = expectedSeals(seals);
  const published = files
    .map((file) => ({file, name: loaderOf(file)}))
    .filter(({name}) => name !== undefined && expected.has(name));
  for (const {file, name} of published) {
    const seal = file.endsWith(".parquet") ? tableSeal(join(dist, file)) : factsSeal(join(dist, file));
    if (seal !== expected.get(name!)) {
      throw new Refusal(
        `${file} er ikke beregnet af de udtræk, den kode og de indstillinger, der ligger her nu; kør npm run build igen.`
      );
    }
  }
  return {seal: seals.audit.hash, tables: published.filter(({file}) => file.endsWith(".parquet")).length};
}

/** Answers the pages' cells from the very tables that are published, once the sources bring nothing else along. */
async function answer(
  settings: Settings,
  site: BuiltSite,
  pages: Page[],
  remembered: {memory: Answers; about: string}
): Promise<AnsweredSite> {
  const session = await publishedTables(settings, (table) => join(site.dist, tableFile(table)));
  try {
    const faults = await fence(settings.root, session);
    if (faults.length > 0) throw new Refusal(faults.join("\n"));
    const answered = await answerPages(pages, session, readVocabulary(settings), settings.mostAnswers, remembered);
    remembered.memory.keep();
    return answered;
  } finally {
    session.close();
  }
}

/**
 * Writes the pages as readers get them, and what stands beside; returns how many there are. Pages made of the same
 * modules share one script: what other pages alone use would be most of what a slow connection waits for.
 */
async function finish(settings: Settings, site: BuiltSite, answered: AnsweredSite): Promise<number> {
  const {dist, files} = site;
  const read = (file: string) => readFileSync(join(dist, file), "utf8");
  const templates = new Map(
    (await parameterPages(settings.root)).map(({address, template}) => [`${address}.html`, template])
  );
  const built = files
    .filter((file) => file.endsWith(".html"))
    .map((path) => ({path, document: readHtml(withoutClock(read(path))), template: templates.get(path)}));
  for (const {path, document, template} of built) {
    // Framework writes what is wrong with a page's JavaScript into the page, and goes on.
    const error = one(".observablehq--inspect.observablehq--error", document);
    if (error) throw new Refusal(`src/${template ?? path.replace(/\.html$/, ".md")}: ${textContent(error).trim()}`);
  }
  const beside = await finishPages(built, {words: readVocabulary(settings), siteAddress: settings.siteAddress});
  const pages = built.map((page) => ({...page, script: pageScript(page.document)}));

  const client = files.find((file) => /^_observablehq\/client\.[0-9a-f]{8}\.js$/.test(file));
  const worker = files.find((file) => /\/duckdb-browser-eh\.worker\.[0-9a-f]{8}\.js$/.test(file));
  if (!client || !worker)
    throw new Refusal(`dist mangler ${client ? "DuckDB" : "Frameworks client.js"}; kør npm run build igen.`);
  writeFileSync(join(dist, client), mendClient(read(client), client));
  for (const style of files.filter((file) => /^_import\/style\.[0-9a-f]{8}\.css$/.test(file)))
    writeFileSync(join(dist, style), mendStyle(read(style), style));
  const inside = new Set<string>();
  const bundles = readMemory<Bundled>(join(settings.workspace, "bundles.json"));
  const about = aboutBundles(site, settings.root);
  for (const alike of group(pages, modulesOf).values()) {
    const uses = alike.flatMap(({path, script}) =>
      (script?.uses ?? []).map((use) => ({...use, path: below(path, use.path)}))
    );
    const bundle = await bundleModules(dist, settings.root, uses, {memory: bundles, about});
    const data = new Map(bundle.awaited.map((file) => [dataElement(file), read(file)]));
    for (const page of alike) {
      const {path, document, script} = page;
      finishPage(document, script, {
        bundle: {
          file: fromPage(path, bundle.file),
          pieces: bundle.pieces.map((piece) => fromPage(path, piece)),
          nameIn: (module, name) => bundle.nameIn(below(path, module), name)
        },
        answers: answered.pages.get(path.replace(/\.html$/, "")),
        data
      });
      addContentSecurity(document, bundle);
      writeFileSync(join(dist, path), writeHtml(document));
    }
    for (const file of bundle.inside) inside.add(file);
  }
  bundles.keep();
  const forms = await formFiles(settings);
  const news = readNews(settings.root);
  const newsFeed = news && feed(news, settings.siteAddress);
  const written = [
    ...beside,
    ...answered.files,
    ...forms,
    ["_headers", headersFile(worker)] as const,
    ...(newsFeed === undefined ? [] : [[feedFile, newsFeed] as const])
  ];
  for (const [file, contents] of written) write(dist, file, contents);
  // Framework's own copies of packages, once nothing imports them.
  const unused = files.filter((file) => /^_node\/.*\/index\.[0-9a-f]+\.js$/.test(file));
  for (const file of [...inside, ...unused]) rmSync(join(dist, file), {force: true});
  return pages.length;
}

/**
 * Opens every page, and lays its default view into it, so that it can be read before its script and without it. Returns
 * why not, where there is no browser.
 * @param aboutTables of what the pages are answered from
 */
async function open(settings: Settings, dist: string, pages: Page[], aboutTables: string): Promise<string | undefined> {
  const memory = readMemory<Drawing>(join(settings.workspace, "drawings.json"));
  // Past its review a definition says so.
  const overdue = await reviewFindings(dayOf(new Date()));
  const about = hashOf(aboutVisits(settings.root), aboutTables, JSON.stringify(overdue));
  let none: string | undefined;
  const start = () =>
    startBrowser().catch((error: unknown) => {
      if (error instanceof Refusal) none = error.message;
      throw error;
    });
  try {
    const {faults, drawings} = await openPages(start, dist, pages, {memory, about});
    if (faults.length > 0) throw new Refusal(faults.join("\n"));
    for (const [path, drawing] of drawings) {
      const document = readHtml(readFileSync(join(dist, path), "utf8"));
      const picture = layDrawing(document, path, drawing);
      if (picture !== undefined) write(dist, picture, Buffer.from(drawing.picture!.png, "base64"));
      renewContentSecurity(document);
      writeFileSync(join(dist, path), writeHtml(document));
    }
  } catch (error) {
    if (none !== undefined) return none;
    throw error;
  }
  memory.keep();
  return undefined;
}

function write(dist: string, file: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(join(dist, file)), {recursive: true});
  writeFileSync(join(dist, file), contents);
}

function modulesOf({path, script}: {path: string; script?: PageScript}): string {
  return (script?.uses ?? [])
    .map((use) => below(path, use.path))
    .sort()
    .join(" ");
}
