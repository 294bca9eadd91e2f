import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {pathToFileURL} from "node:url";
import {JSDOM} from "jsdom";
import {afterAll, beforeAll, describe, expect, test, vi} from "vitest";
import {readMemory} from "../../../data-loaders/engine/memory.js";
import {readBuiltSite} from "../../../publish/framework/builtSite.js";
import {
  aboutBundles,
  bundleModules,
  dataElement,
  mendHtl,
  type Bundle,
  type Bundled
} from "../../../publish/framework/bundle.js";
import {checkout} from "../../support/project.js";

let root: string;
let dist: string;
let bundle: Bundle;
let site: Record<string, unknown>;

// A build such as Framework leaves behind, with one package.
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "rygatlas-bundle-"));
  dist = join(root, "dist");
  write(
    "node_modules/tiny/package.json",
    '{"name": "tiny", "version": "1.0.0", "type": "module", "sideEffects": false, "exports": "./index.js"}'
  );
  write(
    "node_modules/tiny/index.js",
    'export const used = "from the package"; export const unused = "unused part of the package";'
  );
  write(
    "dist/_node/tiny@1.0.0/index.0a1b2c3d.js",
    'export const used = "from Framework\'s copy"; export const unused = "unused part";'
  );
  write("dist/_node/tiny@1.0.0/dist/worker.4d5e6f.js", "");
  write(
    "dist/_observablehq/client.js",
    'globalThis.started = (globalThis.started ?? 0) + 1; export const define = (x) => x; export const loadMore = () => import("./stdlib/leaflet.js");'
  );
  write(
    "dist/_import/components/a.js",
    [
      'import {used} from "../../_node/tiny@1.0.0/index.0a1b2c3d.js";',
      'import {shared} from "./shared.js";',
      "export default used;",
      "export const count = () => ++shared.count;",
      "export const here = import.meta.url;",
      'export const file = new URL("../../_file/data/x.json", import.meta.url).href;',
      'export const worker = import.meta.resolve("../../_node/tiny@1.0.0/dist/worker.4d5e6f.js");',
      'export const later = () => import("./heavy.js");'
    ].join("\n")
  );
  write("dist/_import/components/shared.js", "export const shared = {count: 0};");
  write(
    "dist/_import/components/heavy.js",
    [
      'import {shared} from "./shared.js";',
      'export const heavy = "the heavy part";',
      "export const seen = () => shared.count;",
      'export const wasm = import.meta.resolve("./engine.wasm");'
    ].join("\n")
  );
  write(
    "dist/_import/components/facts.0a1b2c3d.js",
    'import {FileAttachment} from "../../_observablehq/client.js";\nexport const facts = await FileAttachment({"name":"../../data/facts.json","mimeType":"application/json","path":"../../_file/data/facts.0a1b2c3d.json","lastModified":1,"size":2}, import.meta.url).json();'
  );
  (globalThis as Record<string, unknown>).document = {
    getElementById: (id: string) => ({textContent: JSON.stringify({id})})
  };
  write("dist/_import/components/effect.js", "globalThis.effect = true;");
  write("dist/_import/components/never.js", "export const never = 1;");
  bundle = await bundleModules(dist, root, [
    {path: "_observablehq/client.js", names: new Set(["define"])},
    {path: "_observablehq/client.js", names: new Set()},
    {path: "_import/components/a.js", names: new Set(["default", "count", "later"])},
    {path: "_import/components/a.js", names: "all"},
    {path: "_import/components/effect.js", names: new Set()},
    {path: "_import/components/facts.0a1b2c3d.js", names: new Set(["facts"])},
    {path: "_import/components/heavy.js", names: "later"}
  ]);
  site = (await import(pathToFileURL(join(dist, bundle.file)).href)) as Record<string, unknown>;
});
afterAll(() => {
  rmSync(root, {recursive: true});
  delete (globalThis as Record<string, unknown>).document;
});

const take = (module: string, name: string) => site[bundle.nameIn(`_import/components/${module}.js`, name)];
const call = (module: string, name: string) => (take(module, name) as () => unknown)();
const at = (path: string) => pathToFileURL(join(dist, path)).href;

test("has every name asked for, and the whole module too where one page asked for that", () => {
  expect(take("a", "default")).toBe("from the package");
  expect(take("a", "*")).toMatchObject({default: "from the package", here: expect.any(String)});
  expect(site[bundle.nameIn("_observablehq/client.js", "define")]).toBeTypeOf("function");
});

test("says that DuckDB-wasm cannot be loaded, where nothing asks for it", () => {
  expect(bundle.engine).toBe(false);
});

test("runs each module once, also those nothing is taken from", () => {
  expect(globalThis).toMatchObject({started: 1, effect: true});
});

test("addresses point where they pointed before the modules moved", async () => {
  expect(take("a", "*")).toMatchObject({
    here: at("_import/components/a.js"),
    file: at("_file/data/x.json"),
    worker: at("_node/tiny@1.0.0/dist/worker.4d5e6f.js")
  });
  expect(await call("a", "later")).toMatchObject({wasm: at("_import/components/engine.wasm")});
});

describe("what is imported later", () => {
  test("stays in a piece of its own, which is not fetched at once", () => {
    const holding = readdirSync(join(dist, "_site")).filter((file) =>
      readFileSync(join(dist, "_site", file), "utf8").includes("the heavy part")
    );
    expect(holding).toEqual([expect.stringMatching(/^heavy\..*\.js$/)]);
    expect([bundle.file, ...bundle.pieces]).not.toContain(`_site/${holding[0]}`);
  });

  test("is the same module for the page that asks and the module that asks, with the same state", async () => {
    const heavy = (await call("heavy", "()")) as {seen(): number};
    expect(heavy).toBe(await call("a", "later"));
    call("a", "count");
    call("a", "count");
    expect(heavy.seen()).toBe(2);
  });
});

test("packages come from their sources, without the parts nobody uses", () => {
  const text = readdirSync(join(dist, "_site"))
    .map((file) => readFileSync(join(dist, "_site", file), "utf8"))
    .join("\n");
  expect(text).not.toMatch(/unused part|Framework's copy/);
});

describe("htl, which a page's policy would stop", () => {
  const source = readFileSync(join(checkout, "node_modules/htl/src/index.js"), "utf8");

  test("never writes a script or a style in an attribute, and gives elements both", async () => {
    write("htl.mjs", mendHtl(source));
    const {window} = new JSDOM("");
    for (const name of ["document", "Node", "NodeList", "HTMLCollection"] as const) vi.stubGlobal(name, window[name]);
    const imported = vi.spyOn(window.document, "importNode");
    type Tag = (parts: TemplateStringsArray, ...values: unknown[]) => HTMLElement;
    const {html} = (await import(at("../htl.mjs"))) as {html: Tag};
    const pressed: Event[] = [];
    const press = (event: Event) => pressed.push(event);
    const node = html`<button name=${"a b"} onclick=${press} style=${{maxWidth: "10px"}} disabled=${false}>Tryk ${1}</button>`;
    vi.unstubAllGlobals();
    const [[written]] = imported.mock.calls as [[DocumentFragment]];
    expect(written.querySelector("button")!.getAttributeNames()).toEqual(["name", "::2", "::3"]);
    node.click();
    expect(pressed).toHaveLength(1);
    expect([node.style.maxWidth, node.getAttribute("name"), node.textContent]).toEqual(["10px", "a b", "Tryk 1"]);
  });

  test("is refused where it is written another way", () => {
    expect(() => mendHtl(source.replaceAll('"::" + j', "'::' + j"))).toThrow(/^htl er skrevet om/);
  });
});

test("data a module waits for are read from the page, and named so that the page can hold them", () => {
  expect(bundle.awaited).toEqual(["_file/data/facts.0a1b2c3d.json"]);
  expect(dataElement(bundle.awaited[0]!)).toBe("rygatlas-facts.json");
  expect(take("facts.0a1b2c3d", "facts")).toEqual({id: "rygatlas-facts.json"});
});

test("lists the files that are inside, and these are all there", () => {
  expect(bundle.inside.filter((file) => file.startsWith("_"))).toEqual(
    expect.arrayContaining([
      "_import/components/a.js",
      "_import/components/heavy.js",
      "_import/components/shared.js",
      "_observablehq/client.js"
    ])
  );
  expect(bundle.inside).not.toContain("_import/components/never.js");
  expect([bundle.file, ...bundle.pieces].filter((file) => !existsSync(join(dist, file)))).toEqual([]);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), {recursive: true});
  writeFileSync(join(root, path), text);
}

test("a bundle that was made before is the same, and is made anew of other modules, uses or packages", async () => {
  const folder = mkdtempSync(join(root, "remembered-"));
  const module = join(folder, "_import/a.js");
  mkdirSync(dirname(module), {recursive: true});
  const memory = readMemory<Bundled>(join(folder, "memory.json"));
  const bundled = async (names: string[]) => {
    rmSync(join(folder, "_site"), {recursive: true, force: true});
    const about = aboutBundles(readBuiltSite(folder), root);
    const {file} = await bundleModules(folder, root, [{path: "_import/a.js", names: new Set(names)}], {memory, about});
    return {file, text: readFileSync(join(folder, file), "utf8"), about};
  };
  writeFileSync(module, "export const a = 1; export const b = 2;");
  const first = await bundled(["a"]);
  expect(await bundled(["a"])).toEqual(first);
  expect(await bundled(["b"])).not.toMatchObject({text: first.text});
  writeFileSync(module, "export const a = 3;");
  expect(await bundled(["a"])).not.toMatchObject({text: first.text});
  const {about} = await bundled(["a"]);
  write("node_modules/.package-lock.json", "{}");
  expect((await bundled(["a"])).about).not.toBe(about);
});
