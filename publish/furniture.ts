import {Refusal} from "../data-loaders/refusal.js";

/** One piece of a page that Framework writes in English, or in a way a screen reader stumbles over, and what it becomes. */
interface Mend {
  from: string | RegExp;
  to: string;
  /** Not every page has it. */
  optional?: true;
}

const mends: Mend[] = [
  {from: "<html>", to: '<html lang="da">'},
  // Framework forbids readers to zoom.
  {from: ", maximum-scale=1", to: ""},
  {from: 'title="Toggle sidebar"', to: 'title="Vis eller skjul menuen" aria-label="Vis eller skjul menuen"'},
  {from: '<nav id="observablehq-sidebar">', to: '<nav id="observablehq-sidebar" aria-label="Sider">'},
  // Only list items may stand in a list.
  {from: /<label id="observablehq-sidebar-close"[^>]*><\/label>/, to: '<li aria-hidden="true">$&</li>'},
  {from: '<input type="search" placeholder="Search">', to: '<input type="search" placeholder="Søg" aria-label="Søg på webstedet">'},
  {from: /(<aside id="observablehq-toc"[^>]*>\s*)<nav>/, to: '$1<nav aria-label="På denne side">', optional: true},
  {from: /(<footer id="observablehq-footer">\s*)<nav>/, to: '$1<nav aria-label="Forrige og næste side">', optional: true}
];

/**
 * A page of Framework's build as Danish readers and their aids expect it.
 * @throws Refusal when Framework no longer writes what is mended here: a new version of it needs new mends
 */
export function mendFurniture(html: string, page: string): string {
  return mends.reduce((text, {from, to, optional}) => {
    const mended = text.replace(from, to);
    if (mended === text && !optional) {
      throw new Refusal(`${page}: Framework skriver ikke længere »${String(from)}«; ret publish/furniture.ts, så siden igen bliver dansk og tilgængelig.`);
    }
    return mended;
  }, html);
}
