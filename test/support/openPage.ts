import type {Browser, BrowserContextOptions, Page} from "playwright-core";
import {follow, settle} from "../../publish/browser/settle.js";

export {settle};

/** A page in the browser, with everything it said and did that a good page does not. */
export interface OpenPage {
  page: Page;
  /**
   * Console messages, uncaught errors, what the page's policy stopped, failed requests and
   * requests to another origin, as they come.
   */
  complaints: string[];
  /** Every address it asked for. */
  requests: string[];
  close(): Promise<void>;
}

/** Opens an address and waits until its cells have run and its figures are drawn. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {}
): Promise<OpenPage> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, locale: "da-DK", ...options});
  const page = await context.newPage();
  const {origin} = new URL(address);
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`page error: ${error.message}`));
  page.on("requestfailed", (request) => complaints.push(`request failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`answer ${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    requests.push(request.url());
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin)
      complaints.push(`other origin: ${request.url()}`);
  });
  await follow(page);
  await page.addInitScript(reportViolations);
  await page.addInitScript(countShifts);
  await page.goto(address);
  await settle(page);
  return {page, complaints, requests, close: () => context.close()};
}

/** In the page, as `moved`: how far what was seen moved by itself. */
function countShifts(): void {
  Object.assign(window, {moved: 0});
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {value: number})[])
      Object.assign(window, {moved: (window as unknown as {moved: number}).moved + entry.value});
  }).observe({type: "layout-shift", buffered: true});
}

/** In the page: not every browser writes in its console what a Content-Security-Policy stopped. */
function reportViolations(): void {
  addEventListener("securitypolicyviolation", ({effectiveDirective, blockedURI, sample}) => {
    console.error(`policy: ${effectiveDirective} stopped ${blockedURI} ${sample}`);
  });
}
