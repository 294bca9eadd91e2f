import type {Browser} from "playwright-core";
import type {Served} from "./firstCharts.js";

/** What a figure must have to be read: what is missing on a page, by the ids of its figures. */
function missing(): {figures: number; unread: string[]} {
  const figures = Array.from(document.querySelectorAll<HTMLElement>("figure.figure"));
  const seen = (figure: Element, selector: string) =>
    Array.from(figure.querySelectorAll(selector)).some((part) => part.getBoundingClientRect().height > 0);
  const read = (figure: Element) =>
    seen(figure, ".figure-source") &&
    (seen(figure, ".figure-empty") || (seen(figure, ".figure-sentence") && seen(figure, "table, .figure-note")));
  return {figures: figures.length, unread: figures.filter((figure) => !read(figure)).map(({id}) => id)};
}

/** How many figures of all pages can be read where no script runs: sentence, N and table. */
export async function benchWithoutScripts(
  browser: Browser,
  served: Served,
  pages: ReadonlyMap<string, string[]>
): Promise<string[]> {
  const context = await browser.newContext({javaScriptEnabled: false, viewport: {width: 1280, height: 900}});
  const page = await context.newPage();
  let all = 0;
  const unread: string[] = [];
  for (const address of [...pages.values()].flat()) {
    await page.goto(served.site + address);
    const found = await page.evaluate(missing);
    all += found.figures;
    unread.push(...found.unread.map((id) => `${address}#${id}`));
  }
  await context.close();
  return [
    `figures with sentence, N and table where no script runs: ${all - unread.length} of ${all}`,
    ...unread.map((one) => `  not ${one}`)
  ];
}
