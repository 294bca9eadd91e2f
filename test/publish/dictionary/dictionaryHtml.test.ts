import MarkdownIt from "markdown-it";
import {describe, expect, test} from "vitest";
import {dictionaryHtml} from "../../../publish/dictionary/dictionaryHtml.js";
import type {Part, UsedOn} from "../../../publish/dictionary/entry.js";
import {fillDictionary} from "../../../publish/dictionary/fillDictionary.js";

const pages: UsedOn[] = Array.from({length: 5}, (_, i) => ({address: `audit/side${i}`, title: `Side ${i}`}));
const entry = {
  id: "t.n",
  term: "n",
  meaning: "Antal <3",
  english: "Number",
  facts: ["heltal", "enhed: år"],
  pages: pages.slice(0, 1)
};
const parts: Part[] = [
  {
    id: "del",
    title: "Del",
    text: "Alt & intet.",
    sections: [{id: "t", term: "t", title: "Tabel", english: "Table", pages, entries: [entry]}]
  }
];

describe("dictionaryHtml", () => {
  const html = dictionaryHtml(parts, "../");

  test("gives each word an anchor, both languages, and links from the page's own place", () => {
    expect(html).toContain(
      '<div id="t.n"><dt><a href="#t.n"><code>n</code></a></dt><dd>Antal &lt;3</dd><dd lang="en">Number</dd>'
    );
    expect(html).toContain('Bruges på: <a href="../audit/side0">Side 0</a>');
  });

  test("folds many pages away, and writes nothing as markup", () => {
    expect(html).toContain('<span lang="en">Table</span> · <details>');
    expect(html).toContain("<details><summary>Bruges på 5 sider</summary>");
    expect(html).toContain("Alt &amp; intet.");
  });

  test("stands in the place of its paragraph, and nowhere else", () => {
    const md = new MarkdownIt({html: true});
    md.core.ruler.push("placeholder", () => undefined);
    const render = (text: string, path = "/metode/ordbog") => fillDictionary(md, parts).render(text, {path});
    expect(render("Før.\n\n{{ordbog}}\n\nEfter.")).toMatch(
      /^<p>Før\.<\/p>\n<section class="dictionary">[\s\S]*<\/section><p>Efter\.<\/p>\n$/
    );
    expect(render("Et {{ordbog}} i en sætning.")).toBe("<p>Et {{ordbog}} i en sætning.</p>\n");
  });
});
