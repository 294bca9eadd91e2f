import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {violations} from "../support/accessibility.js";
import {startBrowser} from "../support/startBrowser.js";
import {frameFaults, openFolds, seenFigures, type SeenFigure} from "../support/figures.js";
import {openPage, settle} from "../support/openPage.js";
import {pagesOf} from "../support/pages.js";
import {draftPage, inputsPage, snippetPages} from "../support/site.js";
import {strayWords} from "../support/words.js";

const {address, project} = inject("site");
// What the libraries' own inputs lack is their authors' to add: inputs.test.ts tests what the site does for them.
const pages = pagesOf(project).filter((page) => page !== `/${inputsPage}`);

/** Pages of the audit that the twin, with its one round, gives nothing to draw. */
const withoutFigures = ["/audit/runder"];

/** What a reader of a figure has with scripts and without: what the buttons do is for those who have them. */
function read({id, title, sentence, empty, source}: SeenFigure): Partial<SeenFigure> & {drawn: boolean} {
  return {id, title, sentence, empty, source, drawn: true};
}

/** The figures of a page whose scripts never run; a table stands open, and what is drawn has marks. */
async function readWithoutScripts(page: string, width: number): Promise<ReturnType<typeof read>[]> {
  const context = await browser.newContext({javaScriptEnabled: false, viewport: {width, height: 900}});
  try {
    const still = await context.newPage();
    await still.goto(page);
    await openFolds(still);
    return (await seenFigures(still)).map((figure) => {
      const {empty, marks, cells, source} = figure;
      return {...read(figure), drawn: empty !== "" || marks > 2 || cells > 2 || source.includes("opdigtede")};
    });
  } finally {
    await context.close();
  }
}

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

test("drafts are left out of the build, and other pages are in it", () => {
  expect(pages).toEqual(expect.arrayContaining(snippetPages.map((page) => `/${page}`)));
  expect(pages).not.toContain(`/${draftPage}`);
  expect(pages).toEqual(expect.arrayContaining(["/", "/audit/tabeller", "/audit/variation", "/metode/", "/data"]));
});

/** The widths of a phone and of a desk, in pixels. */
const [phone, desk] = [390, 1280];

// Each page is opened on a phone, and then grows to a desk's width; answers.test.ts opens them all at a desk.
describe("as wide as a phone, and then as a desk,", () => {
  test.concurrent.for(pages)("%s is whole and accessible, in light and in dark", async (path, {expect}) => {
    const viewport = {width: phone, height: 900};
    const {page, complaints, requests, close} = await openPage(browser, address + path, {viewport});
    try {
      const asks = /^define\(.*inputs: \[[^\]]*"sql"/m.test(await page.content());
      const isDrawn = (await (await fetch(address + path)).text()).includes('class="drawn');
      const moved = isDrawn ? await page.evaluate<number>("moved") : 0;
      for (const width of [phone, desk]) {
        await page.setViewportSize({...viewport, width});
        await openFolds(page);
        await settle(page);
        const figures = await seenFigures(page);
        const scroll = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        const engines = requests.filter((url) => /duckdb[^/]*\.wasm$/.test(url)).length;
        const light = await violations(page);
        await page.emulateMedia({colorScheme: "dark"});
        const dark = await violations(page, ["color-contrast"]);
        await page.emulateMedia({colorScheme: "light"});
        expect({
          width,
          complaints,
          frames: figures.flatMap(frameFaults),
          figures: figures.length > 0 || !path.startsWith("/audit/") || withoutFigures.includes(path) ? "some" : "none",
          words: await strayWords(page),
          scroll: scroll > 0 ? `${scroll} px too wide` : "fits",
          engine: engines > (asks ? 1 : 0) ? `fetched ${engines} times` : "as needed",
          light,
          dark,
          moved: moved > 0.02 ? `moved by ${moved}` : "stood still",
          without: await readWithoutScripts(address + path, width)
        }).toEqual({
          width,
          complaints: [],
          frames: [],
          figures: "some",
          words: [],
          scroll: "fits",
          engine: "as needed",
          light: [],
          dark: [],
          moved: "stood still",
          without: figures.map(read)
        });
      }
    } finally {
      await close();
    }
  });
});
