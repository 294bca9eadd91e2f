import type {BrowserContext, Page} from "playwright-core";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import {follow, settle} from "../browser/settle.js";
import type {TakenPage, Taking} from "./client/takePage.js";
import type {Chapter} from "./outline.js";

/** Pages drawn at once: a browser waits for its network about as long as it draws. */
const atOnce = 3;
/**
 * Charts are drawn as on a wide screen, in columns and with their legends beside them, and
 * fit A4 when made a little smaller.
 */
export const viewport = {width: 940, height: 1000};

/**
 * Opens every page that the chapters take from, and takes what they say, in order.
 * @param site the address that the site is served at
 */
export async function takeChapters(
  context: BrowserContext,
  site: string,
  chapters: readonly Chapter[]
): Promise<TakenPage[]> {
  const parts = chapters.flatMap(({address, also, width = viewport.width, ...taking}, chapter) => [
    {chapter, address, width, taking},
    ...(also ?? []).map(({address, figures}) => ({chapter, address, width, taking: {...taking, figures}}))
  ]);
  const taken: TakenPage[] = [];
  const waiting = parts.entries();
  const work = async () => {
    const page = await context.newPage();
    await follow(page);
    // One list for all of them: whoever is done takes the next.
    for (const [i, {address, width, taking}] of waiting) {
      await page.setViewportSize({...viewport, width});
      taken[i] = await takeOne(page, `${site}/${address}`, {...taking, prefix: `d${i}-`});
    }
    await page.close();
  };
  await Promise.all(Array.from({length: Math.min(atOnce, parts.length)}, work));
  return chapters.map((_, chapter) => {
    const own = taken.filter((_, i) => parts[i]!.chapter === chapter);
    return {...own[0]!, body: own.map(({body}) => body).join("\n")};
  });
}

async function takeOne(page: Page, address: string, taking: Taking): Promise<TakenPage> {
  await page.goto(address, {waitUntil: "load"});
  await settle(page);
  const taken = await page.evaluate((options) => rapport.takePage(options), taking);
  if (taken.errors.length > 0)
    throw new Refusal(
      `Siden ${new URL(address).pathname} kan ikke vise alt (${taken.errors[0]}), så rapporten er ikke skrevet; kør npm run build igen.`
    );
  return taken;
}
