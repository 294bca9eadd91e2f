import type {Page} from "playwright-core";
import type {Picture} from "../web/sharing.js";

/** Those who show links cut what is taller than it is wide. */
const tallest = 1;
/** Pixels below the source: what comes next is a line further down. */
const below = 4;

/** The first chart of an opened page with its title, sentence and source, as a picture. */
export async function pictureOf(page: Page): Promise<Picture | undefined> {
  const figure = page.locator("main figure.figure:has(svg):visible").first();
  if ((await figure.count()) === 0) return undefined;
  const {alt, x, y, width, height} = await figure.evaluate((node) => {
    const {left, top, width} = node.getBoundingClientRect();
    const {bottom} = node.querySelector(".figure-source")!.getBoundingClientRect();
    const alt = [".figure-head", ".figure-sentence"].map((part) => node.querySelector(part)?.textContent ?? "");
    return {alt: alt.join(". "), x: left + scrollX, y: top + scrollY, width, height: bottom - top};
  });
  const clip = {
    x: Math.floor(x),
    y: Math.floor(y),
    width: Math.ceil(width),
    height: Math.floor(Math.min(height + below, tallest * width))
  };
  const png = await page.screenshot({clip, fullPage: true});
  return {png: png.toString("base64"), width: clip.width, height: clip.height, alt};
}
