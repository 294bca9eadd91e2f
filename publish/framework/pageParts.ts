// Rests on Framework 1.13.4: what `build` takes into a site is what its parser finds in a page's code, HTML and
// front matter, and in the modules that the page imports. These are the very functions that `build` calls.
import type {AnyNode, Node, TaggedTemplateExpression} from "acorn";
import {full} from "acorn-walk";
import {findAssets} from "@observablehq/framework/dist/html.js";
import {findFiles} from "@observablehq/framework/dist/javascript/files.js";
import {findImports, type Import} from "@observablehq/framework/dist/javascript/imports.js";
import {readJavaScriptSync} from "@observablehq/framework/dist/javascript/module.js";
import {parseProgram} from "@observablehq/framework/dist/javascript/parse.js";
import {findReferences} from "@observablehq/framework/dist/javascript/references.js";
import {getImplicitInputImports} from "@observablehq/framework/dist/libraries.js";
import {joinCells} from "./joinCells.js";
import {placeOf, readCode, type PageCell, type PageCode} from "./pageCode.js";

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
  const {frontMatter, body, code} = readCode(path, text, joinCells);
  const {files, localImports, globalImports} = withAssets.test(body)
    ? findAssets(body, `/${path}`)
    : {files: [], localImports: [], globalImports: []};
  return {frontMatter, code, assets: [...files, ...localImports, ...globalImports]};
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
export function usesOf(piece: PageCode, names: (name: string) => boolean): {name: string; line: number}[] {
  return findReferences(piece.node.body, {filterReference: ({name}) => names(name)}).map(({name, start}) => ({
    name,
    line: placeOf(piece, start).line
  }));
}

/** Names that Framework fetches a library from the network for, where a page does not define them. */
export function isImplicit(name: string): boolean {
  return getImplicitInputImports([name]).size > 0;
}

/** The names that Framework has of its own, and pages take from the site's instead. */
const ofNotebook = new Set(["Inputs", "Plot", "html", "sql", "svg"]);

/** What a page is told that uses such a name. */
export function notImported(name: string): string {
  const from = ofNotebook.has(name) ? " fra components/notebook.js" : "";
  return `Siden bruger ${name} uden at importere det${from}, så Framework ville hente sin egen fra nettet.`;
}

/** What a piece of code imports by a name that only the browser can resolve, or takes from its own address. */
export function computedImports(piece: PageCode): number[] {
  const lines: number[] = [];
  full(piece.node.body, (any) => {
    const found = any as AnyNode;
    const computed =
      found.type === "ImportExpression" && !(found.source.type === "Literal" && typeof found.source.value === "string");
    if (computed || found.type === "MetaProperty") lines.push(placeOf(piece, found.start).line);
  });
  return lines;
}

/** What a piece of code writes after a tag, such as queries: text between interpolated values, and the line of each. */
export function taggedTemplates(piece: PageCode, tags: ReadonlySet<string>): {parts: string[]; line: number}[] {
  const found: {parts: string[]; line: number}[] = [];
  full(piece.node.body, (any) => {
    const {type, tag, quasi} = any as TaggedTemplateExpression;
    if (type !== "TaggedTemplateExpression") return;
    const called = tag.type === "MemberExpression" ? tag.property : tag;
    if (called.type !== "Identifier" || !tags.has(called.name)) return;
    found.push({
      parts: quasi.quasis.map(({value}) => value.cooked ?? value.raw),
      line: placeOf(piece, quasi.start).line
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
