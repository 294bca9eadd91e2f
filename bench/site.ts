import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Settings} from "../data-loaders/settings.js";
import {startBrowser} from "../test/support/chromium.js";
import {serveSite} from "../test/support/serveSite.js";
import {spread} from "./measure.js";

/** How long a reader waits for the first chart of the built site, from a server on this machine with nothing cached. */
export async function benchSite(settings: Settings, {runs = 5} = {}): Promise<string[]> {
  const dist = join(settings.root, "dist");
  if (!existsSync(join(dist, "index.html"))) throw new Error("bench site: there is no dist; run npm run build first.");
  const {address, close} = await serveSite(dist);
  const browser = await startBrowser();
  try {
    const seconds: number[] = [];
    for (let i = 0; i < runs; i++) {
      // A new context has an empty cache.
      const context = await browser.newContext();
      const page = await context.newPage();
      const started = performance.now();
      await page.goto(`${address}/audit/haandtering`);
      await page.waitForSelector(".figure svg path, .figure svg circle");
      seconds.push((performance.now() - started) / 1000);
      await context.close();
    }
    return [`first chart on /audit/haandtering, local server, cold cache, ${runs} runs: ${spread(seconds, "s")}`];
  } finally {
    await browser.close();
    await close();
  }
}
