import {JSDOM} from "jsdom";
import {expect, test} from "vitest";
import {readHtml} from "../../../publish/html.js";
import {readPage} from "../../../publish/pages/pageText.js";
import {addSharing, preview, readPreview} from "../../../publish/web/sharing.js";
import {robots, sitemap} from "../../../publish/web/sitemap.js";
import {changed} from "../../support/html.js";

const html = (title: string, head = "") =>
  `<html><head><title>${title} | Rygatlas</title>${head}</head><body><main><p>Hvor meget deltagerne i hver faggruppe adskiller sig.</p></main></body></html>`;
const shared = (path: string, text: string, site = "https://rygatlas.example/") => {
  const {document} = new JSDOM(changed(text, (page) => addSharing(page, readPage(path, page), site))).window;
  return (selector: string, attribute = "content") =>
    Array.from(document.querySelectorAll(selector), (node) => node.getAttribute(attribute));
};

test("a page says what it is, where it lies and what it looks like", () => {
  const get = shared("audit/variation.html", html("Før &amp; <efter>".replace("<efter>", "efter")));
  expect(get('link[rel="canonical"]', "href")).toEqual(["https://rygatlas.example/audit/variation"]);
  expect(get('meta[property="og:url"]')).toEqual(["https://rygatlas.example/audit/variation"]);
  expect(get('meta[property="og:title"]')).toEqual(["Før & efter"]);
  expect(get('meta[property="og:image"]')).toEqual([`https://rygatlas.example/${preview.file}`]);
  expect(get('meta[property="og:locale"]')).toEqual(["da_DK"]);
  expect(get('meta[name="twitter:card"]')).toEqual(["summary_large_image"]);
  for (const name of ['meta[name="description"]', 'meta[property="og:description"]']) {
    expect(get(name)).toEqual(["Hvor meget deltagerne i hver faggruppe adskiller sig."]);
  }
});

test("one description, the page's own", () => {
  const get = shared("a.html", html("A", '<meta name="description" content="Egen &quot;beskrivelse&quot;">'));
  expect(get('meta[name="description"]')).toEqual(['Egen "beskrivelse"']);
  expect(get('meta[property="og:description"]')).toEqual(['Egen "beskrivelse"']);
});

test("a site in a folder, and an address with Danish letters", () => {
  const get = shared("kommune/ærø.html", html("Ærø"), "https://region.example/rygatlas/");
  expect(get('link[rel="canonical"]', "href")).toEqual(["https://region.example/rygatlas/kommune/%C3%A6r%C3%B8"]);
});

test("a page that is left out has no address of its own, and is in no sitemap", () => {
  const lost = html("Siden findes ikke", '<meta name="robots" content="noindex">');
  expect(shared("404.html", lost)('link[rel="canonical"], meta[property="og:url"]')).toEqual([]);
  const pages = [
    ["404.html", lost],
    ["index.html", html("Overblik")],
    ["metode/index.html", html("Metode")]
  ].map(([path, text]) => readPage(path!, readHtml(text!)));
  expect(sitemap(pages, "https://rygatlas.example/").match(/<loc>.*?<\/loc>/g)).toEqual([
    "<loc>https://rygatlas.example/</loc>",
    "<loc>https://rygatlas.example/metode/</loc>"
  ]);
});

test("everybody is welcome, and shown the way", () => {
  expect(robots("https://rygatlas.example/")).toBe(
    "User-agent: *\nAllow: /\n\nSitemap: https://rygatlas.example/sitemap.xml\n"
  );
});

test("the picture is a PNG of the size that is said", () => {
  const png = readPreview();
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([preview.width, preview.height]);
});
