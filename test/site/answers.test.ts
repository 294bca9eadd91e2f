import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, posix} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {placeOf, sqlCells} from "../../publish/pages/cells.js";
import {sitePages} from "../../publish/pages/parameterPages.js";
import type {PageAnswers} from "../../src/components/data/answers.js";
import {startBrowser} from "../support/startBrowser.js";
import {openPage, settle} from "../support/openPage.js";
import {pagesOf} from "../support/pages.js";
import {inputsPage} from "../support/site.js";
import {serveSite, type ServedSite} from "../../publish/browser/serveSite.js";

const {address, project} = inject("site");
const dist = join(project, "dist");
// One page has a cell that only a browser can answer.
const pages = pagesOf(project).filter((page) => page !== `/${inputsPage}`);
const cells = new Map(
  (await sitePages(project)).map((page) => ["/" + placeOf(page).replace(/(?<=^|\/)index$/, ""), sqlCells(page).length])
);

/** What only a query that was not answered beforehand needs. */
const engine = /duckdb|arrow|parquet|\/database\./i;
const answerFile = /\/_answers\/.*\.json$/;

let browser: Browser;
let without: ServedSite & {folder: string};
beforeAll(async () => {
  browser = await startBrowser();
  without = await withoutAnswers();
});
afterAll(async () => {
  await browser?.close();
  await without?.close();
  if (without) rmSync(without.folder, {recursive: true});
});

/** A view of a page: what it says, and what it asked for to say it. */
interface View {
  chosen: string;
  text: string;
  requests: string[];
}

describe.concurrent.each(pages)("%s", (path) => {
  test("says the same without its answers, for every choice, and with them needs no database", async () => {
    const asked = cells.get(path) ?? 0;
    // Most of the time is waiting for a page to be still, so both wait at once.
    const [answered, computed] = await Promise.all([views(address + path), views(without.address + path)]);
    expect(computed.map(({chosen, text}) => ({chosen, text}))).toEqual(
      answered.map(({chosen, text}) => ({chosen, text}))
    );
    // Without answers it did need one, so that the comparison means something.
    expect(computed.flatMap(({requests}) => requests).some((url) => /\.wasm$/.test(url))).toBe(asked > 0);

    const [first, ...changes] = answered;
    const all = answered.flatMap(({requests}) => requests);
    expect(all.filter((url) => engine.test(url))).toEqual([]);
    expect(
      first!.requests.filter((url) => answerFile.test(url)),
      "the default view stands in the page"
    ).toEqual([]);
    expect(first!.requests.length, first!.requests.join("\n")).toBeLessThanOrEqual(12);
    expect(changes.flatMap(({requests}) => requests).filter((url) => !answerFile.test(url))).toEqual([]);
    expect(
      all.filter((url, i) => all.indexOf(url) < i),
      "fetched more than once"
    ).toEqual([]);
    // One file for each cell that a choice can change, and each was needed.
    const own = JSON.parse(/id="rygatlas-answers">([^<]*)</.exec(html(path))?.[1] ?? "{}") as PageAnswers;
    const offered = changes.length > 0 ? Object.values(own).filter(({file}) => file).length : 0;
    expect(all.filter((url) => answerFile.test(url))).toHaveLength(offered);
    expect(Object.keys(own)).toHaveLength(asked);
  });

  test("uses each file it preloads, and preloads each script it starts with", () => {
    const file = fileOf(path);
    const page = html(path);
    const links = (rel: string) =>
      [...page.matchAll(/<link rel="(\w+)"[^>]* href="([^"]+)">/g)]
        .filter(([, found]) => found === rel)
        .map(([, , href]) => below(file, href!));
    const scripts = startingScripts(file, page);
    expect(links("modulepreload").sort()).toEqual([...scripts.keys()].sort());
    const styles = links("stylesheet");
    for (const preloaded of links("preload")) {
      const used =
        styles.includes(preloaded) || [...scripts.values()].some((code) => code.includes(posix.basename(preloaded)));
      expect(used, preloaded).toBe(true);
    }
  });
});

function fileOf(path: string): string {
  return path.endsWith("/") ? `${path}index.html` : `${path}.html`;
}

function html(path: string): string {
  return readFileSync(join(dist, fileOf(path)), "utf8");
}

/** A page as it opens, and after each of its choices went on to its next value twice. */
async function views(url: string): Promise<View[]> {
  const {page, requests, complaints, close} = await openPage(browser, url);
  try {
    const seen: View[] = [];
    const look = async (chosen: string) =>
      void seen.push({
        chosen,
        text: await text(page),
        requests: requests
          .splice(0)
          .filter((request) => !/^(data|blob):/.test(request))
          .map((request) => new URL(request).pathname)
      });
    await look("");
    for (let i = 0; i < (await choices(page).count()); i++) {
      for (let step = 0; step < 2; step++) {
        const chosen = await chooseNext(page, i);
        await settle(page);
        await look(chosen);
      }
    }
    expect(complaints).toEqual([]);
    return seen;
  } finally {
    await close();
  }
}

function choices(page: Page) {
  return page.locator(".choices:not(.private) form:visible:has(select, input[type=radio])");
}

/** Goes to the next value of a choice, from the last to the first. */
async function chooseNext(page: Page, number: number): Promise<string> {
  const form = choices(page).nth(number);
  const select = form.locator("select");
  if (await select.count()) {
    const [at, length] = await select.evaluate(
      (element: HTMLSelectElement) => [element.selectedIndex, element.length] as const
    );
    const index = (at + 1) % length;
    await select.selectOption({index});
    return `${number}: ${index}`;
  }
  const radios = form.locator("input[type=radio]");
  const at = await radios.evaluateAll((all) => all.findIndex((radio) => (radio as HTMLInputElement).checked));
  const index = (at + 1) % (await radios.count());
  await radios.nth(index).check();
  return `${number}: ${index}`;
}

/** Everything a page says: its text, and that of its pictures. */
async function text(page: Page): Promise<string> {
  const {origin} = new URL(page.url());
  const said = await page.evaluate(() => {
    const main = document.querySelector("main")!;
    const pictures = Array.from(main.querySelectorAll("svg"), (svg) =>
      [svg.getAttribute("aria-label"), svg.getAttribute("aria-description"), svg.textContent].join("|")
    );
    return [main.innerText, ...pictures].join("\n§\n");
  });
  return said.replaceAll(origin, "");
}

/** The same site, with nothing answered beforehand. */
async function withoutAnswers(): Promise<ServedSite & {folder: string}> {
  const folder = mkdtempSync(join(tmpdir(), "rygatlas-unanswered-"));
  cpSync(dist, folder, {recursive: true});
  for (const file of readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((name) =>
    name.endsWith(".html")
  )) {
    const html = readFileSync(join(folder, file), "utf8");
    writeFileSync(
      join(folder, file),
      html.replace(/(<script type="application\/json" id="rygatlas-answers">)[^<]*(?=<\/script>)/, "$1{}")
    );
  }
  return {...(await serveSite(folder)), folder};
}

/** The scripts a page starts with, by their path below `dist`: those it imports, those they import, and so on. */
function startingScripts(page: string, html: string): Map<string, string> {
  const found = new Map<string, string>();
  const follow = (from: string, code: string) => {
    for (const [, address] of code.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+\.js)"/g)) {
      const path = below(from, address!);
      if (found.has(path)) continue;
      found.set(path, readFileSync(join(dist, path), "utf8"));
      follow(path, found.get(path)!);
    }
  };
  for (const [, code] of html.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)) follow(page, code!);
  return found;
}

function below(file: string, address: string): string {
  return posix.join(posix.dirname(file), address).replace(/^\//, "");
}
