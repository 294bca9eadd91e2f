import {mkdirSync, symlinkSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Session} from "../../../data-loaders/engine/session.js";
import {readPages} from "../../../publish/pages/cells.js";
import {fence, fenceFiles} from "../../../publish/fence/fence.js";
import {gate} from "../../../publish/gate/gate.js";
import {lintPage} from "../../../publish/lint/lintPage.js";
import type {Problem} from "../../../publish/lint/problem.js";
import {publishedTables} from "../../../publish/answers/tables.js";
import {tableFile} from "../../../publish/framework/builtSite.js";
import {checkout} from "../../support/project.js";
import {removeFixtureSite, spoil, writeFixtureSite, type FixtureSite} from "../gate/fixtureSite.js";
import {words} from "../pages/vocabulary.js";
import {ways} from "./ways.js";

let site: FixtureSite;
let session: Session;
let linted: string[];
let gated: string[];

beforeAll(async () => {
  site = await writeFixtureSite();
  const {settings, dist} = site;
  session = await publishedTables(settings, (table) => join(dist, tableFile(table)));
  const src = join(settings.root, "src");
  // What an honest project has, and one way beside the other: each is a file of its own.
  expect(await fence(settings.root, session)).toEqual([]);
  for (const {file, text, link} of ways) {
    mkdirSync(dirname(join(src, file)), {recursive: true});
    if (link) symlinkSync(join(settings.root, link), join(src, file));
    else writeFileSync(join(src, file), text);
  }
  const problems: Problem[] = (await fenceFiles(settings.root)).map((fault) => ({...fault, severity: "error"}));
  for (const page of readPages(src)) problems.push(...(await lintPage(page, {root: checkout, session, words})));
  linted = problems
    .filter(({severity}) => severity === "error")
    .map(({file, line, message}) => `${file}:${line}: ${message}`);
  gated = await gate(settings, spoil(site).dist).then(
    () => [],
    (error: Error) => error.message.split("\n")
  );
});
afterAll(() => {
  session?.close();
  removeFixtureSite(site);
});

describe("neither lint nor the gate lets through", () => {
  test.each(ways)("$name", ({file, refused}) => {
    const expected = `src/${file}:${refused}`;
    expect(linted.filter((line) => line.startsWith(`src/${file}:`))).toContain(expected);
    expect(gated).toContain(expected);
  });
});

test("more than 25 ways are tried", () => {
  expect(ways.length).toBeGreaterThan(25);
});

test("the project's own pages, modules, styles and files are let through", async () => {
  expect(await fence(checkout, session)).toEqual([]);
});

test("a draft is warned of only: it is never published", async () => {
  const text =
    "---\ntitle: Kladde\ndraft: true\n---\n\n```js\nimport {sql} from \"../components/notebook.js\";\n```\n\n```sql id=rows\nFROM 'x.csv'\n```\n";
  const problems = await lintPage({path: "audit/kladde.md", text, draft: true}, {root: checkout, session, words});
  expect(problems).toEqual([
    {
      file: "src/audit/kladde.md",
      line: 11,
      severity: "warning",
      message: expect.stringContaining("»x.csv« er ingen af dem")
    }
  ]);
});

describe("what an honest cell reads is answered as before:", () => {
  const honest = [
    "SELECT n FROM audit_answers",
    "FROM AUDIT_ANSWERS a JOIN codebook USING (profession, question_id, answer_id)",
    "WITH a AS (FROM audit_answers), b AS (FROM a) FROM b",
    "WITH RECURSIVE a AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM a WHERE x < 3) FROM a",
    "SELECT (WITH z AS (SELECT 1 AS x) SELECT x FROM z)",
    "VALUES (1)",
    "TABLE means",
    "PIVOT audit_answers ON profession IN ('doctor') USING max(n)",
    "FROM means UNPIVOT (value FOR name IN (mean, n))",
    "DESCRIBE means",
    "SUMMARIZE means",
    "FROM range(3), unnest([1, 2])",
    "SELECT list_transform([1], lambda x: x + 1), current_date, now()",
    "SELECT 1; -- one"
  ];
  test.each(honest)("%s", async (sql) => {
    expect(
      await lintPage(
        {path: "audit/x.md", text: `\`\`\`sql id=rows\n${sql}\n\`\`\`\n`, draft: false},
        {root: checkout, session, words}
      )
    ).not.toContainEqual(expect.objectContaining({message: expect.stringMatching(/^En celle/)}));
  });
});

describe("where a query got past the parser, the session itself refuses", () => {
  test.each([
    "FROM read_text('/etc/hostname')",
    "COPY audit_answers TO 'x.csv'",
    "ATTACH 'x.duckdb'",
    "INSTALL httpfs"
  ])("files and the network: %s", async (sql) => {
    await expect(session.run(sql)).rejects.toThrow(/disabled|Permission/);
  });

  test("settings", async () => {
    await expect(session.run("SET enable_external_access = true")).rejects.toThrow(/locked|Cannot/);
  });
});

test("a query that a build wrote into a page is refused, also where no source has it", async () => {
  const other = await writeFixtureSite();
  const spoiled = spoil(other);
  spoiled.changePage(
    "audit/svar.html",
    /FROM audit_answers WHERE/,
    "FROM audit_answers, read_text('/etc/hostname') WHERE"
  );
  spoiled.sign();
  await expect(gate(other.settings, spoiled.dist)).rejects.toThrow(
    "audit/svar.html: En celle må kun læse de offentliggjorte tabeller; read_text() læser noget andet."
  );
  removeFixtureSite(other);
});
