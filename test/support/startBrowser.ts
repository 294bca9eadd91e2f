import type {Browser} from "playwright-core";
import * as chromium from "../../publish/browser/chromium.js";
import {hang} from "./hang.js";

/** The browser of the tests: what is waited for in it comes when it comes, however slow the machine is. */
export async function startBrowser(): Promise<Browser> {
  const browser = await chromium.startBrowser();
  browser.on("context", (context) => context.setDefaultTimeout(hang));
  return browser;
}
