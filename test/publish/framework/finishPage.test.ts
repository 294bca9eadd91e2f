import {JSDOM} from "jsdom";
import {describe, expect, test} from "vitest";
import {finishPage, type PageParts} from "../../../publish/framework/finishPage.js";
import {pageScript} from "../../../publish/framework/pageScript.js";
import {changed} from "../../support/html.js";

const html = [
  "<!DOCTYPE html>",
  "<html>",
  "<head>",
  "<title>Side</title>",
  '<link rel="modulepreload" href="../_observablehq/client.js">',
  '<link rel="modulepreload" href="../_import/a.js">',
  '<link rel="stylesheet" href="../style.css">',
  '<script type="module">',
  "",
  'import {define} from "../_observablehq/client.js";',
  "",
  'define({id: "1", body: () => "$& $1 $\'"});',
  "</script>",
  "</head>",
  "<body><main>Tekst</main></body>",
  "</html>"
].join("\n");

const bundle: PageParts["bundle"] = {
  file: "../_site/site.js",
  pieces: ["../_site/chunk.js"],
  nameIn: (_, name) => `m0_${name}`
};
const finish = (answers?: object, data = new Map<string, string>()) =>
  changed(html, (document) => finishPage(document, pageScript(document), {bundle, answers, data}));
const parsed = (page: string) => new JSDOM(page).window.document;

test("the script comes from the bundle, which alone is preloaded, and the data it reads first stand in the page", () => {
  const page = parsed(finish({}, new Map([["rygatlas-site.json", '{"title":"</script>"}']])));
  const links = Array.from(page.querySelectorAll("link"), (link) => [
    link.rel,
    link.getAttribute("as"),
    link.getAttribute("href")
  ]);
  expect(links).toEqual([
    ["stylesheet", null, "../style.css"],
    ["modulepreload", null, "../_site/site.js"],
    ["modulepreload", null, "../_site/chunk.js"]
  ]);
  expect(JSON.parse(page.getElementById("rygatlas-site.json")!.textContent!)).toEqual({title: "</script>"});
  const code = page.querySelector("script[type=module]")!.textContent;
  expect(code).toContain('import {m0_define} from "../_site/site.js";');
  expect(code).toContain("const define = m0_define;");
  expect(code).toContain('"$& $1 $\'"');
  expect(page.querySelector("main")!.textContent).toBe("Tekst");
});

test("a page without a script, and one without answers, are left whole", () => {
  const plain = html.replace(/<script[\s\S]*<\/script>/, "");
  expect(
    parsed(changed(plain, (document) => finishPage(document, undefined, {bundle, data: new Map()}))).querySelector(
      "main"
    )!.textContent
  ).toBe("Tekst");
  expect(parsed(finish()).querySelector("#rygatlas-answers")).toBeNull();
});

describe("answers in a page are read back as they were", () => {
  const hostile = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "\u2028\u2029",
    "$& $` $' $1",
    "\"\\'",
    "&amp;",
    "æøå 🦴",
    "\u0000",
    "<img src=x onerror=alert(1)>"
  ];

  test.each(hostile)("%j", (value) => {
    const answers = {
      key: {columns: [value], answers: {[JSON.stringify([value])]: [[value, null, 1.5, true]]}, file: "../x.json"}
    };
    const page = parsed(finish(answers));
    const element = page.querySelector("#rygatlas-answers")!;
    expect(element.getAttribute("type")).toBe("application/json");
    expect(JSON.parse(element.textContent!)).toEqual(answers);
    expect(page.querySelectorAll("script")).toHaveLength(2);
    expect(page.querySelectorAll("img")).toHaveLength(0);
    expect(page.querySelector("main")!.textContent).toBe("Tekst");
  });
});
