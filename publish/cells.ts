import {readdirSync, readFileSync} from "node:fs";
import {join, relative, sep} from "node:path";

/** A page's markdown file. */
export interface Page {
  /** Path below the source folder with `/`, such as `audit/variation.md`. */
  path: string;
  text: string;
  draft: boolean;
}

/** An SQL cell of a page. */
export interface Cell {
  page: string;
  /** The line of the query's first word, from 1. */
  line: number;
  /** The query's text between its interpolated expressions. */
  parts: string[];
  /** The expressions, as written. */
  expressions: string[];
}

/** Every page in a source folder, in a fixed order. */
export function readPages(root: string): Page[] {
  return readdirSync(root, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md") && !entry.parentPath.includes(".observablehq"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return {path, text, draft: /^draft:\s*true\s*$/m.test(frontMatter(text))};
    });
}

/** The SQL cells of a page: fenced blocks whose language is `sql`. */
export function sqlCells({path, text}: Pick<Page, "path" | "text">): Cell[] {
  const fence = /^(`{3,})sql\b[^\n]*\n([\s\S]*?)^\1`*\s*$/gm;
  return [...text.matchAll(fence)].map((match) => {
    const start = match.index + match[0].indexOf("\n") + 1;
    return {page: path, line: lineAt(text, start), ...split(match[2]!.trim())};
  });
}

/** The value a page gives a choice as its default, where it gives one: `choose("block", {value: "actions"})`. */
export function chosenDefaults(text: string): Record<string, string> {
  const calls = text.matchAll(/\bchoose\(\s*"(\w+)"\s*,\s*\{[^{}]*?\bvalue:\s*"([^"]*)"/g);
  return Object.fromEntries([...calls].map((call) => [call[1], call[2]]));
}

function split(query: string): Pick<Cell, "parts" | "expressions"> {
  const pieces = query.split(/\$\{([^}]*)\}/);
  return {
    parts: pieces.filter((_, i) => i % 2 === 0),
    expressions: pieces.filter((_, i) => i % 2 === 1).map((expression) => expression.trim())
  };
}

function frontMatter(text: string): string {
  return /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "";
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
