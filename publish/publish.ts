import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join, posix, relative, sep} from "node:path";
import {readCodebook} from "../data-loaders/codebook.js";
import {findDelivery, sealOf} from "../data-loaders/delivery.js";
import {tableSeal} from "../data-loaders/load.js";
import {Refusal} from "../data-loaders/refusal.js";
import type {Settings} from "../data-loaders/settings.js";
import type {SiteFacts} from "../data-loaders/siteFacts.js";
import {answerPage} from "./answers.js";
import {bundleModules} from "./bundle.js";
import {readPages} from "./cells.js";
import {finishPage} from "./finishPage.js";
import {finishPages} from "./finishPages.js";
import {mendClient} from "./furniture.js";
import {pageScript, type PageScript} from "./pageScript.js";
import {frameworkSearch} from "./searchModule.js";
import {publishedTables} from "./tables.js";

/** What `publish` did, for its report. */
export interface PublishReport {
  pages: number;
  tables: number;
  seal: string;
  /** Queries answered beforehand. */
  answers: number;
  /** Cells left to the browser, and why. */
  left: string[];
}

/** A page of the build. */
interface BuiltPage {
  /** Below `dist`, such as `audit/variation.html`. */
  path: string;
  html: string;
  script?: PageScript;
}

/**
 * Finishes what `observable build` left in `dist`: answers beforehand what pages ask, gathers their scripts, and makes the
 * pages Danish and accessible.
 * @throws Refusal when there is no fresh build, its tables were computed from other extracts, code or settings than
 * today's, or a query fails
 */
export async function publish(settings: Settings, dist = join(settings.root, "dist")): Promise<PublishReport> {
  if (!existsSync(join(dist, "index.html"))) throw new Refusal(`${dist} indeholder ikke et bygget websted; kør npm run build.`);
  if (existsSync(join(dist, "_site"))) throw new Refusal(`${dist} er allerede gjort færdig; kør npm run build for at bygge igen.`);
  const files = filesBelow(dist);
  const {seal, tables} = await checkSeals(settings, dist, files);

  const built = files.filter((file) => file.endsWith(".html")).map((path) => ({path, html: readFileSync(join(dist, path), "utf8")}));
  const finished = await finishPages(built, {codebook: readCodebook(settings.codebook), siteAddress: settings.siteAddress});
  const pages = finished.pages.map((page): BuiltPage => ({...page, script: pageScript(page.html)}));
  danishClient(dist, files);
  const answered = await answerPages(settings, dist, files);
  const uses = pages.flatMap(({path, script}) => (script?.uses ?? []).map((use) => ({...use, path: below(path, use.path)})));
  const bundle = await bundleModules(dist, settings.root, uses);
  for (const page of pages) {
    const html = finishPage(page, {
      bundle: {
        file: fromPage(page.path, bundle.file),
        pieces: bundle.pieces.map((piece) => fromPage(page.path, piece)),
        nameIn: (module, name) => bundle.nameIn(below(page.path, module), name)
      },
      answers: answered.byPage.get(page.path.replace(/\.html$/, ".md")),
      preload: files.filter((file) => /^_file\/data\/site\..*\.json$/.test(file)).map((file) => fromPage(page.path, file))
    });
    writeFileSync(join(dist, page.path), html);
  }
  for (const [file, contents] of finished.files) writeFileSync(join(dist, file), contents);
  for (const file of bundle.inside) rmSync(join(dist, file), {force: true});
  removeUnused(dist, files);
  return {pages: pages.length, tables, seal, answers: answered.count, left: answered.left};
}

async function checkSeals(settings: Settings, dist: string, files: string[]): Promise<{seal: string; tables: number}> {
  const {hash} = await sealOf(await findDelivery(settings, readCodebook(settings.codebook)), settings);
  const tables = files.filter((file) => file.endsWith(".parquet"));
  for (const table of tables) {
    if (tableSeal(join(dist, table)) !== hash) {
      throw new Refusal(`${table} er ikke beregnet af de udtræk, den kode og de indstillinger, der ligger her nu; kør npm run build igen.`);
    }
  }
  return {seal: hash, tables: tables.length};
}

async function answerPages(settings: Settings, dist: string, files: string[]) {
  const words = readFacts(dist, files);
  const session = await publishedTables(settings, join(settings.root, "src/.observablehq/cache/data"));
  const result = {byPage: new Map<string, object>(), count: 0, left: [] as string[]};
  try {
    for (const page of readPages(join(settings.root, "src")).filter(({draft}) => !draft)) {
      const {answers, files, count, left} = await answerPage(page, session, words, settings.mostAnswers);
      if (Object.keys(answers).length > 0) result.byPage.set(page.path, answers);
      for (const [file, contents] of files) {
        mkdirSync(dirname(join(dist, file)), {recursive: true});
        writeFileSync(join(dist, file), contents);
      }
      result.count += count;
      result.left.push(...left);
    }
  } finally {
    session.close();
  }
  return result;
}

function readFacts(dist: string, files: string[]): SiteFacts {
  const file = files.find((file) => /^_file\/data\/site\..*\.json$/.test(file));
  if (!file) throw new Refusal("dist mangler site.json; kør npm run build igen.");
  return JSON.parse(readFileSync(join(dist, file), "utf8")) as SiteFacts;
}

/** Framework's own copies of packages once nothing imports them, and its search. */
function removeUnused(dist: string, files: string[]): void {
  const unused = /^_node\/.*\/index\.[0-9a-f]+\.js$/;
  for (const file of files) if (unused.test(file) || frameworkSearch.test(file)) rmSync(join(dist, file), {force: true});
}

/** Framework's script for every page, before it goes into the bundle. */
function danishClient(dist: string, files: string[]): void {
  const client = files.find((file) => /^_observablehq\/client\.[0-9a-f]{8}\.js$/.test(file));
  if (!client) throw new Refusal("dist mangler Frameworks client.js; kør npm run build igen.");
  writeFileSync(join(dist, client), mendClient(readFileSync(join(dist, client), "utf8"), client));
}

function filesBelow(dist: string): string[] {
  return readdirSync(dist, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** A page's relative address as a path below `dist`. */
function below(page: string, address: string): string {
  return posix.join(posix.dirname(page), address);
}

/** A path below `dist` as an address relative to a page. */
function fromPage(page: string, file: string): string {
  const address = posix.relative(posix.dirname(page), file);
  return address.startsWith(".") ? address : `./${address}`;
}
