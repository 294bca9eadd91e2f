import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {violations} from "../support/accessibility.js";
import {startBrowser} from "../support/startBrowser.js";
import {openPage, settle} from "../support/openPage.js";

const {address} = inject("site");

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

const box = (page: Page) => page.getByRole("searchbox", {name: "Søg på webstedet"});
const status = (page: Page) => page.locator("#search-status");
const titles = (page: Page) => page.locator("#search-results a strong").allTextContents();

/** Types as a reader does, and waits until it is answered. */
async function search(page: Page, typed: string): Promise<string[]> {
  await box(page).fill(typed);
  await status(page).filter({hasText: "fundet"}).waitFor();
  return titles(page);
}

test("is fetched when somebody is about to search, from this site, and finds compounds by their parts", async () => {
  const {page, complaints, requests, close} = await openPage(browser, `${address}/audit/variation`);
  const fetched = () => requests.filter((url) => /_observablehq\/(soegning|search|minisearch)\./.test(url)).length;
  expect(fetched()).toBe(0);
  expect(await search(page, "håndtering")).toContain("Håndtering på tværs");
  expect((await search(page, "haandtering"))[0]).toBe("Håndtering på tværs");
  expect(await search(page, "rygsmerter")).toContain("Indikatorer");
  expect((await search(page, "rodtryk"))[0]).toBe("Svært påvirkede");
  expect(await search(page, "denominator")).toEqual(["Ordbog"]);
  // A page that stands in no menu.
  expect((await search(page, "skabelon")).length).toBeGreaterThan(0);
  expect(await search(page, "xylofon")).toEqual([]);
  expect(await status(page).textContent()).toBe("Ingen sider fundet");
  expect(fetched()).toBe(1);
  expect(complaints).toEqual([]);
  await close();
});

test("is used from the keyboard alone", async () => {
  const {page, close} = await openPage(browser, `${address}/metode/`);
  await page.keyboard.press("Control+KeyK");
  await page.keyboard.type("rodtryk");
  await status(page)
    .filter({hasText: /^\d+ sider fundet$/})
    .waitFor();
  const focused = () =>
    page.evaluate(
      () => document.activeElement?.querySelector("strong")?.textContent ?? document.activeElement?.localName
    );
  const [first, second] = await titles(page);
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe(first);
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe(second);
  await page.keyboard.press("Escape");
  expect(await focused()).toBe("input");
  await page.keyboard.press("ArrowUp");
  expect(await focused()).toBe((await titles(page)).at(-1));
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe("input");
  await page.keyboard.press("Escape");
  expect(await box(page).inputValue()).toBe("");
  expect(await titles(page)).toEqual([]);
  await page.keyboard.type("rodtryk");
  await status(page).filter({hasText: "fundet"}).waitFor();
  await page.keyboard.press("Enter");
  // At the figure that has the word.
  await page.waitForURL(({pathname}) => pathname === "/audit/udstraaling");
  await close();
});

test.each([
  ["a desk", 1280],
  ["a phone", 390]
])("on %s, results are accessible in light and dark, and lead on", async (_, width) => {
  const {page, complaints, close} = await openPage(browser, `${address}/`, {viewport: {width, height: 900}});
  await page.keyboard.press("Control+KeyK");
  await search(page, "variation");
  await settle(page);
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({colorScheme: "dark"});
  expect(await violations(page, ["color-contrast"])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page
    .getByRole("list", {name: "Fundne sider"})
    .getByRole("link", {name: /^Variation/})
    .click();
  await page.waitForURL(`${address}/audit/variation`);
  expect(complaints).toEqual([]);
  await close();
});

test("an address that leads nowhere gives a Danish page that leads on, from any depth", async () => {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}});
  const page = await context.newPage();
  const answer = await page.goto(`${address}/audit/findes/slet/ikke`);
  expect(answer?.status()).toBe(404);
  expect(await page.getByRole("heading", {level: 1}).textContent()).toBe("Siden findes ikke");
  expect(await search(page, "siden findes ikke")).not.toContain("Siden findes ikke");
  await box(page).fill("");
  await page.locator("main").getByRole("link", {name: "Håndtering på tværs"}).click();
  await page.waitForURL(`${address}/audit/haandtering`);
  await context.close();
});
