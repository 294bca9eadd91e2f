import {isComment, isTag, isText, type AnyNode, type Document} from "domhandler";
import {textContent} from "domutils";
import {all, one} from "../html.js";

/** What a finished page says before any of its cells has run, and what its figures will be called. */
export interface PageText {
  /** Its file below `dist`, such as `audit/variation.html`. */
  path: string;
  title: string;
  description: string;
  keywords: string;
  headings: string;
  /** Titles, notes and labels of figures, as far as they stand in the page's script. */
  figures: string;
  /** Its figures: the id of each, what it is called, and whether that says what is chosen. */
  places: {id: string; words: string; isOfChoice: boolean}[];
  text: string;
  /** The choices it offers, by their name in `src/parameters.ts`. */
  choices: string[];
  /** False for a page that asks to be left out of search engines, and so out of our own search and sitemap. */
  listed: boolean;
  /** The markdown file that it and other pages are made from. */
  template?: string;
}

/** Reads a page that Framework has built, before its script is moved elsewhere. */
export function readPage(path: string, document: Document): PageText {
  const main = one("main", document);
  const within = (selector: string) => (main ? all(selector, main) : []);
  const headings = within("h1, h2, h3, h4, h5, h6").map((heading) => plain([heading]));
  const paragraph = within("p")
    .map((p) => plain([p]))
    .find((p) => p.length >= 40);
  const scripts = all("script[type=module]", document)
    .map((script) => textContent(script))
    .join("\n");
  const title = plain(all("head > title", document)).replace(/ \| [^|]*$/, "");
  return {
    path,
    title: title || headings[0] || path,
    description: meta(document, "description") || shorten(paragraph ?? ""),
    keywords: meta(document, "keywords"),
    headings: headings.join(" · "),
    figures: figureWords(scripts).join(" · "),
    places: figurePlaces(scripts),
    text: plain(main ? [main] : []),
    choices: Array.from(new Set(Array.from(scripts.matchAll(/\bchoose(?:Register)?\("(\w+)"/g), ([, name]) => name!))),
    listed: !meta(document, "robots").includes("noindex")
  };
}

/** The page's address below the site's own: as it is linked to, without `index` and `.html`. */
export function addressOf(path: string): string {
  return path.replace(/\.html$/, "").replace(/(^|\/)index$/, "$1");
}

/** The content of a `<meta name>`. */
export function meta(document: Document, name: string): string {
  return inOneLine(one(`meta[name="${name}"]`, document)?.attribs.content ?? "");
}

/** The words a script gives its figures and choices; what it puts into them when it runs is left out. */
function figureWords(script: string): string[] {
  const literal = /\b(?:title|sentence|note|caption|label):\s*(?:"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g;
  return Array.from(script.matchAll(literal), ([, quoted, template]) =>
    (quoted ?? template!).replace(/\$\{[^}]*\}/g, " ").replace(/\\(.)/g, "$1")
  );
}

/** Figures with an id and a title of their own; what a loop makes has none in the script. */
function figurePlaces(script: string): PageText["places"] {
  const figure =
    /\bid:\s*"([\w-]+)",\s*(?:(?:level: \d|about: [\w.]+),\s*)*title:\s*(?:"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g;
  return Array.from(script.matchAll(figure), ([, id, quoted, template]) => {
    const title = quoted ?? template!;
    return {id: id!, words: title.replace(/\$\{[^}]*\}/g, " "), isOfChoice: /\bblock_da\b/.test(title)};
  });
}

/** What holds no text to be read. */
const silent = new Set(["script", "style", "pre", "template"]);
/** What stands within a word or between two without parting them. */
const inline = new Set(["a", "abbr", "b", "code", "em", "i", "span", "strong", "sub", "sup"]);

/** The text of elements; other elements than those within a line part words. */
function plain(nodes: readonly AnyNode[]): string {
  const textOf = (node: AnyNode): string => {
    if (isText(node)) return node.data;
    if (!isTag(node) || silent.has(node.name)) return isComment(node) ? "" : " ";
    const inner = node.children.map(textOf).join("");
    return inline.has(node.name) ? inner : ` ${inner} `;
  };
  return inOneLine(nodes.map(textOf).join(" "));
}

function inOneLine(text: string): string {
  return text
    .replace(/\u00ad/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** A text of at most 200 characters, cut between words. */
function shorten(text: string): string {
  return text.length <= 200 ? text : text.slice(0, 199).replace(/[\s,;:–-]+\S*$/, "") + "…";
}
