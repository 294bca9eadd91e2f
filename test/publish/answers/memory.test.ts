import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from "vitest";
import type {Session} from "../../../data-loaders/engine/session.js";
import {tables} from "../../../data-loaders/tables/index.js";
import {aboutAnswers, readAnswers, type Answers} from "../../../publish/answers/memory.js";
import {runCell} from "../../../publish/answers/runCell.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";
import {smallSession} from "../session.js";

let session: Session;
beforeAll(async () => void (session = await smallSession()));
afterAll(() => session.close());
afterEach(() => session.run("UPDATE counts SET n = 10 WHERE profession = 'gp' AND round = 1"));

const workspace = temporaryFolder();
let memory: Answers;
beforeEach(() => {
  rmSync(join(workspace, "answers.json"), {force: true});
  memory = readAnswers({workspace});
});

const query = ["SELECT n FROM counts WHERE profession = ", " AND round = ", ""];

/** The first row of each answer. A count is asked for first, and then changes, where no hash says so. */
async function askedTwice(
  first: {parts?: string[]; values?: string[]; about?: string},
  second: typeof first
): Promise<unknown[]> {
  const ask = async ({parts = query, values = ["gp", "1"], about = "a"}: typeof first, memory: Answers) => {
    const rows: unknown[] = [];
    for await (const answer of runCell(session, parts, [values], {memory, about})) rows.push(answer.rows[0]?.[0]);
    return rows[0];
  };
  const before = await ask(first, memory);
  memory.keep();
  await session.run("UPDATE counts SET n = 11 WHERE profession = 'gp' AND round = 1");
  return [before, await ask(second, readAnswers({workspace}))];
}

test("what was asked for is not asked for again", async () => {
  expect(await askedTwice({}, {})).toEqual([10, 10]);
});

test.each([
  ["another query", {parts: ["SELECT n + 0 FROM counts WHERE profession = ", " AND round = ", ""]}, 11],
  ["another value of a choice", {values: ["chiropractor", "1"]}, 30],
  ["values in another order", {values: ["1", "gp"]}, undefined],
  ["other tables or other code", {about: "b"}, 11]
])("%s is asked for anew", async (_, second, answer) => {
  expect(await askedTwice({}, second)).toEqual([10, answer]);
});

test.each(["now()", "current_date", "today()", "age(DATE '2020-01-01')", "random()", "uuid()", "localtimestamp"])(
  "a query with %s is asked for anew: the same query may give something else",
  async (changing) => {
    const parts = [`SELECT n FROM counts WHERE profession = `, ` AND round = `, `AND ${changing} IS NOT NULL`];
    expect(await askedTwice({parts}, {parts})).toEqual([10, 11]);
  }
);

test.each(["'nan'::DOUBLE", "'inf'::DOUBLE", "-0.0::DOUBLE"])(
  "an answer with %s is asked for anew: JSON would not give it back",
  async (value) => {
    const parts = [`SELECT n, ${value} FROM counts WHERE profession = `, " AND round = ", ""];
    expect(await askedTwice({parts}, {parts})).toEqual([10, 11]);
  }
);

test("dates, texts, truths and what is missing come back as they were", async () => {
  const parts = ["SELECT DATE '2024-02-29' AS day, 'æ' AS word, true AS yes, NULL::INTEGER AS none, 0.1::DOUBLE AS x"];
  const ask = async () => (await runCell(session, parts, [[]], {memory, about: "a"}).next()).value;
  const first = await ask();
  memory.keep();
  memory = readAnswers({workspace});
  expect(await ask()).toEqual(first);
});

test("a query that fails, or may not be asked, is refused each time", async () => {
  for (const parts of [["SELECT nothing FROM counts"], ["SELECT * FROM read_csv('x')"]]) {
    for (let i = 0; i < 2; i++)
      await expect(runCell(session, parts, [[]], {memory, about: "a"}).next()).rejects.toThrow();
  }
});

test("answers are of the tables, of the code that asks and of the version of DuckDB", () => {
  const root = mkdtempSync(join(workspace, "root-"));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), {recursive: true});
    writeFileSync(join(root, file), text);
  };
  write("publish/answers/runCell.ts", 'import {rule} from "./query.js"; console.log(rule);');
  write("publish/answers/query.ts", "export const rule = 1;");
  write("publish/answers/tables.ts", "export {};");
  write("node_modules/@duckdb/node-api/package.json", '{"version": "1"}');
  for (const {name} of tables) write(`${name}.parquet`, "rows");
  const about = () => aboutAnswers({root}, (table) => join(root, `${table}.parquet`));
  const first = about();
  expect(about()).toBe(first);
  const seen = new Set([first]);
  for (const [file, text] of [
    [`${tables.at(-1)!.name}.parquet`, "other rows"],
    ["publish/answers/query.ts", "export const rule = 2;"],
    ["publish/answers/tables.ts", "export const threads = 2;"],
    ["node_modules/@duckdb/node-api/package.json", '{"version": "2"}']
  ] as const) {
    write(file, text);
    expect(seen.has(about()), file).toBe(false);
    seen.add(about());
  }
});
