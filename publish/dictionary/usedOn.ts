import {join} from "node:path";
import {addressOf} from "../pages/pageText.js";
import {readPages, sqlCells, type Page} from "../pages/cells.js";
import {frontMatter} from "../framework/pageSource.js";
import {isTemplate} from "../pages/parameterPages.js";
import type {UsedOn} from "./entry.js";

/** Which pages use what: published tables, their columns, and the ids of answers, composites and indicators. */
export interface Uses {
  table(name: string): UsedOn[];
  column(table: string, name: string): UsedOn[];
  /** By an id in quotes, or by a choice that offers it. */
  id(id: string, choices?: string[]): UsedOn[];
}

interface ReadPage {
  page: UsedOn;
  text: string;
  /** The words of each query, by the tables it reads; `*` among them takes every column. */
  queries: {tables: Set<string>; words: Set<string>}[];
}

/**
 * Reads which tables and columns the SQL cells of every page name. Pages made from a template
 * are represented by their list.
 */
export function usesOf(src: string): Uses {
  const pages = readPages(src);
  const read = pages.filter(({draft, path}) => !draft && path !== "404.md").map((page) => readUses(page, src, pages));
  const where = (uses: (page: ReadPage) => boolean) => distinct(read.filter(uses).map(({page}) => page));
  return {
    table: (name) => where(({queries}) => queries.some(({tables}) => tables.has(name))),
    column: (table, name) =>
      where(({queries}) => queries.some(({tables, words}) => tables.has(table) && (words.has(name) || words.has("*")))),
    id: (id, choices = []) =>
      where(
        ({text}) =>
          text.includes(`"${id}"`) ||
          text.includes(`'${id}'`) ||
          choices.some((choice) => text.includes(`choose("${choice}"`))
      )
  };
}

function readUses(page: Page, src: string, pages: Page[]): ReadPage {
  const queries = sqlCells(page).map(({parts}) => {
    const query = parts.join(" ").replace(/--.*$/gm, "");
    const tables = new Set(Array.from(query.matchAll(/\b(?:from|join)\s+"?(\w+)/gi), ([, table]) => table!));
    const words = new Set(query.match(/\w+/g) ?? []);
    if (/\b(?:select|distinct|,)\s*(?:\w+\.)?\*|^\s*from\b/i.test(query)) words.add("*");
    return {tables, words};
  });
  return {page: linkTo(page, src, pages), text: page.text, queries};
}

function linkTo({path}: Page, src: string, pages: Page[]): UsedOn {
  const list = `${path.split("/").slice(0, -1).join("/")}/index.md`;
  const file = isTemplate(path) && pages.some((page) => page.path === list) ? list : path;
  return {
    address: addressOf(file.replace(/\.md$/, ".html")),
    title: String(frontMatter(join(src, file)).title ?? file)
  };
}

function distinct(pages: UsedOn[]): UsedOn[] {
  return [...new Map(pages.map((page) => [page.address, page])).values()];
}
