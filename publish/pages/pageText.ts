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
  text: string;
  /** The choices it offers, by their name in `src/parameters.ts`. */
  choices: string[];
  /** False for a page that asks to be left out of search engines, and so out of our own search and sitemap. */
  listed: boolean;
  /** The markdown file that it and other pages are made from. */
  template?: string;
}

/** Reads a page that Framework has built, before its script is moved elsewhere. */
export function readPage(path: string, html: string): PageText {
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
  const content = main.replace(/<(script|style|pre|template)\b[\s\S]*?<\/\1>/g, " ");
  const headings = Array.from(content.matchAll(/<(h[1-6])\b[^>]*>([\s\S]*?)<\/\1>/g), ([, , inner]) => plain(inner!));
  const paragraph = Array.from(content.matchAll(/<p\b[^>]*>([\s\S]*?)<\/p>/g), ([, inner]) => plain(inner!)).find(
    (p) => p.length >= 40
  );
  const scripts = Array.from(html.matchAll(/<script type="module">([\s\S]*?)<\/script>/g), ([, code]) => code!).join(
    "\n"
  );
  const title = plain(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? "").replace(/ \| [^|]*$/, "");
  return {
    path,
    title: title || headings[0] || path,
    description: meta(html, "description") || shorten(paragraph ?? ""),
    keywords: meta(html, "keywords"),
    headings: headings.join(" · "),
    figures: figureWords(scripts).join(" · "),
    text: plain(content),
    choices: Array.from(new Set(Array.from(scripts.matchAll(/\bchoose(?:Register)?\("(\w+)"/g), ([, name]) => name!))),
    listed: !meta(html, "robots").includes("noindex")
  };
}

/** The page's address below the site's own: as it is linked to, without `index` and `.html`. */
export function addressOf(path: string): string {
  return path.replace(/\.html$/, "").replace(/(^|\/)index$/, "$1");
}

/** The content of a `<meta name>` as text. */
export function meta(html: string, name: string): string {
  return plain(new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(html)?.[1] ?? "");
}

/** The words a script gives its figures and choices; what it puts into them when it runs is left out. */
function figureWords(script: string): string[] {
  const literal = /\b(?:title|sentence|note|caption|label):\s*(?:"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g;
  return Array.from(script.matchAll(literal), ([, quoted, template]) =>
    (quoted ?? template!).replace(/\$\{[^}]*\}/g, " ").replace(/\\(.)/g, "$1")
  );
}

const named: Record<string, string> = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", shy: ""};

function plain(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<\/?(?:a|abbr|b|code|em|i|span|strong|sub|sup)\b[^>]*>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (entity, decimal?: string, hex?: string, name?: string) =>
      name ? (named[name] ?? entity) : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex!, 16))
    )
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

/** A text of at most 200 characters, cut between words. */
function shorten(text: string): string {
  return text.length <= 200 ? text : text.slice(0, 199).replace(/[\s,;:–-]+\S*$/, "") + "…";
}
