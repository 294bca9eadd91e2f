import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {Refusal} from "../../../data-loaders/ground/refusal.js";
import {demandAllUsed, mendClient, mendFurniture, mendStyle} from "../../../publish/framework/furniture.js";
import {changed} from "../../support/html.js";
import {checkout} from "../../support/project.js";

/** A page as Framework 1.13.4 writes it, with a menu, a table of contents and a pager. */
const full = `<!DOCTYPE html>
<html>
<head>
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
</head>
<body>
<input id="observablehq-sidebar-toggle" type="checkbox" title="Toggle sidebar">
<nav id="observablehq-sidebar">
  <ol>
    <label id="observablehq-sidebar-close" for="observablehq-sidebar-toggle"></label>
  </ol>
  <section>
    <summary>Audit</summary>
    <ol>
    </ol>
  </section>
</nav>
<div id="observablehq-center">
<aside id="observablehq-toc" data-selector="h2[id]">
<nav>
<div>På denne side</div>
</nav>
</aside>
<main id="observablehq-main" class="observablehq">
</main>
<footer id="observablehq-footer">
<nav><a rel="prev" href="./"><span>Overblik</span></a></nav>
</footer>
</div>
</body>
</html>`;
const mended = (html: string, page: string, used = new Set<unknown>()) =>
  changed(html, (document) => mendFurniture(document, page, used));
const bare = full.replace(/<nav>\n<div>På denne side<\/div>\n<\/nav>/, "<nav>\n</nav>");

test("speaks Danish, zooms, and names its landmarks", () => {
  const html = mended(full, "a.html");
  for (const part of [
    '<html lang="da">',
    'content="width=device-width, initial-scale=1"',
    '<nav aria-label="Menu"><input id="observablehq-sidebar-toggle" type="checkbox" title="Vis eller skjul menuen"',
    '<nav id="observablehq-sidebar" aria-label="Sider">',
    '<ol aria-label="Audit">',
    '<nav aria-label="På denne side">',
    '<nav aria-label="Forrige og næste side">',
    '<a class="skip-link" href="#observablehq-main">'
  ]) {
    expect(html).toContain(part);
  }
  expect(html).not.toMatch(/maximum-scale|Toggle/);
});

test("leaves out an empty table of contents, and where addresses count from elsewhere the link past the menu", () => {
  expect(mended(bare, "a.html")).not.toContain("observablehq-toc");
  expect(mended(full.replace("<head>", '<head>\n<base href="/">'), "404.html")).not.toContain("skip-link");
});

test("refuses a page without what every page has", () => {
  for (const lost of [", maximum-scale=1", '<main id="observablehq-main"']) {
    expect(() => mended(full.replace(lost, "<other"), "a.html"), lost).toThrow(Refusal);
  }
});

test("refuses a site in which no page has what some have", () => {
  const used = new Set<unknown>();
  mended(full, "a.html", used);
  expect(() => demandAllUsed(used)).toThrow(/Ingen side.*observablehq-toc/);
  mended(bare, "b.html", used);
  expect(() => demandAllUsed(used)).not.toThrow();
});

test("gives Framework's script Danish words, and refuses one that says other things", () => {
  const client = ["sidebar.js", "pre.js"]
    .map((name) => readFileSync(join(checkout, "node_modules/@observablehq/framework/dist/client", name), "utf8"))
    .join("\n");
  const danish = mendClient(client, "client.js");
  expect(danish).not.toMatch(/Toggle sidebar|Copy code/);
  expect(mendClient(danish, "client.js")).toBe(danish);
  expect(() => mendClient("title = 'Show menu'", "client.js")).toThrow(Refusal);
});

test("finds what follows the menu's button from the landmark that it lies in, and refuses a style without such rules", () => {
  const style = "#observablehq-sidebar-toggle:before{width:1rem}#observablehq-sidebar-toggle:checked~#menu{left:0}";
  const mended = mendStyle(style, "style.css");
  expect(mended).toBe(
    "#observablehq-sidebar-toggle:before{width:1rem}:has(>#observablehq-sidebar-toggle:checked)~#menu{left:0}"
  );
  expect(mendStyle(mended, "style.css")).toBe(mended);
  expect(() => mendStyle("#menu{left:0}", "style.css")).toThrow(Refusal);
});
