import {mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {checkout} from "./support/project.js";
import {run} from "./support/run.js";

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "rygatlas-line-"));
  symlinkSync(join(checkout, "node_modules"), join(project, "node_modules"), "junction");
  const reporter = JSON.stringify(join(checkout, "test/support/closingLine.ts"));
  writeFileSync(
    join(project, "vitest.config.js"),
    `export default {test: {reporters: ["default", ${reporter}], globals: true}};\n`
  );
});
afterEach(() => rmSync(project, {recursive: true, force: true}));

test.each([
  ["all is well", 'test("a", () => {}); test("b", () => {});', 0, "2 passed, 0 failed"],
  ["a test fails", 'test("a", () => {}); test("b", () => { throw Error(); });', 1, "1 passed, 1 failed"],
  ["a test is skipped", 'test("a", () => {}); test.skip("b", () => {});', 0, "1 passed, 0 failed, 1 skipped"],
  ["a file fails before its tests", 'test("a", () => {}); throw Error();', 1, "0 passed, 1 failed"],
  [
    "what comes before the tests fails",
    'test("a", () => {}); beforeAll(() => { throw Error(); });',
    1,
    "0 passed, 1 failed, 1 skipped"
  ]
])("when %s, the last line says so and so does the exit code", async (_, text, exit, line) => {
  writeFileSync(join(project, "one.test.js"), text);
  const {code, out} = await run(process.execPath, ["node_modules/vitest/vitest.mjs", "run"], {cwd: project});
  expect(out.trimEnd().split("\n").at(-1)).toBe(line);
  expect(code).toBe(exit);
});
