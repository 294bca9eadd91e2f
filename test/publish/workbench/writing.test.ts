import {existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openBench, type Bench} from "../../../publish/workbench/bench.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";
import {smallWorkspace} from "./smallWorkspace.js";

const root = temporaryFolder();
let bench: Bench;
beforeAll(async () => {
  bench = openBench(await smallWorkspace(root));
});
afterAll(() => bench.close());

test("a draft is a page with the cells, their choices and their charts", async () => {
  const draft = await bench.draft({
    title: "Søvn hos alle",
    path: "kladder/soevn",
    cells: [
      {id: "answers", query: "FROM audit_answers\nWHERE round = ${round} AND profession = ${profession}"},
      {query: "FROM answers", chart: {mark: "barX", x: "n", y: "profession"}},
      {query: "SELECT period FROM indicator_values WHERE period = ${period}"}
    ]
  });
  expect(draft).toEqual({file: "src/kladder/soevn.md", address: "/kladder/soevn"});
  expect(readFileSync(join(root, draft.file), "utf8")).toBe(`---
title: "Søvn hos alle"
description: "Søvn hos alle, fra værkstedet."
draft: true
---

# Søvn hos alle

\`\`\`js
import {chooseRegister} from "../components/inputs/chooseRegister.js";
import {Inputs, Plot, choiceBar, choose, sql} from "../components/notebook.js";
\`\`\`

\`\`\`js
const choices = view(choiceBar({round: choose("round"), profession: choose("profession"), period: chooseRegister("period")}));
\`\`\`

\`\`\`js
const {round, profession, period} = choices;
\`\`\`

\`\`\`sql id=answers display
FROM audit_answers
WHERE round = \${round} AND profession = \${profession}
\`\`\`

\`\`\`sql id=rows2 display
FROM answers
\`\`\`

\`\`\`js
display(Plot.plot({
  marginLeft: 150,
  x: {labelArrow: "none"},
  y: {labelArrow: "none", grid: false},
  marks: [Plot.barX(rows2, {x: "n", y: "profession", fill: "var(--theme-foreground-focus)", sort: {y: "-x"}, tip: true})]
}));
\`\`\`

\`\`\`sql
SELECT period FROM indicator_values WHERE period = \${period}
\`\`\`
`);
});

test.each([
  ["../oven-over", /sidens adresse/],
  ["/etc/side", /sidens adresse/],
  ["a/../../side", /sidens adresse/],
  ["components/side", /uden for websteds moduler/],
  ["data/side", /uden for websteds moduler/],
  ["Side.md", /sidens adresse/],
  [".observablehq/side", /sidens adresse/]
])("a draft is not written at %s", async (path, why) => {
  await expect(bench.draft({title: "Side", path, cells: []})).rejects.toThrow(why);
});

test("a draft never replaces a page, and does not follow a link out of src", async () => {
  mkdirSync(join(root, "src/audit"), {recursive: true});
  writeFileSync(join(root, "src/audit/side.md"), "# Min egen");
  await expect(bench.draft({title: "Side", path: "audit/side", cells: []})).rejects.toThrow(
    "src/audit/side.md findes i forvejen; vælg et andet navn."
  );
  expect(readFileSync(join(root, "src/audit/side.md"), "utf8")).toBe("# Min egen");
  mkdirSync(join(root, "elsewhere"));
  symlinkSync(join(root, "elsewhere"), join(root, "src/genvej"));
  await expect(bench.draft({title: "Side", path: "genvej/side", cells: []})).rejects.toThrow(/fører ud af src/);
  expect(existsSync(join(root, "elsewhere/side.md"))).toBe(false);
});

test("a cell's fence cannot be closed from within, nor may two cells have one name", async () => {
  const written = (cells: {id?: string; query: string}[]) => bench.draft({title: "Side", path: "ny", cells});
  await expect(written([{query: "SELECT 1\n```\n```js\nfetch('x')"}])).rejects.toThrow(/må ikke stå i en celle/);
  await expect(
    written([
      {id: "a", query: "SELECT 1"},
      {id: "a", query: "SELECT 2"}
    ])
  ).rejects.toThrow(/samme navn/);
});

/** Asks for a table of one cell. */
function declare(
  query: string,
  given: {name?: string; title?: string; counted?: string; meanings?: Record<string, string>} = {}
) {
  const asking = {cells: [{query}], index: 0, chosen: {}};
  return bench.table({asking, name: "audit_sexes", title: "Køn i auditten", counted: "n", meanings: {}, ...given});
}

test("a count of registrations becomes a declaration that protects it, and a test worked out without its query", async () => {
  const query = "SELECT round, profession, sex, count(*) AS n FROM people.registrations GROUP BY ALL";
  const {files, finished} = await declare(query);
  expect([files, finished]).toEqual([
    ["data-loaders/tables/audit/auditSexes.ts", "test/data-loaders/tables/audit/auditSexes.test.ts"],
    true
  ]);
  const [declaration, itsTest] = files.map((file) => readFileSync(join(root, file), "utf8"));
  expect(declaration).toMatchSnapshot();
  expect(itsTest).toMatchSnapshot();
  await expect(declare(query)).rejects.toThrow("data-loaders/tables/audit/auditSexes.ts findes i forvejen");
});

test("a count of some of the patients says so, and what the rest are", async () => {
  const {files, finished} = await declare(
    "SELECT c.period, c.sex, count(DISTINCT c.person_id) AS n FROM people.cohort c JOIN people.spine_procedures s USING (person_id) GROUP BY ALL",
    {name: "scanned_sexes", title: "Skannede efter køn"}
  );
  // Nobody of the example is scanned, so that its rows are for the analyst to work out.
  expect(finished).toBe(false);
  expect(readFileSync(join(root, files[0]!), "utf8")).toMatchSnapshot();
});

test.each<[string, Parameters<typeof declare>[1], RegExp]>([
  ["SELECT round, profession, n FROM audit_answers", {}, /tælle personer/],
  [
    "SELECT round, profession, count(*) AS n FROM people.registrations WHERE round = ${round} GROUP BY ALL",
    {},
    /alle valgene/
  ],
  ["SELECT round, count(*) AS n FROM people.registrations GROUP BY ALL", {}, /kolonnen profession mangler/],
  ["SELECT round, profession, avg(age) AS n FROM people.registrations GROUP BY ALL", {}, /n skal være et antal/],
  [
    "SELECT round, profession, avg(age) AS age, count(*) AS n FROM people.registrations GROUP BY ALL",
    {},
    /nøgler og ét antal/
  ],
  [
    "SELECT round, profession, age, count(*) AS n FROM people.registrations GROUP BY ALL",
    {},
    /kan ikke beskytte tal efter age/
  ],
  [
    "SELECT period, person_id, count(*) AS n FROM people.cohort GROUP BY ALL",
    {},
    /kan ikke beskytte tal efter person_id/
  ],
  [
    "SELECT round, profession, count(*) AS n FROM people.registrations, people.cohort GROUP BY ALL",
    {},
    /både auditten og registrene/
  ],
  [
    "SELECT round, profession, count(*) AS n FROM people.registrations GROUP BY ALL",
    {name: "means"},
    /allerede en tabel/
  ],
  ["SELECT round, profession, count(*) AS n FROM people.registrations GROUP BY ALL", {name: "../x"}, /navnet skal være/]
])("%s does not become a table", async (query, given, why) => {
  await expect(declare(query, {name: "audit_other", ...given})).rejects.toThrow(why);
});
