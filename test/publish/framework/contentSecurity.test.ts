import * as Plot from "@observablehq/plot";
import {describe, expect, test} from "vitest";
import {addContentSecurity, headersFile, plotStyle, sourceHash} from "../../../publish/framework/contentSecurity.js";
import {changed} from "../../support/html.js";
import {document} from "../../support/svg.js";

const page = (...parts: string[]) =>
  ['<html lang="da"><head>', '<meta charset="utf-8">', ...parts, "</head><body></body></html>"].join("\n");
const policyOf = (html: string) => /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)![1]!;
const directive = (html: string, name: string) =>
  policyOf(html)
    .split("; ")
    .find((one) => one.startsWith(`${name} `))!
    .split(" ")
    .slice(1);
const add = (html: string, engine = false, frames = false) =>
  changed(html, (document) => addContentSecurity(document, {engine, frames}));

test("the style that Plot writes is the one that is allowed", () => {
  const chart = Plot.plot({document, marks: [Plot.dot([[1, 1]])]});
  expect(Array.from(chart.querySelectorAll("style"), (style) => sourceHash(style.textContent!))).toEqual([plotStyle]);
});

describe("a page", () => {
  test("says its policy before anything that the policy rules over, and after the encoding", () => {
    expect(add(page('<link rel="stylesheet" href="x.css">'))).toMatch(
      /^<html lang="da"><head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"/
    );
  });

  test("allows its own scripts by their hashes, each once, and not its data", () => {
    // "alert(1)" has this SHA-256, by `printf 'alert(1)' | openssl dgst -sha256 -binary | base64`.
    const html = page(
      "<script>alert(1)</script>",
      '<script type="module">alert(1)</script>',
      '<script type="application/json" id="x">{}</script>'
    );
    expect(directive(add(html), "script-src")).toEqual([
      "'self'",
      "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
    ]);
  });

  test("never allows scripts or styles it cannot name", () => {
    expect(policyOf(add(page("<script>1</script>"), true))).not.toMatch(
      /unsafe-inline|unsafe-hashes|'unsafe-eval|https?:|\*/
    );
  });

  test("allows WebAssembly only where DuckDB can be loaded", () => {
    expect(directive(add(page(), true), "script-src")).toContain("'wasm-unsafe-eval'");
    expect(directive(add(page()), "script-src")).not.toContain("'wasm-unsafe-eval'");
  });

  test("allows frames of the site only where a page opens others", () => {
    expect(directive(add(page(), false, true), "frame-src")).toEqual(["'self'"]);
    expect(policyOf(add(page()))).not.toContain("frame-src");
  });

  test("says where its addresses count from only on the page that is shown anywhere", () => {
    expect(directive(add(page('<base href="/">')), "base-uri")).toEqual(["'self'"]);
    expect(directive(add(page()), "base-uri")).toEqual(["'none'"]);
  });
});

test("the headers file forbids other sites to frame a page, and lets the worker compile WebAssembly", () => {
  const blocks = headersFile("_node/worker.js")
    .split(/\n\n/)
    .map((block) => block.trim().split(/\n\s*/));
  expect(blocks.map(([path]) => path)).toEqual(["/*", "/_node/worker.js"]);
  expect(blocks[0]).toContain("Content-Security-Policy: frame-ancestors 'self'");
  expect(blocks[1]!.join()).toContain("'wasm-unsafe-eval'");
});
