// @module-tag slow: checks the whole project.
import {createRequire} from "node:module";
import {expect, test} from "vitest";
import {checkout} from "./support/project.js";
import {run} from "./support/run.js";

test("the types fit", async () => {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const {code, out} = await run(process.execPath, [tsc, "-p", "."], {cwd: checkout});
  expect(out).toBe("");
  expect(code).toBe(0);
});
