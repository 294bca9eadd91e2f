import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {openPage} from "../support/openPage.js";
import {inputsPage} from "../support/site.js";
import {startBrowser} from "../support/startBrowser.js";

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

test("an author's own inputs and plain charts work under the page's policy, with no console message", async () => {
  const {page, complaints, close} = await openPage(browser, `${inject("site").address}/${inputsPage}`);
  const facts = page.locator(".answer-facts");
  await facts.waitFor();
  expect(await facts.textContent()).toMatch(/^\d+ rækker, [\d.]+ ms$/);

  // Decimals, counts and dates as they are.
  const cells = await page.locator("main .data-table tbody tr").first().locator("td").allTextContents();
  expect(cells[1]).toMatch(/^[\d.]+(,5)?$/);
  expect(cells[2]).toBe("1. jan. 2024");
  expect(cells[3]).toMatch(/^\d+$/);

  // Each input gives its value on.
  await page.locator("main").getByLabel("Mindst").first().fill("100");
  await page.waitForFunction(() => document.querySelector(".answer-facts")?.textContent?.startsWith("0 rækker"));
  expect(await page.locator("main .data-table thead th").allTextContents()).toEqual([
    "Faggruppe",
    "Svar",
    "Halvanden",
    "Dag",
    "Alle"
  ]);
  for (const label of ["Ord", "Bemærkning", "Søg"]) await page.locator("main").getByLabel(label).fill("mave");
  await page.locator("main").getByLabel("Vis alt").check();
  await page.locator("main form button", {hasText: "Tryk"}).click();
  expect(await page.locator("main svg text").allTextContents()).toEqual(expect.arrayContaining(["1.000", "3.000"]));
  await close();
  expect(complaints).toEqual([]);
});
