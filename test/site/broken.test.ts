import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, expect, inject, test} from "vitest";
import {copyProject, emptyPages, removeProject, withoutTemplates} from "../support/project.js";
import {run, rygatlas, type Outcome} from "../support/run.js";

let project: string;
let page: string;
beforeAll(() => {
  project = copyProject({from: inject("site").project, built: true});
  withoutTemplates(project);
  emptyPages(project);
  page = join(project, "src/audit/brudt.md");
});
afterEach(() => rmSync(page, {force: true}));
afterAll(() => removeProject(project));

const fence = "```";
const imports = [
  "```js",
  'import {Inputs, choose, sql} from "../components/notebook.js";',
  'const consultation = view(choose("consultation"));',
  fence
];
const place = (...lines: string[]) =>
  writeFileSync(page, ["---", "title: Brudt", "---", "", ...lines, ...imports, ""].join("\n"));
const build = () => run("npm", ["run", "build"], {cwd: project});
const said = ({out, err}: Outcome) => out + err;

test("a query that cannot run stops the build before it starts, and the site that was there stands untouched", async () => {
  place("```sql id=rows", "SELECT n,", "  procent", "FROM audit_answers", fence);
  const before = built();
  const outcome = await build();
  expect(outcome.code).toBe(1);
  expect(said(outcome)).toMatch(
    /^src\/audit\/brudt\.md:7:3: error: Der er ingen kolonne »procent« i det, som FROM nævner\. Mente du percent\?/m
  );
  expect(said(outcome)).not.toMatch(/klar i dist|\n\s+at /);
  expect(built()).toEqual(before);
});

test("a query that fails for one choice only stops the build, and nothing left behind passes for a finished site", async () => {
  place(
    "```sql id=rows",
    "SELECT n FROM audit_answers",
    "WHERE CASE WHEN ${consultation} = 'later' THEN error('kun senere') ELSE '' END = ''",
    fence
  );
  const outcome = await build();
  expect(outcome.code).toBe(1);
  expect(said(outcome)).toMatch(/^src\/audit\/brudt\.md:6: .*kun senere/m);
  expect(said(outcome)).not.toMatch(/klar i dist|\n\s+at /);
  expect(existsSync(join(project, "dist/_site"))).toBe(false);
  expect(existsSync(join(project, "dist/_answers"))).toBe(false);
});

test("a broken JavaScript cell, which Framework writes into the page and passes over, stops the build before it starts", async () => {
  place("```js", "const a = ;", fence);
  const outcome = await build();
  expect(outcome.code).toBe(1);
  expect(said(outcome)).toMatch(/^src\/audit\/brudt\.md:6:11: error: Cellen kan ikke læses: /m);
  expect(said(outcome)).not.toMatch(/klar i dist|\n\s+at /);
});

test("a column that a browser cannot read stops the build; a count needs no cast, and an expression nobody can answer beforehand does not stop lint", async () => {
  const computed = ["```js", "const x = 3;", fence, "```sql id=a", "SELECT ${x} AS x", fence];
  place(...computed, "```sql id=b", "SELECT [1, 2] AS n FROM audit_answers", fence);
  const outcome = await build();
  expect(outcome.code).toBe(1);
  expect(outcome.out).toMatch(/^src\/audit\/brudt\.md:9:1: warning: /m);
  expect(outcome.out).toMatch(/^src\/audit\/brudt\.md:12:1: error: .*INTEGER\[\]/m);
  place(...computed, "```sql id=b", "SELECT count(*) AS n FROM audit_answers", fence);
  expect(await rygatlas(project, ["lint"])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^src\/audit\/brudt\.md:9:1: warning: .*\n$/),
    err: ""
  });
});

/** Every file of the built site, the pages with their text. */
function built(): Record<string, string> {
  const dist = join(project, "dist");
  const files = readdirSync(dist, {recursive: true, encoding: "utf8"}).sort();
  return Object.fromEntries(
    files.map((file) => [file, file.endsWith(".html") ? readFileSync(join(dist, file), "utf8") : ""])
  );
}
