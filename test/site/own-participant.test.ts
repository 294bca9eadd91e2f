import {readFile} from "node:fs/promises";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {startBrowser} from "../support/startBrowser.js";
import {openPage, settle} from "../support/openPage.js";

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

test("the reader's own number marks a bar, and stays in this tab: not in the address, a request or a download", async () => {
  const {page, complaints, close} = await openPage(browser, `${inject("site").address}/audit/variation`);
  const figure = page.locator("figure.figure").first();
  const before = {
    address: page.url(),
    chart: await figure.locator(".figure-chart").innerHTML(),
    files: await files(page)
  };
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  // The participants' numbers are those of the table behind the figure.
  await figure.getByRole("button", {name: "Tabel", exact: true}).click();
  const number = await figure.locator(".figure-panel tbody th").first().innerText();
  await page.locator(".choices.private input").fill(number);
  await page.waitForFunction((text) => document.querySelector(".figure-chart")?.innerHTML !== text, before.chart);
  await settle(page);

  expect(page.url()).toBe(before.address);
  expect(requests.filter((url) => !url.startsWith("blob:"))).toEqual([]);
  expect(await files(page)).toEqual(before.files);
  const stored = await page.evaluate(() => ({
    session: JSON.stringify(sessionStorage),
    lasting: localStorage.length,
    cookies: document.cookie
  }));
  expect(stored).toEqual({session: expect.stringContaining(`\\"${number}\\"`), lasting: 0, cookies: ""});

  const marked = await figure.locator(".figure-chart").innerHTML();
  await page.reload();
  await settle(page);
  expect(await figure.locator(".figure-chart").innerHTML()).toHaveLength(marked.length);
  await page.getByRole("button", {name: "Glem mig"}).click();
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("participant");
  await close();
  expect(complaints).toEqual([]);
});

/** The files of the first figure: name and content. */
async function files(page: Page): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of ["CSV", "SVG", "PNG"]) {
    const button = page.locator("figure.figure").first().getByRole("button", {name, exact: true});
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    found[download.suggestedFilename()] = (await readFile(await download.path())).toString("base64");
  }
  return found;
}
