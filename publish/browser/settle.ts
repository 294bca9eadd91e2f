import type {Page, Request} from "playwright-core";
import {inPageScript} from "./inPageScript.js";
import type {Stillness} from "./shown.js";

/** Requests of a followed page that have no answer yet, and how many began and ended. */
interface Traffic {
  unanswered: Set<Request>;
  events: number;
}

const traffics = new WeakMap<Page, Traffic>();

let script: Promise<string> | undefined;

/** A page that is still and waits for nothing so many times in a row has cells that decide to show nothing. */
const enough = 10;

/** Keeps account of what a page waits for. To be called before the page goes anywhere. */
export async function follow(page: Page): Promise<void> {
  const traffic: Traffic = {unanswered: new Set(), events: 0};
  traffics.set(page, traffic);
  const end = (request: Request) => void (traffic.unanswered.delete(request) && traffic.events++);
  page.on("request", (request) => {
    if (!/^http/.test(request.url())) return;
    traffic.unanswered.add(request);
    traffic.events++;
  });
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  script ??= inPageScript(new URL("shown.ts", import.meta.url), "shown");
  await page.addInitScript({content: `${await script}; window.shown = shown;`});
}

/**
 * Waits until every cell of a followed page has shown what it shows, nothing moves, every chart is drawn at its width,
 * and neither the network nor a worker has anything left to answer: all of it in one quiet time, since what comes
 * between two looks at the page would not be drawn yet. However slow the machine is, the page is then done: no time
 * limit decides.
 */
export async function settle(page: Page): Promise<void> {
  const traffic = traffics.get(page)!;
  for (let quiet = 0; quiet < enough; ) {
    const before = traffic.events;
    const {waits, everyCellShown} = await page.evaluate<Stillness>("shown.still()");
    if (waits || traffic.unanswered.size > 0 || traffic.events !== before) quiet = 0;
    else if (everyCellShown) return;
    else quiet++;
  }
}
