import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import type {Mirror} from "../../data-loaders/programme/mirror.js";
import {startBrowser} from "../support/startBrowser.js";

const {address} = inject("site");
/** What `readMirror` gives a site whose audit is another than the one the subjects are about. */
const ofAnotherAudit: Mirror = {region: "1083", subjects: [], earlier: []};

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

test("beside another audit there is one sentence that says so, and nothing to choose or to see", async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", ({message}) => errors.push(message));
  await page.route("**/paa-tvaers", async (route) => {
    const answer = await route.fetch();
    const html = (await answer.text()).replace(
      /(id="rygatlas-mirror\.json">)[^<]*/,
      (_, start: string) => start + JSON.stringify(ofAnotherAudit)
    );
    await route.fulfill({response: answer, body: html});
  });
  await page.goto(`${address}/paa-tvaers`);
  const said = page.locator("main .no-subjects");
  await said.waitFor();
  expect(await said.innerText()).toMatch(/^Emnerne er valgt til en anden audit end den, webstedet viser, .*\.$/);
  expect(await page.locator("main :is(figure, h2, table, .observablehq--error)").count()).toBe(0);
  expect(await page.locator("main .choices").isVisible()).toBe(false);
  expect(errors).toEqual([]);
  await page.close();
});
