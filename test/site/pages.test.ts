import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {violations} from "../support/accessibility.js";
import {startBrowser} from "../support/startBrowser.js";
import {frameFaults, seenFigures} from "../support/figures.js";
import {openPage} from "../support/openPage.js";
import {pagesOf} from "../support/pages.js";
import {draftPage, snippetPages} from "../support/site.js";
import {strayWords} from "../support/words.js";

const {address, project} = inject("site");
const pages = pagesOf(project);

/** Pages of the audit that the twin, with its one round, gives nothing to draw. */
const withoutFigures = ["/audit/runder"];

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

test("drafts are left out of the build, and other pages are in it", () => {
  expect(pages).toEqual(expect.arrayContaining(snippetPages.map((page) => `/${page}`)));
  expect(pages).not.toContain(`/${draftPage}`);
  expect(pages).toEqual(expect.arrayContaining(["/", "/audit/tabeller", "/audit/variation", "/metode/", "/data"]));
});

describe.each([
  ["a desk", 1280],
  ["a phone", 390]
])("on %s (%i px)", (_, width) => {
  test.concurrent.for(pages)("%s", async (path, {expect}) => {
    const {page, complaints, requests, close} = await openPage(browser, address + path, {
      viewport: {width, height: 900}
    });
    try {
      const figures = await seenFigures(page);
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      const engines = requests.filter((url) => /duckdb[^/]*\.wasm$/.test(url)).length;
      const asks = /^define\(.*inputs: \[[^\]]*"sql"/m.test(await page.content());
      const light = await violations(page);
      await page.emulateMedia({colorScheme: "dark"});
      const dark = await violations(page, ["color-contrast"]);
      expect({
        complaints,
        frames: figures.flatMap(frameFaults),
        figures: figures.length > 0 || !path.startsWith("/audit/") || withoutFigures.includes(path) ? "some" : "none",
        words: await strayWords(page),
        scroll: scroll > 0 ? `${scroll} px too wide` : "fits",
        engine: engines > (asks ? 1 : 0) ? `fetched ${engines} times` : "as needed",
        light,
        dark
      }).toEqual({
        complaints: [],
        frames: [],
        figures: "some",
        words: [],
        scroll: "fits",
        engine: "as needed",
        light: [],
        dark: []
      });
    } finally {
      await close();
    }
  });
});
