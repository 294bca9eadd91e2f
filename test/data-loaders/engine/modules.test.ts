import {mkdirSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {expect, test} from "vitest";
import {modulesOf} from "../../../data-loaders/engine/modules.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const folder = temporaryFolder();

const files = {
  "entry.ts": `import {parse} from "yaml";
import {near} from "./near.js";
import type {Shape} from "./shape.js";
import {type Shape as Same} from "./runs.js";
export * from "./passedOn.js";
// import {not} from "./comment.js";
export const later = () => import("./rules/later.js");
export const said = 'import {not} from "./text.js"';
export const used = (shape: Shape, same: Same) => parse(near + String(shape === same));`,
  "near.ts": 'import data from "./data.json";\nimport {loop} from "./entry.js";\nexport const near = data.near;',
  "data.json": '{"near": 1}',
  "shape.ts": "export interface Shape { n: number }",
  "runs.ts": "export interface Shape { n: number }\nglobalThis.runs = true;",
  "passedOn.ts": "export const unused = 1;",
  "rules/later.ts": "export {};",
  "comment.ts": "export {};",
  "text.ts": "export {};"
};
mkdirSync(join(folder, "rules"));
for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);

test("a result depends on what its module imports, near or far, at once or later; not on packages, types, comments and texts", () => {
  const found = modulesOf([join(folder, "entry.ts")]).map((file) => relative(folder, file));
  expect(found).toEqual(["data.json", "entry.ts", "near.ts", "passedOn.ts", join("rules", "later.ts"), "runs.ts"]);
});

test("several modules give each file once", () => {
  const names = modulesOf(["near.ts", "entry.ts"].map((file) => join(folder, file)));
  expect(names).toEqual(modulesOf([join(folder, "entry.ts")]));
});
