import {readFile} from "node:fs/promises";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {startBrowser} from "../support/startBrowser.js";
import {seenFigures} from "../support/figures.js";
import {openPage, settle, type OpenPage} from "../support/openPage.js";

const {address} = inject("site");

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

describe("the buttons under a figure", () => {
  let opened: OpenPage;
  beforeAll(async () => void (opened = await openPage(browser, `${address}/audit/haandtering`)));
  afterAll(async () => {
    await opened.close();
    expect(opened.complaints).toEqual([]);
  });

  test("Tabel opens the rows and closes them again", async () => {
    const {page} = opened;
    const rows = page.locator("figure.figure").first().locator(".figure-panel tbody tr");
    await press(page, "Tabel");
    expect(await rows.count()).toBeGreaterThan(2);
    expect(await rows.first().isVisible()).toBe(true);
    await press(page, "Tabel");
    expect(await rows.first().isVisible()).toBe(false);
  });

  test("CSV is what Danish Excel opens: BOM, semicolons, decimal commas, as many rows as the table", async () => {
    const {page} = opened;
    const {name, bytes} = await file(page, "CSV");
    expect(name).toMatch(/^[a-z0-9_-]+\.csv$/);
    expect(name).toContain("syntetisk");
    expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString("utf8").slice(1).trimEnd().split("\r\n");
    const [head, ...rows] = lines.map((line) => line.split(";"));
    expect(head!.length).toBeGreaterThan(2);
    expect(rows.every((row) => row.length >= head!.length)).toBe(true);
    expect(rows.flat().some((cell) => /^\d+,\d+$/.test(cell))).toBe(true);
    expect(rows.flat().filter((cell) => /^\d+\.\d+$/.test(cell))).toEqual([]);
    await press(page, "Tabel");
    expect(rows.length).toBe(await page.locator("figure.figure").first().locator(".figure-panel tbody tr").count());
  });

  test("SVG stands alone: title, N, source and seal in it, nothing fetched, and a browser draws it", async () => {
    const {page} = opened;
    const {bytes} = await file(page, "SVG");
    const text = bytes.toString("utf8");
    const [{title, source} = {title: "?", source: "?"}] = await seenFigures(page);
    expect(text).toMatch(/^<\?xml/);
    expect(text).toContain(`<title>${title}</title>`);
    expect(text.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")).toContain(source.split(" · ").at(-1));
    expect(text).not.toMatch(/<script|<image|@import|(?:href|src)="(?!#)/);
    const width = await page.evaluate(async (svg) => {
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([svg], {type: "image/svg+xml"}));
      await image.decode();
      return image.naturalWidth;
    }, text);
    expect(width).toBeGreaterThanOrEqual(800);
  });

  test("PNG is a picture with two dots per pixel", async () => {
    const {bytes} = await file(opened.page, "PNG");
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(1600);
    expect(bytes.length).toBeGreaterThan(10_000);
  });

  test("the page ends with the queries, with the choices in them", async () => {
    const {page} = opened;
    await page.locator(".about-numbers summary").click();
    const query = await page.locator(".about-numbers pre").first().innerText();
    expect(query).toMatch(/SELECT[\s\S]+FROM/);
    expect(query).not.toMatch(/\$\{|\?/);
  });
});

test("a CSV from the page of an area says which area and period it is of, in its name and columns", async () => {
  const {page, close} = await openPage(browser, `${address}/register/omraade/0630`);
  const area = await page.locator("main h1").innerText();
  const title = await page.locator("figure.figure h2").first().innerText();
  const {name, bytes} = await file(page, "CSV");
  expect(name).toMatch(/^vejle.*-indikatorer-.*-[\d-]{4,9}_syntetisk\.csv$/);
  const [head, ...rows] = bytes.toString("utf8").trimEnd().split("\r\n");
  expect(head).toMatch(/;Siden;Figuren;Figurens grundlag$/);
  for (const row of rows) expect(row).toContain(`;${area};"${title}";"N = `);
  await close();
});

test("a choice stands in the address, and the address gives the same view", async () => {
  const {page, complaints, close} = await openPage(browser, `${address}/audit/haandtering`);
  const before = await seenFigures(page);
  await page.locator(".choices select").first().selectOption({index: 1});
  await page.waitForFunction(() => location.search !== "");
  await settle(page);
  await page.locator(`figure.figure :text-is(${JSON.stringify(before[0]!.sentence)})`).waitFor({state: "detached"});
  await settle(page);
  const chosen = await seenFigures(page);
  expect(chosen).not.toEqual(before);
  await page.reload();
  await settle(page);
  expect(await seenFigures(page)).toEqual(chosen);
  await close();
  expect(complaints).toEqual([]);
});

async function press(page: Page, name: string): Promise<void> {
  await page.locator("figure.figure").first().getByRole("button", {name, exact: true}).click();
}

async function file(page: Page, button: string): Promise<{name: string; bytes: Buffer}> {
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, button)]);
  return {name: download.suggestedFilename(), bytes: await readFile(await download.path())};
}
