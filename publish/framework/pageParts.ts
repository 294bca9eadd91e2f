// Rests on Framework 1.13.4: what `build` takes into a site is what its parser finds in a page's code, HTML and
// front matter, and in the modules that the page imports. These are the very functions that `build` calls.
import type {AnyNode, Node, TaggedTemplateExpression} from "acorn";
import {full} from "acorn-walk";
import {readFrontMatter} from "@observablehq/framework/dist/frontMatter.js";
import {findAssets} from "@observablehq/framework/dist/html.js";
import {findFiles} from "@observablehq/framework/dist/javascript/files.js";
import {findImports, type Import} from "@observablehq/framework/dist/javascript/imports.js";
import {readJavaScriptSync} from "@observablehq/framework/dist/javascript/module.js";
import {parseProgram} from "@observablehq/framework/dist/javascript/parse.js";
import {findReferences} from "@observablehq/framework/dist/javascript/references.js";
import {getImplicitInputImports} from "@observablehq/framework/dist/libraries.js";
import {createMarkdownIt, parseMarkdown, type JavaScriptNode} from "@observablehq/framework/dist/markdown.js";
import {joinCells} from "./joinCells.js";

/** A piece of JavaScript that Framework makes of a page: a cell, or what stands in `${…}`. */
export interface PageCode {
  /** The file's line of its first line, from 1. */
  line: number;
  node: JavaScriptNode;
}

/** The same, with the name of the place at which the page shows it. */
export interface PageCell extends PageCode {
  id: string;
}

/** What a page brings along. */
export interface PageParts {
  frontMatter: Record<string, unknown>;
  code: PageCell[];
  /** The files, scripts and styles that its HTML names, as Framework resolves them. */
  assets: string[];
}

/** A first line by which front matter is not YAML but a program that runs when the page is read. */
export const runningFrontMatter = /^\uFEFF?---(?!-)[^\S\n]*[^\s].*/;

/** Which elements Framework looks for files in; a browser takes `image` for `img`. */
const withAssets = /<(?:img|image|audio|video|source|picture|link|script)(?![a-z-])|\bdownload\b/i;

/** @param text of the file, whose front matter must be YAML: another would run */
export function pageParts(path: string, text: string): PageParts {
  const {content, data} = readFrontMatter(text);
  const above = text.slice(0, text.length - content.length).split("\n").length;
  const md = joinCells(createMarkdownIt());
  const blocks = new Map<string, {first: number; content: string}>();
  const {fence} = md.renderer.rules;
  md.renderer.rules.fence = (tokens, i, options, env: {code: {id: string}[]}, self) => {
    const before = env.code.length;
    const {content, map} = tokens[i]!;
    const html = fence!(tokens, i, options, env, self);
    for (const {id} of env.code.slice(before)) blocks.set(id, {first: above + map![0] + 1, content});
    return html;
  };
  const page = parseMarkdown(text, {md, path: `/${path.replace(/\.md$/, "")}`});
  const code = page.code.map(({id, node}) => {
    const block = blocks.get(id);
    if (!block) return {id, line: lineOf(text, `\${${node.input}`), node};
    // JavaScript stays as it is; of a query, what stands before its first word is left out.
    const blank = node.input === block.content ? 0 : /^\s*/.exec(block.content)![0].split("\n").length - 1;
    return {id, line: block.first + blank, node};
  });
  const {files, localImports, globalImports} = withAssets.test(page.body)
    ? findAssets(page.body, `/${path}`)
    : {files: [], localImports: [], globalImports: []};
  return {frontMatter: data, code, assets: [...files, ...localImports, ...globalImports]};
}

/**
 * What a module of the source folder imports, and which files it asks for.
 * @param path below the source folder
 * @throws SyntaxError where it cannot be read, or names a file outside
 */
export function moduleParts(file: string, path: string): {imports: Import[]; files: string[]} {
  const source = readJavaScriptSync(file);
  const program = parseProgram(source);
  return {
    imports: findImports(program, `/${path}`, source),
    files: findFiles(program, `/${path}`, source).map(({name}) => name)
  };
}

/** The first line of a text that has something, from 1; 1 where none has. */
export function lineOf(text: string, what: string): number {
  const at = text.indexOf(what);
  return at < 0 ? 1 : text.slice(0, at).split("\n").length;
}

/** The lines of a piece of code at which a page uses names that no cell defines. */
export function usesOf({line, node}: PageCode, names: (name: string) => boolean): {name: string; line: number}[] {
  return findReferences(node.body, {filterReference: ({name}) => names(name)}).map(({name, start}) => ({
    name,
    line: lineAt(line, node, start)
  }));
}

/** Names that Framework fetches a library from the network for, where a page does not define them. */
export function isImplicit(name: string): boolean {
  return getImplicitInputImports([name]).size > 0;
}

/** What a page is told that uses such a name. */
export function notImported(name: string): string {
  return `Siden importerer ikke ${name} fra components/notebook.js, så Framework ville hente sin egen fra nettet.`;
}

/** What a piece of code imports by a name that only the browser can resolve, or takes from its own address. */
export function computedImports({line, node}: PageCode): number[] {
  const lines: number[] = [];
  full(node.body, (any) => {
    const found = any as AnyNode;
    const computed =
      found.type === "ImportExpression" && !(found.source.type === "Literal" && typeof found.source.value === "string");
    if (computed || found.type === "MetaProperty") lines.push(lineAt(line, node, found.start));
  });
  return lines;
}

/** What a piece of code writes after a tag, such as queries: text between interpolated values, and the line of each. */
export function taggedTemplates({line, node}: PageCode, tags: ReadonlySet<string>): {parts: string[]; line: number}[] {
  const found: {parts: string[]; line: number}[] = [];
  full(node.body, (any) => {
    const {type, tag, quasi} = any as TaggedTemplateExpression;
    if (type !== "TaggedTemplateExpression") return;
    const called = tag.type === "MemberExpression" ? tag.property : tag;
    if (called.type !== "Identifier" || !tags.has(called.name)) return;
    found.push({
      parts: quasi.quasis.map(({value}) => value.cooked ?? value.raw),
      line: lineAt(line, node, quasi.start)
    });
  });
  return found;
}

/** The names under which a piece of code imports something, such as `q` of `import {sql as q}`. */
export function importedAs({node}: PageCode, name: string): string[] {
  const names: string[] = [];
  full(node.body, (any: Node) => {
    const found = any as AnyNode;
    if (found.type === "ImportSpecifier" && found.imported.type === "Identifier" && found.imported.name === name)
      names.push(found.local.name);
  });
  return names;
}

function lineAt(first: number, {input}: JavaScriptNode, offset: number): number {
  return first + input.slice(0, offset).split("\n").length - 1;
}
