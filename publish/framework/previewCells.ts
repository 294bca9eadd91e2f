// Rests on Framework 1.13.4: when a page's markdown has been rendered, its pieces of code stand in `code` of the
// environment, each with the id of the comment where it shows; a name or an import of theirs can be what Framework
// fetches from the network; and JavaScript that cannot be parsed is shown as an error at once.
import {readFileSync} from "node:fs";
import type MarkdownIt from "markdown-it";
import {readFrontMatter} from "@observablehq/framework/dist/frontMatter.js";
import {parseJavaScript} from "@observablehq/framework/dist/javascript/parse.js";
import {getImplicitFileImports} from "@observablehq/framework/dist/libraries.js";
import type {JavaScriptNode, MarkdownCode} from "@observablehq/framework/dist/markdown.js";
import {isImplicit, lineOf, notImported} from "./pageParts.js";
import {pageSource} from "./pageSource.js";
import {placed, placesElement, scriptWords, type Places} from "./previewClient.js";

/** What Framework's markdown knows of the page it renders. */
interface Environment {
  code: MarkdownCode[];
  path: string;
}

/**
 * Shows in the preview, in place of a cell for which Framework would fetch something from the network, what the cell
 * lacks: without a network the page, and at the next save the preview, would die of it. What is wrong with a cell is
 * shown with its line of the file. Comes after everything else.
 * @param tell where each sentence is said once, by page and line, until it is another
 */
export function previewCells(md: MarkdownIt, root = "src", tell = console.error as (line: string) => void): MarkdownIt {
  const sources = new WeakMap<Environment, Source>();
  const sourceOf = (env: Environment) => sources.get(env) ?? sources.set(env, readSource(root, env.path)).get(env)!;
  const told = new Map<string, string>();

  const {fence} = md.renderer.rules;
  md.renderer.rules.fence = (tokens, i, options, env: Environment, self) => {
    const known = env.code.length;
    const {map, info} = tokens[i]!;
    const html = fence!(tokens, i, options, env, self);
    const {file, above, lines} = sourceOf(env);
    const line = above + map![0] + 1;
    for (const {id} of env.code.slice(known)) lines[id] = line;
    const isScript = /^js\b/.test(info);
    return html.replace(shownError, (_, start: string, sentence: string) => {
      const [, row, column] = (isScript && /\((\d+):(\d+)\)$/.exec(sentence)) || [];
      const at = row === undefined ? `${line}` : `${line + Number(row) - 1}:${Number(column) + 1}`;
      return start + placed({file, at}, scriptWords(sentence));
    });
  };

  const {render} = md.renderer;
  md.renderer.render = function (tokens, options, env: Environment) {
    const html = render.call(this, tokens, options, env);
    if (env.code === undefined) return html;
    const {file, text, lines} = sourceOf(env);
    const said: string[] = [];
    const defined = new Set(env.code.flatMap(({node}) => node.declarations?.map(({name}) => name) ?? []));
    for (const piece of env.code) {
      lines[piece.id] ??= lineOf(text, `\${${piece.node.input}`);
      const sentence = fromNetwork(piece, defined);
      if (sentence === undefined) continue;
      said.push(`${file}:${lines[piece.id]}: ${sentence}`);
      piece.node = failing(piece, sentence, env.path);
      if (piece.mode === "jsx") piece.mode = "block";
    }
    const all = said.join("\n");
    // A page that is being saved is empty for a moment.
    if (tokens.length > 0 && all !== (told.get(env.path) ?? "")) {
      told.set(env.path, all);
      if (all) tell(all);
    }
    return html + placesScript({file, lines});
  };
  return md;
}

/** An error that Framework has written into a page, as text. */
const shownError = /(<\w+ class="observablehq--inspect observablehq--error"[^>]*>)([^<]*)/;

interface Source extends Places {
  /** The whole file. */
  text: string;
  /** How many of its lines come before what is rendered, and one. */
  above: number;
}

function readSource(root: string, path: string): Source {
  const source = pageSource(root, path);
  const text = source === undefined ? "" : readFileSync(source, "utf8").replaceAll("\r\n", "\n");
  const before = text.slice(0, text.length - readFrontMatter(text).content.length);
  return {file: source ?? path, text, above: before.split("\n").length, lines: {}};
}

/** Why Framework would fetch something from the network for a piece of code; undefined where it would not. */
function fromNetwork({node, mode}: MarkdownCode, defined: ReadonlySet<string>): string | undefined {
  if (mode === "jsx") return "Framework ville hente React fra nettet til en celle i jsx; skriv den i js.";
  const foreign = node.imports.find(({name}) => /^(npm|jsr|https?):/.test(name));
  if (foreign) return `Siden importerer »${foreign.name}«, som ikke er en af pakkerne i package.json.`;
  if (getImplicitFileImports(node.files.flatMap(({method}) => method ?? [])).size > 0)
    return "Siden bruger FileAttachment, og en side henter ingen filer selv; tal kommer fra SQL-celler.";
  const missing = node.references.find(({name}) => !defined.has(name) && isImplicit(name));
  return missing && notImported(missing.name);
}

/** Code that gives the same names, to none of which it comes. */
function failing({node, mode}: MarkdownCode, sentence: string, path: string): JavaScriptNode {
  const failure = `throw new Error(${JSON.stringify(sentence)})`;
  if (mode === "inline") return parseJavaScript(`(() => { ${failure}; })()`, {path, inline: true});
  const names = node.declarations?.map(({name}) => name) ?? [];
  return parseJavaScript(`${failure};${names.length > 0 ? ` var ${names.join(", ")};` : ""}`, {path});
}

/** The places of a page's cells, for the script that shows their errors. */
function placesScript({file, lines}: Places): string {
  const json = JSON.stringify({file, lines}).replaceAll("<", "\\u003c");
  return `<script type="application/json" id="${placesElement}">${json}</script>\n`;
}
