import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {startBrowser} from "../support/startBrowser.js";
import {openPage} from "../support/openPage.js";
import {allPagesOf} from "../support/pages.js";

const {address, project} = inject("site");
const profiles = allPagesOf(project).filter((path) => /^\/register\/omraade\/./.test(path));
const html = (path: string) => readFileSync(join(project, "dist", `${path}.html`), "utf8");

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

test("every region and municipality has a profile with a title, a description and an address of its own, and all share one script", () => {
  expect(profiles).toHaveLength(103);
  for (const part of [
    /<title>([^<]*)/,
    /<h1[^>]*>(.*?)<\/h1>/,
    /<meta name="description" content="([^"]*)/,
    /<meta property="og:title" content="([^"]*)/,
    /<link rel="canonical" href="([^"]*)/
  ]) {
    expect(new Set(profiles.map((path) => part.exec(html(path))?.[1])).size).toBe(103);
  }
  expect(html("/register/omraade/0580")).toMatch(/<title>Aabenraa Kommune \| Rygatlas<\/title>/);
  expect(new Set(profiles.map((path) => /from "(\.\.\/\.\.\/_site\/site\.\w+\.js)"/.exec(html(path))?.[1])).size).toBe(
    1
  );
});

// The smallest, the largest, one with the longest names, and two regions.
test.each(["0825", "0101", "0760", "0492", "1083", "1084"])("the profile of %s is one sheet of A4", async (code) => {
  const {page, complaints, close} = await openPage(browser, `${address}/register/omraade/${code}`);
  try {
    await page.locator(".profile-map svg").waitFor();
    const pdf = await page.pdf({preferCSSPageSize: true});
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page(?!s)/g)).toHaveLength(1);
    expect(complaints).toEqual([]);
  } finally {
    await close();
  }
});

test("a profile leads to the ones before and after it in the list", async () => {
  const {page, complaints, close} = await openPage(browser, `${address}/register/omraade/0580`);
  const links = page.locator("#observablehq-footer nav a");
  expect(
    await links.evaluateAll((all) =>
      all.map((link) => [new URL((link as HTMLAnchorElement).href).pathname, link.textContent])
    )
  ).toEqual([["/register/omraade/0492", "Ærø Kommune"]]);
  await links.click();
  await page.waitForURL("**/0492");
  expect(complaints).toEqual([]);
  await close();
});

test("the list of areas leads to all of them, in Danish order", async () => {
  const {page, complaints, close} = await openPage(browser, `${address}/register/omraade/`);
  const links = await page
    .locator("main .area-list a")
    .evaluateAll((all) => all.map((link) => [new URL((link as HTMLAnchorElement).href).pathname, link.textContent]));
  expect(links.map(([path]) => path).sort()).toEqual(profiles);
  const names = await page.locator("main .area-list").filter({hasText: "Syddanmark"}).locator("li").allTextContents();
  expect(names.slice(-2)).toEqual(["Ærø", "Aabenraa"]);
  expect(complaints).toEqual([]);
  await close();
});
