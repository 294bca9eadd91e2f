import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {beforeAll, expect, test} from "vitest";
import {pageHead} from "../../../publish/framework/head.js";
import {pageSource} from "../../../publish/framework/pageSource.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const root = temporaryFolder();
beforeAll(() => {
  for (const path of [
    "index.md",
    "om.md",
    "kommune/index.md",
    "kommune/[navn].md",
    "kommune/odense.md",
    "[aar]/tal-[fag].md"
  ]) {
    mkdirSync(dirname(join(root, path)), {recursive: true});
    writeFileSync(join(root, path), `---\ntitle: T\ndescription: "Om ${path} & \\"mere\\""\n---\n\n# T\n`);
  }
  writeFileSync(join(root, "uden.md"), "# Uden\n");
});

test.each([
  ["/index", "index.md"],
  ["/", "index.md"],
  ["/om", "om.md"],
  ["/kommune/index", "kommune/index.md"],
  ["/kommune/odense", "kommune/odense.md"],
  ["/kommune/aarhus", "kommune/[navn].md"],
  ["/2025/tal-gp", "[aar]/tal-[fag].md"],
  ["/findes/ikke", undefined]
])("%s is built from %s", (path, source) => expect(pageSource(root, path)).toBe(source && join(root, source)));

test("says what the front matter says", () => {
  expect(pageHead({path: "/om"}, [], {}, root)).toContain(
    '<meta name="description" content="Om om.md &amp; &quot;mere&quot;">'
  );
  expect(pageHead({path: "/om", data: {keywords: ["ryg", "lænd"], index: false}}, [], {}, root)).toMatch(
    /<meta name="keywords" content="ryg, lænd">\n<meta name="robots" content="noindex">/
  );
});

test("has an icon that needs no request, and says nothing of what it does not know", () => {
  expect(pageHead({path: "/uden"}, [], {}, root)).toMatch(
    /^<link rel="icon" type="image\/svg\+xml" href="data:image\/svg\+xml;base64,[\w+/=]+">$/
  );
});
