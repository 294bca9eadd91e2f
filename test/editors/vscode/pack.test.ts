import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {extensionFiles, vsixFiles, writeZip} from "../../../editors/vscode/pack.js";
import {checkout} from "../../support/project.js";

const folder = mkdtempSync(join(tmpdir(), "rygatlas-vsix-"));
afterAll(() => rmSync(folder, {recursive: true}));

test("the extension is one bundle, packed with a manifest, and the same bytes each time", async () => {
  const files = vsixFiles(await extensionFiles());
  expect([...files.keys()]).toEqual([
    "[Content_Types].xml",
    "extension.vsixmanifest",
    "extension/package.json",
    "extension/extension.js",
    "extension/LICENSE.txt"
  ]);
  expect(files.get("extension.vsixmanifest")).toContain('Id="rygatlas" Version="0.1.0" Publisher="rygatlas"');
  // What it needs beside VS Code lies in it.
  const required = [...files.get("extension/extension.js")!.matchAll(/\brequire\("([^"]+)"\)/g)].map(
    ([, name]) => name!
  );
  const {builtinModules} = await import("node:module");
  expect([...new Set(required)].filter((name) => !builtinModules.includes(name.replace("node:", "")))).toEqual([
    "vscode"
  ]);
  for (const name of ["a.vsix", "b.vsix"]) await writeZip(join(folder, name), files);
  const zip = readFileSync(join(folder, "a.vsix"));
  expect(zip.subarray(0, 2).toString()).toBe("PK");
  expect(zip.equals(readFileSync(join(folder, "b.vsix")))).toBe(true);
});

test("it starts the server of the folder that is open", () => {
  expect(readFileSync(join(checkout, "editors/vscode/extension.ts"), "utf8")).toContain('"bin/rygatlas.js"), "editor"');
});
