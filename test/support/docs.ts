import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import MarkdownIt from "markdown-it";
import {checkout} from "./project.js";

/** Every text for readers of the repository, by its path. */
export const docs = [
  ...["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md"],
  ...readdirSync(join(checkout, "docs"), {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file.replaceAll("\\", "/")}`)
    .sort()
];

/** A fenced block. Its opening line names a language, and the file that it is or goes into. */
export interface Block {
  language: string;
  file: string;
  content: string;
  /** The nearest heading above. */
  heading: string;
}

const markdown = new MarkdownIt();

export function textOf(doc: string): string {
  return readFileSync(join(checkout, doc), "utf8");
}

/** The blocks of a text, in order. */
export function blocksOf(doc: string): Block[] {
  const tokens = markdown.parse(textOf(doc), {});
  let heading = "";
  return tokens.flatMap((token, i) => {
    if (token.type === "heading_open") heading = tokens[i + 1]!.content;
    if (token.type !== "fence") return [];
    const [language = "", file = ""] = token.info.trim().split(/\s+/);
    return [{language, file, content: token.content, heading}];
  });
}

/**
 * The one block for a file.
 * @throws Error when the text has none, or several
 */
export function blockFor(doc: string, file: string): string {
  const found = blocksOf(doc).filter((block) => block.file === file);
  if (found.length !== 1) throw new Error(`${doc} has ${found.length} blocks for ${file}`);
  return found[0]!.content;
}

/** Saves the block for a file where a reader saves it. */
export function saveBlock(project: string, doc: string, file: string): void {
  const place = join(project, file);
  mkdirSync(dirname(place), {recursive: true});
  writeFileSync(place, blockFor(doc, file));
}

/** The texts of headings and of everything else outside blocks: code in backticks, and links. */
export function inlineOf(doc: string): {headings: string[]; code: string[]; links: string[]} {
  const tokens = markdown.parse(textOf(doc), {});
  const inline = tokens.flatMap(({type, children}) => (type === "inline" ? children! : []));
  return {
    headings: tokens.flatMap((token, i) => (token.type === "heading_open" ? [tokens[i + 1]!.content] : [])),
    code: inline.filter(({type}) => type === "code_inline").map(({content}) => content),
    links: inline.filter(({type}) => type === "link_open").map((token) => token.attrGet("href")!)
  };
}
