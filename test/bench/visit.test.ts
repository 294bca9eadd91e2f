// @module-tag slow: starts a browser.
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {serveCompressed} from "../../bench/compressedServer.js";
import {changes, firstSight, shows} from "../../bench/visit.js";
import {startBrowser} from "../support/startBrowser.js";
import type {ServedSite} from "../../publish/browser/serveSite.js";

// A chart that is first empty, drawn after 300 ms, and drawn anew 50 ms after the answer to a
// choice has come. Once it has been painted, something is fetched late.
const script = `
const main = document.querySelector("main");
const draw = () => (main.querySelector("figure")?.remove(), main.insertAdjacentHTML("beforeend",
  '<figure class="figure"><svg width="100" height="100"></svg></figure>'));
const fill = () => (main.querySelector("svg").innerHTML = '<circle r="9"/>');
draw();
const late = () =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => fetch("./late.json"), 300)));
setTimeout(() => (fill(), late()), 300);
document.addEventListener("input", () =>
  fetch("./_answers/q.json?" + Math.random()).then((r) => r.json()).then(() => setTimeout(() => (draw(), fill()), 50)));
`;
const bar =
  '<div class="choices"><form hidden><select></select></form><form><select><option>a<option>b</select></form></div>';
const page = (content: string) => `<!DOCTYPE html><main id="observablehq-main">${content}<p>Tekst</p></main>`;

const folder = mkdtempSync(join(tmpdir(), "rygatlas-test-"));
let served: ServedSite;
let browser: Browser;
beforeAll(async () => {
  mkdirSync(join(folder, "_answers"));
  writeFileSync(join(folder, "chart.html"), page(`${bar}<script type="module" src="./chart.js"></script>`));
  writeFileSync(join(folder, "table.html"), page("<table><tr><td>1</table>"));
  writeFileSync(join(folder, "text.html"), page(""));
  writeFileSync(join(folder, "chart.js"), script);
  writeFileSync(join(folder, "_answers/q.json"), "{}");
  writeFileSync(join(folder, "late.json"), `"${"x".repeat(9999)}"`);
  served = await serveCompressed({site: folder});
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, {recursive: true});
});

test("what a page has to show is a chart, else a table, else text", async () => {
  for (const wanted of ["chart", "table", "text"] as const)
    expect(await shows(browser, `${served.address}/site/${wanted}`)).toBe(wanted);
});

test("a chart is seen when it is drawn, and what came later does not count", async () => {
  const {seconds, kilobytes, requests} = await firstSight(browser, `${served.address}/site/chart`, {}, "chart");
  expect(seconds).toBeGreaterThan(0.3);
  expect(requests).toBe(2);
  expect(kilobytes).toBeGreaterThan(0.3);
  expect(kilobytes).toBeLessThan(3);
});

test("a slow network is slow", async () => {
  const network = {down: 1_600_000, up: 750_000, latency: 400};
  const {seconds} = await firstSight(browser, `${served.address}/site/chart`, {network}, "chart");
  expect(seconds).toBeGreaterThan(1.1);
});

test("a changed choice is timed from the change, and from its answer's arrival, to the new chart", async () => {
  const made = await changes(browser, `${served.address}/site/chart`, {}, 2);
  expect(made).toHaveLength(2);
  for (const {changed, arrived, drawn} of made) {
    expect(arrived!).toBeGreaterThan(changed);
    expect(drawn - arrived!).toBeGreaterThan(45);
  }
});
