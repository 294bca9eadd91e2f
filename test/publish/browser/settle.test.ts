// @module-tag slow: starts a browser.
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {follow, settle} from "../../../publish/browser/settle.js";
import {startBrowser} from "../../support/startBrowser.js";

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

const address = "http://localhost/";
const cell = (body: string) => `define({id: "c1", inputs: ["display"], body: ${body}})`;

/** A page as Framework writes it, with one cell that shows its output before the comment with its id. */
async function open(script: string, answer: () => Promise<string> = async () => ""): Promise<Page> {
  const page = await browser.newPage();
  await follow(page);
  const define = `const define = ({body}) => body((text) => document.querySelector("main").prepend(text))`;
  const html = `<!DOCTYPE html><main><!--:c1:--></main><script>${define};\n${script}</script>`;
  await page.route(address, (route) => route.fulfill({contentType: "text/html", body: html}));
  await page.route(`${address}answer`, async (route) => route.fulfill({body: await answer()}));
  await page.goto(address);
  return page;
}

/** What happens to a page of that script, in order, when `release` lets it go on after it has long been still. */
async function courseOf(page: Page, release: () => unknown): Promise<string[]> {
  const course: string[] = [];
  const settled = settle(page).then(() => course.push("settled"));
  for (let i = 0; i < 4; i++) await page.evaluate("shown.still()");
  course.push("released");
  await release();
  await settled;
  return [...course, await page.locator("main").innerText()];
}

test("an answer from the network is waited for, however late it comes", async () => {
  let release = (_: string) => {};
  const late = new Promise<string>((resolve) => (release = resolve));
  const page = await open(cell(`(display) => fetch("answer").then((r) => r.text()).then(display)`), () => late);
  expect(await courseOf(page, () => release("42 %"))).toEqual(["released", "settled", "42 %"]);
  await page.close();
});

test("so is a worker's, though the cell shows something before it", async () => {
  const worker = `onmessage = ({data}) => data === "go" ? postMessage({requestId: asked}) : (asked = data.messageId); let asked`;
  const page = await open(`
    const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(worker)}])));
    ${cell(`(display) => { display("?"); worker.onmessage = () => display("42 %"); worker.postMessage({messageId: 7}); }`)}`);
  expect(await courseOf(page, () => page.evaluate("worker.postMessage('go')"))).toEqual([
    "released",
    "settled",
    "42 %?"
  ]);
  await page.close();
});

test("so is a chart that will be drawn again, since its region has another width by now", async () => {
  const region = `<div data-drawn-at="640" style="width: 300.5px">chart</div>`;
  const page = await open(cell(`() => document.querySelector("main").insertAdjacentHTML("afterbegin", '${region}')`));
  const draw = () => page.evaluate(`document.querySelector("[data-drawn-at]").dataset.drawnAt = "300"`);
  expect(await courseOf(page, draw)).toEqual(["released", "settled", "chart"]);
  await page.close();
});

test("and a cell that shows itself in the moment after the page was still, until it has drawn", async () => {
  const page = await open(`
    const {still} = shown;
    const wasStill = new Promise((resolve) => (shown = {...shown, still: () => still().finally(resolve)}));
    const draw = () => document.querySelector("main").firstChild.replaceWith("42 %");
    ${cell(`(display) => wasStill.then(() => { display("?"); setTimeout(draw, 100); })`)}`);
  await settle(page);
  expect(await page.locator("main").innerText()).toBe("42 %");
  await page.close();
});

test("a chart that nobody sees is not waited for", async () => {
  const region = `<details><div data-drawn-at="640" style="width: 300px">chart</div></details>`;
  const page = await open(cell(`() => document.querySelector("main").insertAdjacentHTML("afterbegin", '${region}')`));
  await settle(page);
  await page.close();
});

test("a cell that decides to show nothing is not waited for without end", async () => {
  const page = await open(cell("() => {}"));
  await settle(page);
  expect(await page.locator("main").innerText()).toBe("");
  await page.close();
});
