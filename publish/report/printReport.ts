import type {BrowserContext, Page} from "playwright-core";
import {destinations} from "./destinations.js";

/**
 * The numbers of the contents take the same room before and after they are known, so the
 * second print is as a rule the last.
 */
const mostPrints = 4;

/**
 * Prints a report, given as HTML, to a PDF whose contents name the right pages. Chromium cannot give a page the number
 * it will have on paper, so the report is printed, read, and printed again with the numbers that were found.
 * @param address where the report is to stand while it is printed, on the site whose style sheets it uses
 */
export async function printReport(context: BrowserContext, address: string, html: string): Promise<Buffer> {
  const page = await context.newPage();
  await page.route(address, (route) => route.fulfill({contentType: "text/html; charset=utf-8", body: html}));
  // Laid out as on paper from the beginning: where lines break decides which soft hyphens stay.
  await page.emulateMedia({media: "print"});
  await page.goto(address);
  await page.evaluate(() => rapport.finish());
  let pages: Record<string, number> = {};
  for (let print = 0; print < mostPrints; print++) {
    const pdf = await asPdf(page);
    const found = destinations(pdf);
    if (JSON.stringify(found) === JSON.stringify(pages)) return pdf;
    pages = found;
    await page.evaluate((numbers) => rapport.writePages(numbers), pages);
  }
  throw new Error("The pages of the report never come to rest.");
}

function asPdf(page: Page): Promise<Buffer> {
  return page.pdf({preferCSSPageSize: true, printBackground: true, tagged: true, outline: true});
}
