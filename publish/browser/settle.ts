import type {Page, Request} from "playwright-core";
import {inPageScript} from "./inPageScript.js";

/** Requests of followed pages that have no answer yet. */
const unanswered = new WeakMap<Page, Set<Request>>();

let script: Promise<string> | undefined;

/** A page that is still and waits for nothing so many times in a row has cells that decide to show nothing. */
const enough = 10;

/** Keeps account of what a page waits for. To be called before the page goes anywhere. */
export async function follow(page: Page): Promise<void> {
  const waiting = new Set<Request>();
  unanswered.set(page, waiting);
  page.on("request", (request) => void (/^http/.test(request.url()) && waiting.add(request)));
  page.on("requestfinished", (request) => waiting.delete(request));
  page.on("requestfailed", (request) => waiting.delete(request));
  script ??= inPageScript(new URL("shown.ts", import.meta.url), "shown");
  await page.addInitScript({content: `${await script}; window.shown = shown;`});
}

/**
 * Waits until every cell of a followed page has shown what it shows, nothing moves, and neither the network nor a
 * worker has anything left to answer. However slow the machine is, the page is then done: no time limit decides.
 */
export async function settle(page: Page): Promise<void> {
  for (let quiet = 0; quiet < enough; ) {
    await page.evaluate("shown.still()");
    if (unanswered.get(page)!.size > 0 || (await page.evaluate("shown.openQuestions()")) !== 0) quiet = 0;
    else if (await page.evaluate("shown.everyCellShown()")) return;
    else quiet++;
  }
}
