import {readdirSync, readFileSync} from "node:fs";
import {join, relative, sep} from "node:path";
import {parseExpressionAt} from "acorn";
import {tables} from "../../data-loaders/tables/index.js";
import {fences} from "./fences.js";
import {withCellsRead} from "./namedCells.js";
import type {ParameterPage} from "./parameterPage.js";

/** A page's markdown file. */
export interface Page {
  /** Path below the source folder with `/`, such as `audit/variation.md`. */
  path: string;
  text: string;
  draft: boolean;
  /** Which page it is, of the many that are made from its file. */
  made?: ParameterPage;
}

/** An SQL cell of a page. */
export interface Cell {
  page: string;
  /** The name that it gives its rows. */
  id?: string;
  /** The line of the query's first word, and its column, from 1. */
  line: number;
  column: number;
  /** The query's text between its interpolated expressions, as `sql` will get it: with the cells it reads before it. */
  parts: string[];
  /** The expressions, as written. */
  expressions: string[];
  /** The parts of the query as it stands in the file, without the cells that it reads. */
  own: string[];
}

/** Every page in a source folder, in a fixed order. */
export function readPages(root: string): Page[] {
  return readdirSync(root, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.split("/").includes(".observablehq"))
    .sort()
    .map((path) => asPage(path, readFileSync(join(root, path), "utf8")));
}

/** A page by its path below the source folder, and the text of its file as it is, or as it is being written. */
export function asPage(path: string, written: string): Page {
  const text = written.replaceAll("\r\n", "\n");
  return {path, text, draft: /^draft:\s*true\s*(#.*)?$/m.test(frontMatter(text))};
}

/** Where a page lies below `dist`, without `.html`. */
export function placeOf({path, made}: Page): string {
  return made?.address ?? path.replace(/\.md$/, "");
}

/** The SQL cells of a page: fenced blocks whose language is `sql` and that Framework runs. */
export function sqlCells({path, text}: Pick<Page, "path" | "text">): Cell[] {
  const found = fences(text, frontMatter(text).length).filter(({info}) => isSqlCell(info));
  const queries = queriesOf(found);
  return found.map(({line, content, info}, i) => {
    const blank = /^\s*/.exec(content)![0].split("\n");
    const id = cellId(info);
    return {
      page: path,
      ...(id && {id}),
      line: line + blank.length,
      column: blank.at(-1)!.length + 1,
      ...splitQuery(queries[i]!.trim()),
      own: splitQuery(content.trim()).parts
    };
  });
}

/**
 * The place in the file of one in a cell's query, where each value is a `?`; both from 1.
 * @param parts the query's, with the cells that it reads: what stands in those is at the cell's beginning
 */
export function placeInPage(
  {line, column, own, parts: joined, expressions}: Cell,
  at: {line: number; column: number},
  parts = joined
): {line: number; column: number} {
  const values = expressions.slice(expressions.length - own.length + 1);
  if (at.line > 1)
    return {line: line + at.line - 1, column: columnWritten(at, parts, parts === joined ? expressions : values)};
  // What other cells put before it stands on its first line.
  const [whole, written] = [parts, own].map((some) => some.join("?").split("\n")[0]!.length);
  const within = at.column - (whole! - written!);
  return {line, column: within < 1 ? column : column - 1 + columnWritten({line: 1, column: within}, own, values)};
}

/** A column of a line where each value is written out, from one where it is a `?`. */
function columnWritten(
  {line, column}: {line: number; column: number},
  parts: readonly string[],
  expressions: readonly string[]
): number {
  const lines = parts.join("?").split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  let [at, longer] = [0, 0];
  for (const [i, part] of parts.slice(0, -1).entries()) {
    at += part.length;
    if (at >= start && at < start + column - 1) longer += (expressions[i]?.length ?? 0) + 2;
    at += 1;
  }
  return column + longer;
}

/** The names that stand for published tables in a query, and for no cell. */
export const tableNames: ReadonlySet<string> = new Set(tables.map(({name}) => name));

/** The queries of a page's SQL cells, each with the cells that it reads before it. */
export function queriesOf(cells: readonly {info: string; content: string}[]): string[] {
  return withCellsRead(
    cells.map(({info, content}) => ({id: cellId(info), query: content})),
    tableNames
  );
}

/** Whether a fence, by what stands after it, is an SQL cell that runs. */
export function isSqlCell(info: string): boolean {
  return /^sql(?!\S)/i.test(info) && !/\srun=["']?false\b/i.test(info);
}

/** The name that an SQL cell gives its rows; undefined where it gives none, or takes them apart. */
export function cellId(info: string): string | undefined {
  return /\sid=["']?([\p{L}_$][\p{L}\p{N}_$]*)["']?(?=\s|$)/u.exec(info)?.[1];
}

/**
 * The value a page gives a choice as its default, where it gives one: `choose("block",
 * {value: "actions"})`, `chooseRegister(…)`.
 */
export function chosenDefaults(text: string): Record<string, string> {
  const calls = [...text.matchAll(/(?<![\w.$])choose(?:Register)?\(/g)].map(({index}) => chosenDefault(text, index));
  return Object.fromEntries(calls.filter((call) => call !== undefined));
}

function chosenDefault(text: string, index: number): [name: string, value: string] | undefined {
  const expression = expressionAt(text, index);
  const call = expression?.type === "SequenceExpression" ? expression.expressions[0] : expression;
  const [name, options] = call?.type === "CallExpression" ? call.arguments : [];
  if (name?.type !== "Literal" || options?.type !== "ObjectExpression") return undefined;
  for (const property of options.properties) {
    if (property.type !== "Property" || property.key.type !== "Identifier" || property.key.name !== "value") continue;
    if (property.value.type === "Literal") return [String(name.value), String(property.value.value)];
  }
  return undefined;
}

/**
 * A query as the template literal that Framework makes of it. What is none has no
 * expressions, and DuckDB complains of it.
 */
export function splitQuery(query: string): Pick<Cell, "parts" | "expressions"> {
  // Framework interpolates what would end the literal early.
  const escaped = query.replace(/(?<!\\)`+/g, "${'$&'}").replace(/(?<!\\)((?:\\\\)*)\\$/, "$1${'\\\\'}");
  for (const source of [`\`${query}\``, `\`${escaped}\``]) {
    const template = expressionAt(source, 0);
    if (template?.type !== "TemplateLiteral" || template.end !== source.length) continue;
    return {
      parts: template.quasis.map(({value}) => value.cooked ?? value.raw),
      expressions: template.expressions.map(({start, end}) => source.slice(start, end))
    };
  }
  return {parts: [query], expressions: []};
}

function expressionAt(source: string, index: number) {
  try {
    return parseExpressionAt(source, index, {
      ecmaVersion: "latest",
      sourceType: "module",
      allowAwaitOutsideFunction: true
    });
  } catch {
    return undefined;
  }
}

/** The first lines of a page that say what it is, with their marks. */
export function frontMatter(text: string): string {
  return /^---\n[\s\S]*?\n---(?=\n|$)/.exec(text)?.[0] ?? "";
}
