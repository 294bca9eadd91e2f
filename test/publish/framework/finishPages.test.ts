import {join} from "node:path";
import {beforeAll, expect, test} from "vitest";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {finishPages, type BuiltPage} from "../../../publish/framework/finishPages.js";
import {readHtml, writeHtml} from "../../../publish/html.js";
import {checkout} from "../../support/project.js";
import {words} from "../pages/vocabulary.js";

/** Pages as Framework 1.13.4 writes them, cut down to what is mended. */
const page = (title: string, {head = "", toc = ""} = {}) => `<html>
<head>${head}
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<title>${title} | Rygatlas</title>
</head>
<body>
<input id="observablehq-sidebar-toggle" type="checkbox" title="Toggle sidebar">
<nav id="observablehq-sidebar">
  <ol>
    <label id="observablehq-sidebar-close" for="observablehq-sidebar-toggle"></label>
  </ol>
  <section>
    <summary>Audit</summary>
    <ol></ol>
  </section>
</nav>
<aside id="observablehq-toc"><nav>${toc}</nav></aside>
<main id="observablehq-main"><p>Om ${title}.</p></main>
<footer id="observablehq-footer"><nav></nav></footer>
</body>
</html>`;

let pages: BuiltPage[];
let beside: Map<string, string | Buffer>;
const html = (path: string) => writeHtml(pages.find((page) => page.path === path)!.document);

beforeAll(async () => {
  pages = [
    {path: "index.html", document: readHtml(page("Overblik"))},
    {path: "audit/variation.html", document: readHtml(page("Variation", {toc: "<ol></ol>"}))},
    {
      path: "404.html",
      document: readHtml(page("Siden findes ikke", {head: '<base href="/"><meta name="robots" content="noindex">'}))
    }
  ];
  beside = await finishPages(pages, {
    words: {...words, codebook: readCodebook(join(checkout, "data/codebooks/laenderyg"))},
    siteAddress: "https://region.example/rygatlas/"
  });
});

test("every page finds the same search, from where it lies, and none Framework's", () => {
  const search = [...beside.keys()].find((file) => file.includes("soegning"))!;
  expect(search).toMatch(/^_observablehq\/soegning\.[0-9a-f]{8}\.js$/);
  expect(html("index.html")).toContain(`data-module="./${search}"`);
  expect(html("audit/variation.html")).toContain(`data-module="../${search}"`);
  for (const {path} of pages) expect(html(path)).not.toMatch(/search\.12345678|Search|Toggle/);
});

test("the 404 page counts from the folder the site lies in", () => {
  expect(html("404.html")).toContain('<base href="/rygatlas/">');
  expect(beside.get("sitemap.xml")).not.toContain("404");
});

test("what pages need lies beside them", () => {
  expect([...beside.keys()].filter((file) => !file.includes("soegning"))).toEqual([
    "audit/index.html",
    "audit.html",
    "forhaandsvisning.png",
    "sitemap.xml",
    "robots.txt"
  ]);
});
