import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {startBrowser} from "../support/startBrowser.js";
import {openPage} from "../support/openPage.js";

const {address} = inject("site");

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

test.each([
  ["/audit", "/audit/haandtering"],
  ["/audit/", "/audit/haandtering"],
  ["/forloebsprogram", "/forloebsprogram/"],
  ["/forloebsprogram/cases", "/forloebsprogram/cases/"],
  ["/metode", "/metode/"],
  ["/register", "/register/"],
  ["/register/indikatorer", "/register/indikatorer/"],
  ["/register/omraade", "/register/omraade/"],
  ["/metode/ordbog/", "/metode/ordbog"],
  ["/sammenhaeng", "/paa-tvaers"]
])("%s leads to %s", async (cut, whole) => {
  const page = await browser.newPage();
  await page.goto(address + cut);
  await page.waitForURL(address + whole);
  await page.close();
});

test("a page that is not found, at any depth, offers the search and the pages of the menu", async () => {
  const {page, close} = await openPage(browser, `${address}/register/findes/ikke`, {
    viewport: {width: 390, height: 900}
  });
  const links = await page.locator("main a").evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  for (const path of ["/", "/audit/tabeller", "/register/", "/forloebsprogram/", "/metode/", "/data"])
    expect(links).toContain(address + path);
  for (const link of links) expect((await fetch(link)).status).toBe(200);
  await page.getByRole("button", {name: "Søg på webstedet"}).click();
  await page.keyboard.type("ordbog");
  await page.locator("#search-results a").first().click();
  await page.waitForURL(`${address}/metode/ordbog`);
  await close();
});

test.each([
  ["is not over a page chosen from it on a phone", 390, false],
  ["stands beside a page chosen from it on a desk", 1280, true]
])("the menu %s", async (_, width, visible) => {
  const {page, close} = await openPage(browser, `${address}/audit/haandtering`, {viewport: {width, height: 900}});
  const menu = page.getByRole("navigation", {name: "Sider"});
  const toggle = page.getByRole("checkbox", {name: "Vis eller skjul menuen"});
  if (!visible) await toggle.click();
  await menu.getByRole("link", {name: "Diagnoser"}).click();
  await page.waitForURL(`${address}/register/diagnoser`);
  await page.waitForLoadState();
  expect(await menu.isVisible()).toBe(visible);
  await close();
});
