import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {startBrowser} from "../support/startBrowser.js";
import {frameFaults, seenFigures} from "../support/figures.js";
import {openPage} from "../support/openPage.js";
import {snippetPages} from "../support/site.js";
import {snippets} from "../support/snippets.js";

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

test("every snippet is offered on pages and says in Danish what it is", () => {
  for (const {scope, description} of Object.values(snippets())) {
    expect(scope).toBe("markdown");
    expect(description).toMatch(/^Rygatlas: en /);
  }
});

// The pages were built with the site, from the snippets as an author gets them.
test.for(snippetPages)("the page %s shows one whole figure", async (path) => {
  const {page, complaints, close} = await openPage(browser, `${inject("site").address}/${path}`);
  const figures = await seenFigures(page);
  await close();
  expect(complaints).toEqual([]);
  expect(figures.map(({empty}) => empty)).toEqual([""]);
  expect(figures.flatMap(frameFaults)).toEqual([]);
});
