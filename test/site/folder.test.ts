import {readFile} from "node:fs/promises";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {startBrowser} from "../support/startBrowser.js";
import {openPage, settle} from "../support/openPage.js";

const {address} = inject("site");

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

describe("the meeting folder", () => {
  test("takes figures, a note, an order, and is saved as one file that opens without a network", async () => {
    const {page, complaints, close} = await openPage(browser, `${address}/audit/haandtering`);
    await add(page);
    await goTo(page, "/audit/udstraaling");
    await add(page);
    await goTo(page, "/moedemappe");
    expect(await headings(page)).toEqual(["Figur 1", "Figur 2"]);
    const pictures = () =>
      page.locator(".folder-picture").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    const before = await pictures();
    await page.locator(".folder-item textarea").first().fill("Drøftes på mødet");
    await page
      .getByRole("button", {name: /^Ned: /})
      .first()
      .click();
    expect(await pictures()).toEqual(before.toReversed());

    const saved = page.waitForEvent("download");
    await page.getByRole("button", {name: "Gem som fil"}).click();
    const file = await readFile(await (await saved).path(), "utf8");
    const offline = await browser.newPage({offline: true});
    const asked: string[] = [];
    offline.on("request", (request) => asked.push(request.url()));
    await offline.setContent(file);
    expect(await offline.locator("section > svg").count()).toBe(2);
    expect(await offline.locator(".note").allTextContents()).toEqual(["Drøftes på mødet"]);
    expect(asked).toEqual([]);
    await offline.close();
    await close();
    expect(complaints).toEqual([]);
  });

  test("shows a map without anything that the page's policy stops", async () => {
    const {page, complaints, close} = await openPage(browser, `${address}/register/indikatorer/repeated_mri`);
    await page.locator(".figure:has(.map-area) button[data-folder]").click();
    await page.getByRole("link", {name: "Åbn mødemappen"}).waitFor();
    await goTo(page, "/moedemappe");
    expect(await page.locator(".folder-picture path").count()).toBeGreaterThan(90);
    await close();
    expect(complaints).toEqual([]);
  });

  test("is shared by a link that fetches the figures from the site, choices and notes along", async () => {
    const shared = [
      ["/audit/haandtering?konsultation=first", "haandtering", "Første konsultation"],
      ["/findes-ikke", "x", ""]
    ];
    const {page, close} = await openPage(
      browser,
      `${address}/moedemappe#mappe=${encodeURIComponent(JSON.stringify(shared))}`
    );
    await page.getByText("1 af de delte figurer findes ikke på webstedet mere.").waitFor();
    expect(await headings(page)).toEqual(["Figur 1"]);
    expect(await page.locator(".folder-item textarea").first().inputValue()).toBe("Første konsultation");
    expect(await page.locator(".folder-picture").textContent()).toContain("første konsultation");
    expect(page.url()).not.toContain("#");
    await close();
  });
});

async function add(page: Page): Promise<void> {
  await page.locator("button[data-folder]").first().click();
  await page.getByRole("link", {name: "Åbn mødemappen"}).first().waitFor();
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(address + path);
  await settle(page);
}

function headings(page: Page): Promise<string[]> {
  return page.locator(".folder-item h2").allTextContents();
}
