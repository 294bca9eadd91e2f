import {existsSync, readdirSync} from "node:fs";
import {basename, dirname, join, posix} from "node:path";
import {nearest} from "../../data-loaders/ground/refusal.js";
import {formFolder} from "../form/formFiles.js";
import {all, readHtml} from "../html.js";
import {lineOf} from "../framework/pageParts.js";
import type {Finding} from "./problem.js";

/**
 * Links to pages of the site that are not there. Which values a page of one file for many has, its links are not asked.
 * @param path of the page below `src`
 * @param body of the page, as its markdown is rendered
 */
export function linkFindings(root: string, {path, text, body}: {path: string; text: string; body: string}): Finding[] {
  const addresses = new Set(all("a[href]", readHtml(body)).map(({attribs}) => attribs.href!));
  return [...addresses].flatMap((address) => {
    // What leads elsewhere, and what a cell completes.
    if (/^(?:[a-z][a-z+.-]*:|\/\/|#|\?|$)|\$\{/i.test(address)) return [];
    const wanted = decodeURI(address.replace(/[?#].*$/, "")).replace(/\.(?:md|html)$/, "");
    const page = wanted.startsWith("/") ? wanted.slice(1) : posix.join(posix.dirname(path), wanted);
    const src = join(root, "src");
    if (isPage(src, page)) return [];
    const near = nearest(basename(page), pagesIn(join(src, dirname(page))));
    const message = `Linket »${address}« fører til en side, der ikke er der; ${near ? `mente du ${near}?` : "ret det."}`;
    return [{line: lineOf(text, address), severity: "warning" as const, message}];
  });
}

function isPage(src: string, page: string): boolean {
  if (page.startsWith("..")) return false;
  if (page.split("/")[0] === formFolder) return true;
  if (page === "." || page.endsWith("/")) return existsSync(join(src, page, "index.md"));
  return (
    existsSync(join(src, `${page}.md`)) ||
    existsSync(join(src, page, "index.md")) ||
    pagesIn(join(src, dirname(page))).some((name) => name.startsWith("["))
  );
}

function pagesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => name.replace(/\.md$/, ""));
}
