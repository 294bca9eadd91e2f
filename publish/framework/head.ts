// Rests on Framework 1.13.4: `head` may be a function of a page: `data` then has `keywords` and `index` of
// the front matter, but not `description`.
import {escapeAttribute} from "../html.js";
import {frontMatter, pageSource} from "./pageSource.js";
import {withWords, wordsOn} from "./pageWords.js";
import type {ParameterPage} from "../pages/parameterPage.js";

/** What Framework passes of a page: its address and the front matter fields of its own. */
interface Page {
  path: string;
  data?: {keywords?: string[]; index?: boolean};
}

/**
 * The part of a page's head that its front matter decides: description, keywords, and with `index: false` that the page
 * is left out of search engines, the site's own search and its sitemap; and the site's icon.
 * Framework keeps the description to itself, so it is read from the page's file below `root`. Words of pages made from
 * one file stand in it as `{navn}`.
 */
export function pageHead({path, data = {}}: Page, made: readonly ParameterPage[] = [], root = "src"): string {
  const source = pageSource(root, path);
  const {description = ""} = source ? frontMatter(source) : {};
  const metas = {
    description: withWords(String(description), wordsOn(path, made)),
    keywords: data.keywords?.join(", "),
    robots: data.index === false ? "noindex" : undefined
  };
  return [
    ...Object.entries(metas).flatMap(([name, content]) =>
      content ? [`<meta name="${name}" content="${escapeAttribute(content)}">`] : []
    ),
    `<link rel="icon" type="image/svg+xml" href="${icon}">`
  ].join("\n");
}

// Five bars from the lowest to the highest, one of them one's own, as in the site's variation diagrams.
const bars = [
  {x: 5, height: 6, color: "#fff"},
  {x: 10, height: 9, color: "#fff"},
  {x: 15, height: 13, color: "#ffb48f"},
  {x: 20, height: 17, color: "#fff"},
  {x: 25, height: 21, color: "#fff"}
];

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#2868c0"/>${bars
  .map(
    ({x, height, color}) => `<rect x="${x - 1.5}" y="${26 - height}" width="3.4" height="${height}" fill="${color}"/>`
  )
  .join("")}</svg>`;

/** The site's icon as an address that needs no request; in base64, since Framework escapes what already is. */
export const icon = `data:image/svg+xml;base64,${btoa(svg)}`;
