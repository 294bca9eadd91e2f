import {Refusal} from "../../data-loaders/ground/refusal.js";

/**
 * One piece of a page that Framework writes in English, or in a way a screen reader stumbles over, and what it becomes.
 */
interface Mend {
  from: string | RegExp;
  to: string;
  /** Whether every page has it, or only some, such as those with a menu, a table of contents or a next page. */
  on: "every" | "some";
}

const mends: Mend[] = [
  {on: "every", from: "<html>", to: '<html lang="da">'},
  // Framework forbids readers to zoom.
  {on: "every", from: ", maximum-scale=1", to: ""},
  {on: "every", from: '<main id="observablehq-main"', to: '<main id="observablehq-main" tabindex="-1"'},
  {
    on: "some",
    from: 'title="Toggle sidebar"',
    to: 'title="Vis eller skjul menuen" aria-label="Vis eller skjul menuen"'
  },
  {on: "some", from: '<nav id="observablehq-sidebar">', to: '<nav id="observablehq-sidebar" aria-label="Sider">'},
  // Only list items may stand in a list.
  {on: "some", from: /<label id="observablehq-sidebar-close"[^>]*><\/label>/, to: '<li aria-hidden="true">$&</li>'},
  // The heading of a section of the menu is no heading, so the list below it says what it lists.
  {on: "some", from: /(<summary>)([^<"]+)(<\/summary>\s*)<ol>/g, to: '$1$2$3<ol aria-label="$2">'},
  // A table of contents of nothing takes room from the charts, and is announced.
  {on: "some", from: /<aside id="observablehq-toc"[^>]*>\s*<nav>\s*<\/nav>\s*<\/aside>\s*/, to: ""},
  {
    on: "some",
    from: /<aside (id="observablehq-toc"[^>]*>\s*)<nav>/,
    to: '<aside role="none" $1<nav aria-label="På denne side">'
  },
  {on: "some", from: /(<footer id="observablehq-footer">\s*)<nav>/, to: '$1<nav aria-label="Forrige og næste side">'}
];

/** What Framework's script, common to all pages, says in English once a page runs. */
const clientMends: [from: string, to: string][] = [
  ["Toggle sidebar ", "Vis eller skjul menuen "],
  ["Copy code", "Kopiér koden"]
];

/**
 * A page of Framework's build as Danish readers and their aids expect it.
 * @param used gathers what was mended anywhere, for `demandAllUsed`
 * @throws Refusal when Framework no longer writes what is mended on every page: a new version of it needs new mends
 */
export function mendFurniture(html: string, page: string, used = new Set<unknown>()): string {
  const mended = mends.reduce((text, mend) => {
    const result = text.replace(mend.from, mend.to);
    if (result !== text) used.add(mend);
    else if (mend.on === "every") throw outOfDate(page, mend.from);
    return result;
  }, html);
  return withSkipLink(mended);
}

/**
 * Checks, after the last page, that what only some pages have was mended on one of them at least.
 * @throws Refusal naming what Framework no longer writes
 */
export function demandAllUsed(used: ReadonlySet<unknown>): void {
  const unused = mends.find((mend) => !used.has(mend));
  if (unused) throw outOfDate("Ingen side", unused.from);
}

/**
 * Framework's script for all pages with its words in Danish.
 * @throws Refusal when it no longer says them
 */
export function mendClient(code: string, file: string): string {
  return clientMends.reduce((text, [from, to]) => {
    if (!text.includes(from) && !text.includes(to)) throw outOfDate(file, from);
    return text.replaceAll(from, to);
  }, code);
}

/**
 * Lets a keyboard pass the menu. Not where addresses count from another place (404): there
 * the link would leave the page.
 */
function withSkipLink(html: string): string {
  if (html.includes("<base ")) return html;
  return html.replace(/<body>\s*/, '$&<a class="skip-link" href="#observablehq-main">Gå til indholdet</a>\n');
}

function outOfDate(where: string, from: string | RegExp): Refusal {
  return new Refusal(
    `${where}: Framework skriver ikke længere »${String(from)}«; ret publish/framework/furniture.ts, så siden igen bliver dansk og tilgængelig.`
  );
}
