import {setTimeout} from "node:timers/promises";
import {afterAll, beforeAll, expect, test} from "vitest";
import {writeCatalogue, catalogue} from "../../../data-loaders/load/catalogue.js";
import {buildCache} from "../../../data-loaders/load.js";
import type {Settings} from "../../../data-loaders/ground/settings.js";
import {openBench, type Answer, type Bench, type Fault} from "../../../publish/workbench/bench.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";
import {smallWorkspace} from "./smallWorkspace.js";

const root = temporaryFolder();
let settings: Settings;
let bench: Bench;
beforeAll(async () => {
  settings = await smallWorkspace(root);
  bench = openBench(settings);
});
afterAll(() => bench.close());

/** Asks the last of some queries; the others are cells named a, b, … */
function run(...queries: string[]): Promise<Answer | Fault> {
  return bench.run(askingOf(queries));
}

function askingOf(queries: string[], chosen: Record<string, string> = {}) {
  const cells = queries.map((query, i) => ({id: "abc"[i], query}));
  return {cells, index: cells.length - 1, chosen};
}

test("tables stand in three groups, each column with its meaning, unit and type", async () => {
  const {groups, words} = await bench.catalogue();
  expect(groups.map(({schema, label, tables}) => [schema, label, tables.map(({name}) => name)])).toEqual([
    ["main", "Offentliggjort", ["audit_answers"]],
    ["before", "Før beskyttelse", ["before.audit_answers"]],
    ["people", "Personer", ["people.registrations", "people.cohort", "people.spine_procedures"]]
  ]);
  expect(groups[2]!.tables[1]!.columns[2]).toEqual({
    name: "age",
    type: "INTEGER",
    meaning: "Alder ved den første kontakt",
    unit: "år"
  });
  expect(words.rounds).toEqual([1, 2]);
});

test("an answer has its rows, how many are hidden, and what it read that may not be published", async () => {
  expect(await run("FROM audit_answers ORDER BY profession")).toMatchObject({
    columns: [
      {name: "round", type: "INTEGER"},
      {name: "profession", type: "VARCHAR"},
      {name: "n", type: "INTEGER"},
      {name: "status", type: "VARCHAR"}
    ],
    rows: 2,
    hidden: 1,
    cut: false,
    unprotected: [],
    first: {
      rows: [
        [1, "chiropractor", null, "hidden"],
        [1, "gp", 10, "shown"]
      ]
    }
  });
  expect(
    await run("SELECT max(age) AS oldest, max(index_date) AS last, sum(age * 1.5) AS more FROM people.cohort")
  ).toMatchObject({
    unprotected: ["people.cohort"],
    first: {rows: [[63, "2024-02-03", 183]]}
  });
});

test("a cell reads another by its name, and is no more publishable than that", async () => {
  expect(await run("SELECT age FROM people.cohort", "FROM a WHERE age > 40 ORDER BY age")).toMatchObject({
    unprotected: ["people.cohort"],
    first: {rows: [[41], [63]]}
  });
});

test("the site's choices are bound: the first, or what is chosen", async () => {
  const query = "SELECT count(*) AS n FROM people.registrations WHERE profession = ${profession} AND round = ${round}";
  expect(await run(query)).toMatchObject({first: {rows: [[3]]}});
  const other = askingOf([query], {profession: "chiropractor", round: "2"});
  expect(await bench.run(other)).toMatchObject({first: {rows: [[1]]}});
  expect(await run("SELECT\n${proffesion}")).toEqual({
    error: "${proffesion} er ikke et af webstedets valg, som står i src/parameters.ts.",
    line: 2
  });
});

test.each([
  ["SELECT 1; SELECT 2", /én SELECT/],
  ["CREATE TABLE x (y INTEGER)", /én SELECT/],
  ["COPY people.cohort TO 'x.csv'", /én SELECT/],
  ["FROM read_text('/etc/hostname')", /read_text\(\) læser noget andet/],
  ["FROM '/etc/hostname'", /er ingen af dem/],
  ["SELECT getenv('HOME')", /getenv/],
  ['FROM results."answer 1"', /er ingen af dem/],
  ["SET memory_limit = '1TB'", /én SELECT/],
  ["FROM cohort", /tabellerne til venstre; cohort er ingen af dem. Mente du people.cohort\?/]
])("%s is refused", async (query, why) => {
  expect(await run(query)).toEqual({error: expect.stringMatching(why), line: 1});
});

test("DuckDB's own complaint comes with the line it is about", async () => {
  expect(await run("SELECT age\nFROM people.cohort\nWHERE agee > 4")).toEqual({
    error: "Der er ingen kolonne »agee« i det, som FROM nævner. Mente du age?",
    line: 3
  });
});

test("rows are sorted and filtered where they lie, and fetched a window at a time", async () => {
  const {result} = (await run("SELECT range AS i, 'row ' || range AS word FROM range(1000)")) as Answer;
  const window = (view: object, from = 0) => bench.window({result, view, from, count: 2});
  expect(await window({}, 998)).toEqual({
    total: 1000,
    from: 998,
    rows: [
      [998, "row 998"],
      [999, "row 999"]
    ]
  });
  expect(await window({sort: {column: "i", descending: true}})).toMatchObject({
    rows: [
      [999, "row 999"],
      [998, "row 998"]
    ]
  });
  expect(await window({filters: {i: ">=997", word: "8"}})).toEqual({total: 1, from: 0, rows: [[998, "row 998"]]});
  expect(await window({filters: {word: "tom"}})).toMatchObject({total: 0, rows: []});
  expect(await window({filters: {word: "' OR true --"}})).toMatchObject({total: 0});
});

test("an answer of more than a million rows is cut, and says so", async () => {
  expect(await run("FROM range(1000001)")).toMatchObject({rows: 1_000_000, cut: true, first: {total: 1_000_000}});
});

test("what takes too long is stopped, by itself or by whom asked; the next cell is answered", async () => {
  const slow = "SELECT count(*) AS n FROM range(10000000) a, range(1000000) b WHERE a.range + b.range = 7";
  const hurried = openBench(settings, {seconds: 0.2});
  expect(await hurried.run(askingOf([slow]))).toMatchObject({
    error: expect.stringContaining("standset efter 0.2 sekunder")
  });
  hurried.close();
  const answer = run(slow);
  let stopped = 0;
  while (stopped === 0) {
    await setTimeout(10);
    stopped = (await bench.stop()).stopped;
  }
  expect(await answer).toMatchObject({error: "Cellen blev standset."});
  expect(await run("SELECT 1 AS one")).toMatchObject({first: {rows: [[1]]}});
});

test("a column's distribution: empty and hidden rows, ends, and its values", async () => {
  expect(await bench.profile({table: "audit_answers", column: "n"})).toMatchObject({
    rows: 2,
    empty: 1,
    hidden: 1,
    distinct: 1,
    least: "10",
    middle: 10,
    most: "10",
    values: [{value: "10", n: 1}]
  });
  expect((await bench.profile({table: "people.registrations", column: "profession"})).values).toEqual([
    {value: "gp", n: 3},
    {value: "chiropractor", n: 1}
  ]);
  await expect(bench.profile({table: "duckdb_settings()", column: "name"})).rejects.toThrow(/ingen tabel/);
});

test("the protected answer to the same: numbers that protection takes are gone; people have none", async () => {
  const before = "SELECT profession, n, status FROM before.audit_answers ORDER BY profession";
  expect(await run(before)).toMatchObject({
    hidden: 0,
    first: {
      rows: [
        ["chiropractor", 2, "shown"],
        ["gp", 10, "shown"]
      ]
    }
  });
  expect(await bench.protected(askingOf([before]))).toMatchObject({
    hidden: 1,
    unprotected: [],
    first: {
      rows: [
        ["chiropractor", null, "hidden"],
        ["gp", 10, "shown"]
      ]
    }
  });
  expect(await bench.protected(askingOf(["FROM people.cohort"]))).toMatchObject({
    error: expect.stringContaining("gør cellen til en tabel")
  });
});

test("after another load, the bench reads what that left", async () => {
  expect(await run("FROM people.cohort")).toMatchObject({rows: 3});
  const before = (await run("SELECT 1")) as Answer;
  await writeCatalogue(settings, catalogue(settings, buildCache(settings)));
  expect(await run("FROM people.cohort")).toMatchObject({rows: 3});
  await expect(bench.window({result: before.result, view: {}, from: 0, count: 1})).rejects.toThrow(/kør cellen igen/);
});
