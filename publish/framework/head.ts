// Rests on Framework 1.13.4: `head` may be a function of a page: `data` then has `keywords` and `index` of
// the front matter, but not `description`.
import type {AuditTexts} from "../../data-loaders/ground/auditTexts.js";
import {escapeAttribute} from "../html.js";
import {iconAddress} from "../web/icon.js";
import {frontMatter, pageSource} from "./pageSource.js";
import {withAuditTexts} from "./auditTexts.js";
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
 * one file stand in it as `{navn}`, the audit's own as `{audit.name|neutral words}`.
 */
export function pageHead(
  {path, data = {}}: Page,
  made: readonly ParameterPage[] = [],
  texts: AuditTexts = {},
  root = "src"
): string {
  const source = pageSource(root, path);
  const {description = ""} = source ? frontMatter(source) : {};
  const metas = {
    description: withAuditTexts(withWords(String(description), wordsOn(path, made)), texts),
    keywords: data.keywords?.join(", "),
    robots: data.index === false ? "noindex" : undefined
  };
  return [
    ...Object.entries(metas).flatMap(([name, content]) =>
      content ? [`<meta name="${name}" content="${escapeAttribute(content)}">`] : []
    ),
    `<link rel="icon" type="image/svg+xml" href="${iconAddress}">`
  ].join("\n");
}
