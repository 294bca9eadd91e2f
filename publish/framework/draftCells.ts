// Rests on Framework 1.13.4: a cell of SQL becomes the JavaScript of `transpileSql`, which asks by the tag `sql`; a
// name that no cell gives is looked up in the window; a script in a page's head stays as it is where it names no file;
// and a page's path stands in the environment of its markdown.
import type MarkdownIt from "markdown-it";
import {parseInfo} from "@observablehq/framework/dist/info.js";
import {transpileSql} from "@observablehq/framework/dist/sql.js";
import {isSqlCell} from "../pages/cells.js";
import {unpublishedRead} from "../pages/namedCells.js";
import {frontMatter, pageSource} from "./pageSource.js";

/**
 * Lets SQL cells of draft pages ask the bench, in the preview alone, where they read what is never published. Answers
 * come over HTTP when a reader's browser asks, so that none is kept in Framework's cache. Comes after `joinCells`.
 */
export function draftCells(md: MarkdownIt, root = "src"): MarkdownIt {
  md.core.ruler.push("drafts", ({tokens, env}) => {
    const asking = tokens.filter(
      ({type, info, content}) => type === "fence" && isSqlCell(info) && unpublishedRead(content).length > 0
    );
    if (asking.length === 0 || !isDraft(root, (env as {path: string}).path)) return;
    for (const cell of asking) {
      cell.content = transpileSql(cell.content, parseInfo(cell.info).attributes).replace(
        "await sql`",
        "await workspaceSql`"
      );
      cell.info = "js";
    }
  });
  return md;
}

/**
 * The script that gives draft pages the tag that their cells ask by, before any of them runs. Framework would take an
 * address in the page's head for a module of the source folder.
 */
export const draftScript = `<script>document.write('<script src="/vaerksted/draft.js"></' + 'script>')</script>`;

function isDraft(root: string, path: string): boolean {
  const source = pageSource(root, path);
  return source !== undefined && frontMatter(source).draft === true;
}
