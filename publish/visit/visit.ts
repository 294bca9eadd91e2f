import type {Browser, BrowserContext} from "playwright-core";
import {inPageScript} from "../browser/inPageScript.js";
import {reachSite} from "../browser/serveSite.js";
import {follow, settle} from "../browser/settle.js";
import {addressOf} from "../pages/pageText.js";
import type {Drawing} from "../framework/drawnCells.js";
import type {Seen} from "./client/seen.js";
import {pictureOf} from "./picture.js";

/** Pages open at once: a browser waits for a page to be still longer than it works at it. */
const atOnce = 6;

/** The two widths that drawings are made at. */
const desk = {width: 1280, height: 900};
const phone = {width: 390, height: 900};

/** What a page shows on a desk, and its default view. */
export interface Visited extends Seen {
  drawing: Drawing;
}

/**
 * Opens each of some pages of a site once, waits until its cells have settled, and looks at what it shows.
 * @param paths files below `dist`, such as `audit/variation.html`
 * @returns the address that the site had meanwhile, and what was seen, in the order of `paths`
 */
export async function visit(
  browser: Browser,
  dist: string,
  paths: readonly string[]
): Promise<{site: string; seen: Visited[]}> {
  const script = await inPageScript(new URL("client/seen.ts", import.meta.url), "visit");
  const context = await browser.newContext({viewport: desk, locale: "da-DK", colorScheme: "light"});
  const {address, close} = await reachSite(context, dist);
  try {
    // A slow machine sees the same.
    context.setDefaultTimeout(0);
    // Names of the script have a scope of their own.
    await context.addInitScript({content: `${script}; window.visit = visit;`});
    return {site: address, seen: await visitAll(context, address, paths)};
  } finally {
    await context.close();
    await close();
  }
}

async function visitAll(context: BrowserContext, site: string, paths: readonly string[]): Promise<Visited[]> {
  const seen: Visited[] = [];
  const waiting = paths.entries();
  const work = async () => {
    const page = await context.newPage();
    await follow(page);
    // One list for all of them: whoever is done takes the next.
    for (const [i, path] of waiting) {
      await page.setViewportSize(desk);
      await page.goto(`${site}/${addressOf(path)}`, {waitUntil: "load"});
      await settle(page);
      const shown = await page.evaluate<Seen>("visit.take(); visit.seen()");
      const picture = await pictureOf(page);
      await page.setViewportSize(phone);
      await settle(page);
      seen[i] = {...shown, drawing: {...(await page.evaluate<Drawing>("visit.take(); visit.drawing()")), picture}};
    }
    await page.close();
  };
  await Promise.all(Array.from({length: Math.min(atOnce, paths.length)}, work));
  return seen;
}
