import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {startBrowser} from "../support/startBrowser.js";
import {openPage, settle} from "../support/openPage.js";

const path = "/register/indikatorer/strong_analgesic_no_prior_use";

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

/** Which figures answer for an area: the opacity or the width of their marks of it. */
function answers(page: Page, area: string) {
  return page.evaluate((code) => {
    const style = (selector: string) => getComputedStyle(document.querySelector(`${selector} [data-area="${code}"]`)!);
    return {
      ordered: Number(style("#raekkefoelge .linked-band").opacity) > 0,
      funnel: Number(style("#tragtplot .linked-label").opacity) > 0,
      map:
        parseFloat(style("#danmarkskort svg").strokeWidth) >
        2 *
          parseFloat(getComputedStyle(document.querySelector("#danmarkskort .map-area[data-area='0400']")!).strokeWidth)
    };
  }, area);
}

test("pointing at a municipality anywhere marks it in the map, the ordered chart and the funnel, also when they are drawn anew", async () => {
  const {page, complaints, close} = await openPage(browser, inject("site").address + path);
  expect(await answers(page, "0851")).toEqual({ordered: false, funnel: false, map: false});
  // Aalborg is named by its dot in the funnel, and then by the map.
  await page.locator('#tragtplot .linked-dot [data-area="0851"]').hover({force: true});
  expect(await answers(page, "0851")).toEqual({ordered: true, funnel: true, map: true});
  expect(await page.locator(".map-tip").innerText()).toMatch(/^Aalborg\n\d+,\d\s%/);
  await page.setViewportSize({width: 700, height: 900});
  await settle(page);
  expect(await answers(page, "0851")).toEqual({ordered: true, funnel: true, map: true});
  await close();
  expect(complaints).toEqual([]);
});

test("the keyboard meets every municipality once, the capital's where they are enlarged", async () => {
  const {page, close} = await openPage(browser, inject("site").address + path);
  await page.locator('#danmarkskort .map-area[tabindex="0"]').focus();
  const met = new Set<string>();
  for (let i = 0; i < 98; i++) {
    await page.keyboard.press("PageDown");
    met.add(await page.evaluate(() => document.activeElement!.getAttribute("data-area")!));
  }
  expect(met.size).toBe(98);
  expect(await page.locator("#danmarkskort .map-area[aria-label]").count()).toBe(98);
  await close();
});

test("regions instead of municipalities, and another period, stand in the address", async () => {
  const {page, complaints, close} = await openPage(
    browser,
    `${inject("site").address}${path}?niveau=region&periode=2021/22`
  );
  expect(await page.locator("#danmarkskort .map-area[aria-label]").count()).toBe(5);
  expect(await page.locator("#danmarkskort h3").innerText()).toBe("Regioner på kort (2021/22)");
  await close();
  expect(complaints).toEqual([]);
});

test("colours are by the distance from the country, and by share where that is chosen; neither choice fetches anything", async () => {
  const {page, complaints, requests, close} = await openPage(
    browser,
    `${inject("site").address}${path}?andel=standardised`
  );
  const map = page.locator("#danmarkskort");
  const fills = () =>
    map.locator(".map-area").evaluateAll((areas) => [...new Set(areas.map((area) => area.getAttribute("fill")!))]);
  expect((await fills()).filter((fill) => !fill.startsWith("url"))).toContain("var(--deviation-3)");
  expect(await map.locator(".figure-note").innerText()).not.toContain("fem lige store grupper");
  const before = requests.length;
  await page.getByRole("radio", {name: "Andel", exact: true}).check();
  await settle(page);
  expect(new URL(page.url()).search).toBe("?andel=standardised&farve=share");
  expect((await fills()).filter((fill) => !fill.startsWith("url") && !fill.startsWith("var(--map-"))).toEqual([]);
  expect(await map.locator(".figure-note").innerText()).toContain("fem lige store grupper");
  expect(requests.slice(before)).toEqual([]);
  await close();
  expect(complaints).toEqual([]);
});

test("only pages with maps fetch the outlines", async () => {
  for (const [at, times] of [
    [path, 1],
    ["/audit/tabeller", 0]
  ] as const) {
    const {requests, close} = await openPage(browser, inject("site").address + at);
    expect(
      requests.filter((url) => /geometry\.[0-9a-f]+\.json$/.test(url)),
      at
    ).toHaveLength(times);
    await close();
  }
});
