import {join, relative} from "node:path";
import {build} from "esbuild";
import {expect, test} from "vitest";
import {modulesOf} from "../../../data-loaders/engine/modules.js";
import {checkout} from "../../support/project.js";

test.each([
  "data-loaders/loadAudit.ts",
  "data-loaders/loadRegisters.ts",
  "data-loaders/synthetic/registers/twin.ts",
  "data-loaders/reconcile/reconcile.ts"
])("%s depends on the modules that a bundler finds", async (entry) => {
  const {metafile} = await build({
    entryPoints: [join(checkout, entry)],
    absWorkingDir: checkout,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    write: false,
    metafile: true,
    treeShaking: false,
    logLevel: "silent"
  });
  const found = modulesOf([join(checkout, entry)]).map((file) => relative(checkout, file));
  expect(found).toEqual(Object.keys(metafile.inputs).sort());
});
