import type {Browser, Page} from "playwright-core";
import {inPageScript} from "../publish/browser/inPageScript.js";
import type {Change, Wanted} from "./inPage.js";
import {throttle, type Sent, type Throttle} from "./throttle.js";

/** What one cold visit of a page cost. */
export interface Visit {
  /** Until what was wanted had been painted, since the navigation began. */
  seconds: number;
  /** Kilobytes as sent, of everything asked for until then. */
  kilobytes: number;
  requests: number;
  /** How far what was seen moved until the page was still, as browsers count it. */
  shift: number;
  /** Until the largest thing to see had been painted, in seconds. */
  largest: number;
}

/** Long enough for DuckDB-wasm on a telephone. */
const patience = 240_000;

let script: Promise<string> | undefined;

/** Opens an address with nothing cached and lets `measure` look at it. */
async function visit<T>(
  browser: Browser,
  address: string,
  slow: Throttle,
  wanted: Wanted,
  measure: (page: Page, sent: Sent[]) => Promise<T>
): Promise<T> {
  // A new context has an empty cache.
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, locale: "da-DK"});
  context.setDefaultTimeout(patience);
  try {
    const page = await context.newPage();
    const sent = await throttle(page, slow);
    script ??= inPageScript(new URL("inPage.ts", import.meta.url), "inPage");
    // Scripts put into pages have a scope of their own.
    await page.addInitScript(
      `${await script}; window.inPage = inPage; window.inPageSeen = inPage.seen(${JSON.stringify(wanted)});`
    );
    await page.goto(address, {waitUntil: "commit"});
    return await measure(page, sent);
  } finally {
    await context.close();
  }
}

/** How long a reader waits for what a page has to show, and what has come over the network by then. */
export function firstSight(browser: Browser, address: string, slow: Throttle, wanted: Wanted): Promise<Visit> {
  return visit(browser, address, slow, wanted, async (page, sent) => {
    const [origin, milliseconds] = (await page.evaluate("inPageSeen.then((at) => [performance.timeOrigin, at])")) as [
      number,
      number
    ];
    const until = () => sent.filter(({at}) => at <= origin + milliseconds);
    // What was asked for counts as a whole, also what was still on its way.
    for (let i = 0; i < 200 && until().some(({bytes}) => bytes === undefined); i++) await page.waitForTimeout(20);
    const [shift, largest] = await settled(page);
    // A preloaded file is asked for twice and sent once. That a worker's script has come is not always reported.
    const came = until()
      .map(({bytes, length = 0}) => bytes ?? length)
      .filter((bytes) => bytes > 0);
    return {
      seconds: milliseconds / 1000,
      kilobytes: came.reduce((sum, bytes) => sum + bytes, 0) / 1000,
      requests: came.length,
      shift,
      largest: largest / 1000
    };
  });
}

/** The layout shift, and when the largest paint was, once nothing more comes. */
async function settled(page: Page): Promise<[number, number]> {
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1000);
  return (await page.evaluate("[inPage.moved.sum, inPage.moved.largest]")) as [number, number];
}

/** How long a browser took to answer each of some presses on the choices of a page, in milliseconds. */
export function interactions(browser: Browser, address: string, slow: Throttle, count: number): Promise<number[]> {
  return visit(browser, address, slow, "chart", async (page) => {
    await settled(page);
    const bar = page.locator(".choices").first();
    const controls = bar.locator("select:visible, input[type=radio]:visible");
    for (let i = 0; i < count; i++) {
      const control = controls.nth(i % (await controls.count()));
      if (await control.evaluate((node) => node.localName === "select")) await control.press("ArrowDown");
      else await control.click();
      await page.waitForTimeout(300);
    }
    return (await page.evaluate("inPage.answered()")) as number[];
  });
}

/** Changes choices one after the other. */
export function changes(browser: Browser, address: string, slow: Throttle, count: number): Promise<Change[]> {
  return visit(browser, address, slow, "chart", async (page) => {
    await page.evaluate("inPageSeen");
    await page.waitForLoadState("networkidle");
    const made: Change[] = [];
    for (let step = 0; step < count; step++) made.push((await page.evaluate(`inPage.change(${step})`)) as Change);
    return made;
  });
}

/** What a page has to show once it has settled. */
export function shows(browser: Browser, address: string): Promise<Wanted> {
  return visit(browser, address, {}, "text", async (page) => {
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(500);
    return (await page.evaluate("inPage.best()")) as Wanted;
  });
}
