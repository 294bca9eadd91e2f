import {expect, test} from "vitest";
import {renewContentSecurity, addContentSecurity, sourceHash} from "../../../publish/framework/contentSecurity.js";
import {layDrawing, removeDrawing} from "../../../publish/framework/drawnCells.js";
import {all, one, readHtml, writeHtml} from "../../../publish/html.js";
import {isPicture} from "../../../publish/web/sharing.js";

const html = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><main id="observablehq-main"><p>Andelen er <observablehq-loading></observablehq-loading><!--:0000000a:-->.</p>
<div><!--:0000000b:--></div>
<div><!--:0000000c:--></div>
</main></body></html>`;
const drawing = {
  cells: {"0000000a": "12 %", "0000000b": '<p>Først.</p><figure><svg><use href="#form-1"></use></svg></figure>'},
  shapes: '<svg id="drawn-shapes"></svg>',
  css: ".drawn-1{color: red}"
};

test("what cells show stands where they will show it, and what maps share before the first of them", () => {
  const document = readHtml(html);
  layDrawing(document, "a.html", drawing);
  const page = writeHtml(document);
  expect(page).toContain(`<style id="drawn-style">${drawing.css}</style><script>{`);
  expect(
    page
  ).toContain(`<p>Andelen er <observablehq-loading class="drawn">12 %</observablehq-loading><!--:0000000a:-->.</p>
<svg id="drawn-shapes"></svg><div><observablehq-loading class="drawn added"><p>Først.</p><figure><svg><use href="#form-1"></use></svg></figure></observablehq-loading><!--:0000000b:--></div>
<div><!--:0000000c:--></div>`);
});

test("a page is as it was when its drawing is taken out again", () => {
  const document = readHtml(html);
  layDrawing(document, "a.html", drawing);
  removeDrawing(document);
  expect(writeHtml(document)).toBe(html);
});

test("the picture of a page's first figure stands before the site's own, in a file whose name tells what is in it", () => {
  const general = '<meta property="og:image" content="https://rygatlas.example/atlas/forhaandsvisning.png">';
  const document = readHtml(html.replace("</head>", `${general}</head>`));
  const before = writeHtml(document);
  const png = Buffer.from("PNG");
  const picture = {png: png.toString("base64"), width: 900, height: 500, alt: "Andelen er 12 %."};
  const file = layDrawing(document, "kommune/ærø.html", {...drawing, picture})!;
  expect(file).toMatch(/^_delt\/kommune\/ærø\.[0-9a-f]{16}\.png$/);
  expect(all('meta[property="og:image"]', document).map(({attribs}) => attribs.content)).toEqual([
    `https://rygatlas.example/atlas/${encodeURI(file)}`,
    "https://rygatlas.example/atlas/forhaandsvisning.png"
  ]);
  expect(one('meta[property="og:image:alt"]', document)!.attribs.content).toBe("Andelen er 12 %.");
  expect([isPicture(file, png), isPicture(file, Buffer.from("another"))]).toEqual([true, false]);
  removeDrawing(document);
  expect(writeHtml(document)).toBe(before);
});

test("a page without anything to draw stays as it is", () => {
  const document = readHtml(html);
  layDrawing(document, "a.html", {cells: {}, shapes: "", css: ""});
  expect(writeHtml(document)).toBe(html);
});

test("the page's policy allows the drawing's rules, and no others", () => {
  const document = readHtml(html.replace("</head>", "<style>b{}</style></head>"));
  addContentSecurity(document, {engine: true, frames: false});
  layDrawing(document, "a.html", drawing);
  renewContentSecurity(document);
  const policy = one("meta[http-equiv]", document)!.attribs.content!;
  expect(policy).toContain("'wasm-unsafe-eval'");
  expect(policy).toContain(sourceHash(drawing.css));
  expect(policy).not.toContain(sourceHash("b{}"));
});
