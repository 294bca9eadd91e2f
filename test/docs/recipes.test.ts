// @module-tag slow: runs the type checker, the linter and tests in a copy of the project.
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {readIndicators} from "../../data-loaders/indicators/definition/readIndicators.js";
import {parameterPages} from "../../publish/pages/parameterPages.js";
import {blocksOf, docs, saveBlock} from "../support/docs.js";
import {copyProject, removeProject} from "../support/project.js";
import {run} from "../support/run.js";

/** What readers save as files of their own: a chart, a table, an indicator, each with its test. */
const files = docs.flatMap((doc) =>
  blocksOf(doc)
    .filter(({language, file}) => language === "ts" && file.includes("/"))
    .map(({file}) => ({doc, file}))
);

let project: string;
beforeAll(() => {
  project = copyProject();
  for (const {doc, file} of files) saveBlock(project, doc, file);
});
afterAll(() => removeProject(project));

/** Runs one of the project's tools, as `npx` does. */
function tool(script: string, ...args: string[]) {
  return run(process.execPath, [join("node_modules", script), ...args], {cwd: project});
}

test("every recipe is code and a test of it", () => {
  expect(files.map(({file}) => file)).toEqual([
    "src/components/charts/shareBars.ts",
    "test/components/charts/shareBars.test.ts",
    "data-loaders/tables/audit/auditSizes.ts",
    "test/data-loaders/tables/audit/auditSizes.test.ts",
    "data-loaders/indicators/firstSeenAcutely.ts",
    "test/data-loaders/indicators/firstSeenAcutely.test.ts"
  ]);
});

test("their types fit", async () => {
  const config = {extends: "./tsconfig.json", include: [], files: files.map(({file}) => file)};
  writeFileSync(join(project, "recipes.json"), JSON.stringify(config));
  const {code, out} = await tool("typescript/bin/tsc", "-p", "recipes.json");
  expect({code, out}).toEqual({code: 0, out: ""});
});

test("they are formatted as the editor would format them, and the linter has nothing to say", async () => {
  const {code, out, err} = await tool("@biomejs/biome/bin/biome", "check", ...files.map(({file}) => file));
  expect({code, said: code === 0 ? "" : out + err}).toEqual({code: 0, said: ""});
});

test("their tests pass", async () => {
  const tests = files.map(({file}) => file).filter((file) => file.startsWith("test/"));
  const {code, out, err} = await tool(
    "vitest/vitest.mjs",
    "run",
    "--project",
    "unit",
    "--project",
    "components",
    ...tests
  );
  expect({code, said: code === 0 ? "" : out + err}).toEqual({code: 0, said: ""});
  expect(out).toContain("passed");
});

test("the indicator is found, and has a page of its own", async () => {
  const indicators = await readIndicators(join(project, "data-loaders/indicators"));
  expect(indicators.map(({id}) => id)).toContain("first_seen_acutely");
  const pages = await parameterPages(project);
  expect(pages.map(({address}) => address)).toContain("register/indikatorer/first_seen_acutely");
});

test("the table is published, with no other file changed", async () => {
  const script =
    'import("./data-loaders/tables/index.ts").then(({tables}) => console.log(tables.map(({name}) => name).join()))';
  const {out, err} = await run(process.execPath, ["--import", "tsx", "-e", script], {cwd: project});
  expect(err).toBe("");
  expect(out.trim().split(",")).toContain("audit_sizes");
});
