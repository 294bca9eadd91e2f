import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {startBrowser} from "../support/startBrowser.js";
import {openPage} from "../support/openPage.js";

const {address} = inject("site");

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

test("without a connection a new choice says so in the place of the figure, and the next one with it draws the figure", async () => {
  const {page, close} = await openPage(browser, `${address}/audit/variation`);
  await page.context().setOffline(true);
  await page.getByRole("radio", {name: "Fysioterapeuter"}).check();
  const said = page.locator(".cell-failed:visible");
  await said.first().waitFor();
  expect(new Set(await said.allTextContents())).toEqual(
    new Set([
      "Tallene til dette valg kunne ikke hentes: der er ingen forbindelse til webstedet. Vælg igen, når den er der."
    ])
  );
  await page.context().setOffline(false);
  await page.getByRole("radio", {name: "Kiropraktorer"}).check();
  await page.locator(".figure-chart svg").first().waitFor();
  expect(await said.count()).toBe(0);
  await close();
});
