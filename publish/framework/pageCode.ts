// Rests on Framework 1.13.4: what a cell gives a page stands in `code` of its markdown's environment; SQL and HTML
// become a template after a tag, without a first empty line; `${…}` are tokens `placeholder`; and a cell that cannot be
// read becomes an element that says `SyntaxError: words (line:column)`, of the JavaScript that the cell is.
import type {Identifier, ImportDeclaration, Node} from "acorn";
import {findReferences} from "@observablehq/framework/dist/javascript/references.js";
import {createMarkdownIt, parseMarkdown, type JavaScriptNode} from "@observablehq/framework/dist/markdown.js";
import {readFrontMatter} from "@observablehq/framework/dist/frontMatter.js";
import type MarkdownIt from "markdown-it";

/** A place in a file, both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A piece of JavaScript that Framework makes of a page: a cell, or what stands in `${…}`. */
export interface PageCode extends Place {
  /** How much of the code Framework puts before what stands at this place of the file. */
  before: number;
  node: JavaScriptNode;
}

/** The same, with the name of the place at which the page shows it. */
export interface PageCell extends PageCode {
  id: string;
}

/** A cell that Framework cannot read, and why in its words. */
export interface BrokenCode extends Place {
  content: string;
  words: string;
}

/** What Framework makes of a page's text. */
export interface ReadCode {
  frontMatter: Record<string, unknown>;
  /** The page's HTML. */
  body: string;
  code: PageCell[];
  broken: BrokenCode[];
  /** Where a `${` begins an expression that never ends, so that readers see it as text. */
  unclosed: Place[];
}

/**
 * Reads a page as Framework does, with the place of each piece of code in the file.
 * @param text of the file, whose front matter must be YAML: another would run
 * @param prepare what the project teaches Framework's markdown
 */
export function readCode(path: string, text: string, prepare = (md: MarkdownIt) => md): ReadCode {
  const {content, data} = readFrontMatter(text);
  const above = text.slice(0, text.length - content.length).split("\n").length;
  const lines = content.split("\n");
  const md = prepare(createMarkdownIt());
  const places = new Map<string, Pick<PageCode, "line" | "column" | "before">>();
  const broken: BrokenCode[] = [];
  const unclosed: Place[] = [];
  placeExpressions(md, {lines, above}, unclosed);
  const {fence, placeholder} = md.renderer.rules;
  md.renderer.rules.fence = (tokens, i, options, env: Environment, self) => {
    const before = env.code.length;
    const {content, map} = tokens[i]!;
    const first = {line: above + map![0] + 1, column: 1};
    const html = fence!(tokens, i, options, env, self);
    const piece = env.code[before];
    if (piece) places.set(piece.id, placeIn(piece.node.input, content, first));
    else {
      const words = errorIn(html);
      if (words) broken.push({...brokenAt(words, content, first), content});
    }
    return html;
  };
  md.renderer.rules.placeholder = (tokens, i, options, env: Environment, self) => {
    const before = env.code.length;
    const {content, meta} = tokens[i]!;
    const place = (meta as {place?: Place} | null)?.place ?? {line: above, column: 1};
    const html = placeholder!(tokens, i, options, env, self);
    const piece = env.code[before];
    if (piece) places.set(piece.id, {...place, before: 0});
    else broken.push({...place, content, words: errorIn(html) ?? "invalid expression"});
    return html;
  };
  const page = parseMarkdown(text, {md, path: `/${path.replace(/\.md$/, "")}`});
  const code = page.code.map(({id, node}) => ({id, ...places.get(id)!, node}));
  return {frontMatter: data, body: page.body, code, broken, unclosed};
}

interface Environment {
  code: {id: string; node: JavaScriptNode}[];
}

/** The place in the file of a character of a piece of code. */
export function placeOf({line, column, before, node}: PageCode, offset: number): Place {
  const lines = node.input.slice(Math.min(before, offset), offset).split("\n");
  return {line: line + lines.length - 1, column: (lines.length === 1 ? column : 1) + lines.at(-1)!.length};
}

/** The names that a piece of code uses and no part of it defines, but for those of JavaScript itself. */
export function namesUsed({node}: PageCode): Identifier[] {
  return findReferences(node.body);
}

/** The names that a piece of code gives the page's other cells, each where it stands. */
export function namesGiven({node}: PageCode): Identifier[] {
  return (node.declarations ?? []) as Identifier[];
}

/** What a piece of code imports with names. */
export function importsOf({node}: PageCode): ImportDeclaration[] {
  return ((node.body as {body?: Node[]}).body ?? []).filter(
    (part): part is ImportDeclaration => part.type === "ImportDeclaration"
  );
}

/** JavaScript stays as it is; SQL and HTML stand after a tag, without a first empty line. */
function placeIn(input: string, content: string, first: Place): Pick<PageCode, "line" | "column" | "before"> {
  if (input === content) return {...first, before: 0};
  const opening = /^[^`]*`/.exec(input)?.[0].length ?? 0;
  return {line: first.line + (content.startsWith("\n") ? 1 : 0), column: 1, before: opening};
}

function errorIn(html: string): string | undefined {
  const words = /observablehq--error"[^>]*>SyntaxError: ([\s\S]*?)<\//.exec(html)?.[1];
  return words?.replace(/&(?:#x([0-9a-f]+)|(\w+));/gi, (all, code: string, entity: string) =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : (entities[entity] ?? all)
  );
}

const entities: Record<string, string> = {amp: "&", lt: "<", gt: ">", quot: '"'};

/** The place that an error of the parser, or of the compiler of TypeScript, names. */
function brokenAt(said: string, content: string, first: Place): Place & {words: string} {
  const ofTypeScript = /:(\d+):(\d+): ERROR: ([^\n]*)/.exec(said);
  const [, line, column, words] = ofTypeScript ?? [];
  if (ofTypeScript) return {line: first.line + Number(line) - 1, column: Number(column) + 1, words: words!};
  const of = /^([\s\S]*?) \((\d+):(\d+)\)$/.exec(said);
  if (!of) return {...first, line: Math.max(1, first.line - 1), words: said};
  const last = content.trimEnd().split("\n");
  const at = Math.min(Number(of[2]), last.length);
  // What is missing at the end of a cell is missing on its last line.
  const end = Number(of[2]) > last.length ? last.at(-1)!.length : Number(of[3]);
  return {line: first.line + at - 1, column: end + 1, words: of[1]!};
}

/** Notes at each `${…}` of a page where it stands in the file; the tokens around it know their lines alone. */
function placeExpressions(
  md: MarkdownIt,
  {lines, above}: {lines: readonly string[]; above: number},
  unclosed: Place[]
): void {
  let maps: ([number, number] | null)[] = [];
  md.core.ruler.before("placeholder", "places_before", ({tokens}) => void (maps = tokens.map(({map}) => map)));
  md.core.ruler.after("placeholder", "places_after", ({tokens}) => {
    for (const [i, {type, children}] of tokens.entries()) {
      const map = maps[i];
      if (type !== "inline" || !map) continue;
      const block = lines.slice(...map).join("\n");
      let from = 0;
      const placed = (what: string): Place => {
        const found = block.indexOf(what, from);
        if (found >= 0) from = found + what.length;
        const before = block.slice(0, Math.max(0, found)).split("\n");
        return {line: above + map[0] + before.length - 1, column: before.at(-1)!.length + 1};
      };
      for (const child of children ?? []) {
        if (child.type === "placeholder") {
          const {line, column} = placed(`\${${child.content.split("\n")[0]}`);
          child.meta = {place: {line, column: column + 2}};
        } else if (child.type === "text" && child.content.includes("${")) unclosed.push(placed("${"));
      }
    }
  });
}
