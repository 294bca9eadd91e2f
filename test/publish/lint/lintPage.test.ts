import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import type {Session} from "../../../data-loaders/engine/session.js";
import {lintPage} from "../../../publish/lint/lintPage.js";
import {describeProblem} from "../../../publish/lint/problem.js";
import {checkout} from "../../support/project.js";
import {smallSession} from "../session.js";
import {words} from "../pages/vocabulary.js";

let session: Session;
beforeAll(async () => void (session = await smallSession()));
afterAll(() => session.close());

const fence = "```";
const imports = ["```js", "import {Inputs, Plot, html,", '  sql} from "../components/notebook.js";', fence];
const lintText = (...lines: string[]) =>
  lintPage({path: "audit/x.md", text: lines.join("\n"), draft: false}, {root: checkout, session, words});
const problems = (...lines: string[]) => lintText(...lines, ...imports);

test("a sound page has no problems", async () => {
  expect(
    await problems(
      "```js",
      "const {round, profession} = view(html``);",
      fence,
      "```sql id=rows",
      "SELECT n FROM counts WHERE round = ${round} AND profession = ${profession}",
      fence
    )
  ).toEqual([]);
});

test("a failing query is an error at the line DuckDB points at; the cells after it are still run", async () => {
  expect(
    await problems(
      "# Side",
      "```sql id=a",
      "",
      "SELECT n,",
      "  rond",
      "FROM counts",
      fence,
      "```sql id=b",
      "SELECT * FROM nowhere",
      fence
    )
  ).toEqual([
    {
      file: "src/audit/x.md",
      line: 5,
      column: 3,
      severity: "error",
      message: "Der er ingen kolonne »rond« i det, som FROM nævner. Mente du round?"
    },
    {
      file: "src/audit/x.md",
      line: 9,
      severity: "error",
      message: "En celle må kun læse de offentliggjorte tabeller; nowhere er ingen af dem."
    }
  ]);
});

test("a draft may read what is never published, and lint says so; a cell may read another", async () => {
  const text = [
    "---",
    "draft: true",
    "---",
    "```sql id=patients",
    "FROM people.cohort",
    fence,
    "```sql",
    "FROM patients",
    fence
  ];
  const found = await lintPage(
    {path: "audit/x.md", text: [...text, ...imports].join("\n"), draft: true},
    {root: checkout, session, words}
  );
  const message =
    "Kladden læser people.cohort i data/workspace og kan ikke offentliggøres; gør tallet til en tabel først.";
  expect(found).toEqual([5, 8].map((line) => ({file: "src/audit/x.md", line, severity: "warning", message})));
  expect(
    await problems("```sql id=gp", "SELECT n FROM counts WHERE profession = 'gp'", fence, "```sql", "FROM gp", fence)
  ).toEqual([]);
});

test("counts, sums and decimals need no cast; what a browser cannot read is an error that says what to write", async () => {
  const found = await problems(
    "```sql",
    "SELECT count(*) AS n, sum(n) AS total, 0.5 AS half, list(n) AS all_n FROM counts",
    fence
  );
  expect(found.map(({line, severity, message}) => `${line} ${severity} ${message}`)).toEqual([
    expect.stringMatching(/^2 error .*"all_n" er INTEGER\[\].*::VARCHAR/)
  ]);
});

test("a cell of more rows than a page gets is an error", async () => {
  expect(await problems("```sql", "SELECT 1 AS x FROM range(100001)", fence)).toMatchObject([
    {line: 2, severity: "error", message: expect.stringMatching(/^Cellen giver mere end 100\.000 rækker/)}
  ]);
});

test("two columns of the same name are an error", async () => {
  const found = await problems(
    "```sql",
    "SELECT a.n, b.n, a.round FROM counts a JOIN counts b USING (profession)",
    fence
  );
  expect(found.map(({message}) => message)).toEqual([expect.stringMatching(/^To kolonner hedder "n"/)]);
});

test("an expression that is no choice is a warning", async () => {
  expect(await problems("```js", "const x = {y: 1};", fence, "```sql", "SELECT ${x.y}", fence)).toMatchObject([
    {line: 5, severity: "warning", message: expect.stringContaining("${x.y}")}
  ]);
});

test("a page's own parameter is what it is on that page; one it does not have is an error", async () => {
  const text = [
    ...imports,
    "```sql id=a",
    "SELECT n FROM counts WHERE profession = ${observable.params.kode} AND error(${observable.params['kode']}) = ''",
    fence,
    "```sql id=b",
    "SELECT ${observable.params.navn}",
    fence
  ].join("\n");
  const made = {address: "fag/gp", template: "fag/[kode].md", name: "Læger", params: {kode: "gp"}, words: {}};
  expect(await lintPage({path: "fag/[kode].md", text, draft: false, made}, {root: checkout, session, words})).toEqual([
    {file: "src/fag/[kode].md", line: 6, column: 1, severity: "error", message: "DuckDB svarer: gp"},
    {
      file: "src/fag/[kode].md",
      line: 9,
      severity: "error",
      message: expect.stringMatching(/^\$\{observable\.params\.navn\} kendes ikke/)
    }
  ]);
});

test("what a page forgot to import, and Framework would fetch from the web, is an error", async () => {
  expect(await lintText("```sql id=rows", "SELECT 1 AS n", fence)).toMatchObject([
    {line: 2, severity: "error", message: expect.stringMatching(/ sql uden /)}
  ]);
  const sqlAlone = ["```js", 'import {sql} from "../components/notebook.js";', fence];
  expect(await lintText(...sqlAlone, "```sql id=rows", "SELECT 1 AS n", fence)).toEqual([]);
  expect(await lintText(...sqlAlone, "```sql display=false", "SELECT 1 AS n", fence)).toEqual([]);
  for (const attributes of ["", " echo", " id=rows display", " id=rows display=true"]) {
    expect(await lintText(...sqlAlone, `\`\`\`sql${attributes}`, "SELECT 1 AS n", fence)).toMatchObject([
      {line: 5, message: expect.stringMatching(/ Inputs uden /)}
    ]);
  }
});

const {tasks} = JSON.parse(readFileSync(join(checkout, ".vscode/tasks.json"), "utf8")) as {tasks: Task[]};
const lintTasks = tasks.filter(({script, args}) => script === "lint" || args?.includes("lint"));

test.each(lintTasks)(
  "VS Code's task $label reads every line of it",
  async ({problemMatcher: {owner, fileLocation, pattern, background}}) => {
    const found = await problems(
      "```sql",
      "SELECT list(n) FROM counts",
      fence,
      "```sql id=x",
      "SELECT ${x}",
      fence,
      "```sql",
      "SELECT\n  'a:b' + y:",
      fence
    );
    expect(owner).toBe("rygatlas");
    expect(fileLocation).toEqual(["relative", "${workspaceFolder}"]);
    const read = found.map(describeProblem).map((line) => {
      const match = new RegExp(pattern.regexp).exec(line)!;
      return {
        file: match[pattern.file],
        line: Number(match[pattern.line]),
        column: Number(match[pattern.column]),
        severity: match[pattern.severity],
        message: match[pattern.message]
      };
    });
    expect(read).toEqual(found.map((problem) => ({column: 1, ...problem})));
    expect(found.map(({severity, line}) => [severity, line])).toEqual([
      ["error", 2],
      ["warning", 5],
      ["error", 9]
    ]);
    // What is printed besides is none of it.
    for (const line of ["> node bin/rygatlas.js lint", "lint: begynder"])
      expect(new RegExp(pattern.regexp).test(line)).toBe(false);
    expect([background?.beginsPattern ?? "^lint: begynder$", background?.endsPattern ?? "^lint: færdig"]).toEqual([
      "^lint: begynder$",
      "^lint: færdig"
    ]);
  }
);

test("there is one task for once and one for each save", () => {
  expect(lintTasks.map(({isBackground = false}) => isBackground)).toEqual([false, true]);
});

interface Task {
  label: string;
  script?: string;
  args?: string[];
  isBackground?: boolean;
  problemMatcher: Matcher;
}

interface Matcher {
  owner: string;
  fileLocation: string[];
  background?: {beginsPattern: string; endsPattern: string};
  pattern: {regexp: string; file: number; line: number; column: number; severity: number; message: number};
}
