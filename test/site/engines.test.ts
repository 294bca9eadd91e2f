import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {name, type Session} from "../../data-loaders/engine/session.js";
import {readSettings} from "../../data-loaders/ground/settings.js";
import {allAskings, strangeExpression} from "../../publish/answers/askings.js";
import {placeOf, sqlCells} from "../../publish/pages/cells.js";
import {sitePages} from "../../publish/pages/parameterPages.js";
import {runCell, runOnce} from "../../publish/answers/runCell.js";
import {publishedTables} from "../../publish/answers/tables.js";
import {readVocabulary} from "../../publish/pages/vocabulary.js";
import {answerKey, valuesKey, type PageAnswers} from "../../src/components/data/answers.js";
import {startBrowser} from "../support/startBrowser.js";
import {askInPage, type Question} from "../support/engine.js";
import {openPage, type OpenPage} from "../support/openPage.js";
import {pagesOf} from "../support/pages.js";
import {inputsPage} from "../support/site.js";

const {address, project} = inject("site");
const tables = join(project, "src/.observablehq/cache/data");

let browser: Browser;
let session: Session;
let opened: OpenPage;
beforeAll(async () => {
  browser = await startBrowser();
  session = await publishedTables(readSettings(project), tables);
  opened = await openPage(browser, `${address}/metode/`);
});
afterAll(async () => {
  session?.close();
  await opened?.close();
  await browser?.close();
});

const ask = (questions: readonly Question[]) => askInPage(opened.page, project, questions);

test("both engines and the published answers give the same rows for every cell of every page and every choice", async () => {
  const words = readVocabulary(readSettings(project));
  const questions: Question[] = [];
  const native: Record<string, unknown>[][] = [];
  const where: string[] = [];
  const published: unknown[] = [];
  const sampled = new Set(pagesOf(project));
  for (const page of await sitePages(project)) {
    if (!sampled.has("/" + placeOf(page).replace(/(?<=^|\/)index$/, ""))) continue;
    // Its cell is answered in the browser alone.
    if (placeOf(page) === inputsPage) continue;
    for (const {line, parts, expressions} of sqlCells(page)) {
      const answers = publishedAnswers(placeOf(page), answerKey(parts));
      expect(strangeExpression(expressions, page.made?.params), `${page.path}:${line}`).toBeUndefined();
      for await (const {values, columns, rows} of runCell(
        session,
        parts,
        allAskings(expressions, words, page.made?.params)
      )) {
        questions.push({text: parts.join("?"), values});
        native.push(rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]]))));
        published.push(
          answers.rows[valuesKey(values)]?.map((row) => answers.columns.map((column, i) => [column, row[i]]))
        );
        where.push(`${placeOf(page)}:${line} ${values.join(", ")}`);
      }
    }
  }
  const browsers = await ask(questions);
  // Column by column in their order, row by row in theirs.
  for (const [i, rows] of native.entries()) {
    expect.soft(entries(browsers[i]!), where[i]).toEqual(entries(rows));
    expect.soft(published[i], `published: ${where[i]}`).toEqual(entries(rows));
  }
  expect(questions.length).toBeGreaterThan(500);
  expect(native.filter((rows) => rows.length > 0).length).toBeGreaterThan(400);
});

test("both engines hand over every kind of value alike", async () => {
  const texts = [
    "SELECT DATE '2024-02-29' AS d, DATE '1899-12-31' AS old, NULL::DATE AS none",
    "SELECT 319 * 1.5 AS d, -1.005 AS below, 0.1::DECIMAL(38,10) AS long, NULL::DECIMAL(4,1) AS none",
    "SELECT count(*) AS n, sum(n) AS s, -(2::BIGINT) AS b, 3::UBIGINT AS u, -(4::HUGEINT) AS h, NULL::HUGEINT AS none FROM audit_answers",
    "SELECT column_name, count, null_percentage FROM (SUMMARIZE audit_answers) ORDER BY ALL",
    "SELECT 1::TINYINT AS a, -2::SMALLINT AS b, 2147483647 AS c, NULL::INTEGER AS d, 255::UTINYINT AS e",
    "SELECT 0.1::DOUBLE + 0.2::DOUBLE AS a, 1e300 AS b, 'nan'::DOUBLE AS c, '-inf'::DOUBLE AS d, -0.0::DOUBLE AS e, 0.1::FLOAT AS f",
    "SELECT true AS a, false AS b, NULL::BOOLEAN AS c",
    "SELECT '' AS a, 'æøå 🦴 \u2028 it''s \"x\" </script>' AS b, NULL::VARCHAR AS c, repeat('a', 10000) AS d",
    "SELECT avg(n) AS mean, stddev(n) AS spread, median(n) AS middle, quantile_cont(n, 0.9) AS high FROM audit_answers",
    "SELECT 1 AS a WHERE false"
  ];
  const browsers = await ask(texts.map((text) => ({text, values: []})));
  for (const [i, text] of texts.entries()) {
    const {columns, rows} = await runOnce(session, [text]);
    expect.soft(entries(browsers[i]!), text).toEqual(rows.map((row) => columns.map((column, j) => [column, row[j]])));
  }
});

test("both engines refuse a number that no browser reckons exactly with, and cut or refuse too many rows", async () => {
  const large = "SELECT 12345678901234567890::HUGEINT AS stor";
  const many = "SELECT a.n FROM audit_answers a, audit_answers b, audit_answers c";
  const [refused, cut] = await ask([large, many].map((text) => ({text, values: []})));
  await expect(runOnce(session, [large])).rejects.toThrow(refused as string);
  expect(refused).toMatch(/^Kolonnen "stor" har et tal over/);
  await expect(runOnce(session, [many])).rejects.toThrow(/^Cellen giver mere end 100\.000 rækker/);
  expect(cut).toHaveLength(100_000);
});

test("a cell that fails, or asks for files, leaves the others as they were, and nothing is fetched from elsewhere", async () => {
  const good = {text: "SELECT count(*) AS n FROM audit_participants", values: []};
  const wrong = ["SELECT * FROM 'minfil.parquet'", "SELECT sql_auto_complete('x')", "SELECT 1::INTEGER / 'x'"];
  const asked = await Promise.all(
    [...wrong.map((text) => ({text, values: []})), good].map((question) => ask([question]))
  );
  expect(asked.map(([answer]) => typeof answer)).toEqual(["string", "string", "string", "object"]);
  expect(asked[0]![0]).toBe("En celle må kun læse de offentliggjorte tabeller; »minfil.parquet« er ingen af dem.");
  expect(await ask([good])).toEqual(asked[3]);
  // DuckDB-wasm writes its complaints in the console too.
  expect(opened.complaints.filter((complaint) => !complaint.startsWith("console log: Error: "))).toEqual([]);
});

test("every published table reaches the browser row by row", async () => {
  const names = readdirSync(tables).flatMap((file) => /^(.*)\.parquet$/.exec(file)?.[1] ?? []);
  // Through text, so that the ways of handing over a value play no part.
  const texts = names.map((table) => `SELECT t::VARCHAR AS row FROM ${name(table)} t ORDER BY row`);
  const browsers = await ask(texts.map((text) => ({text, values: []})));
  for (const [i, text] of texts.entries()) expect.soft(browsers[i], names[i]).toEqual(await session.rows(text));
  expect(names.length).toBeGreaterThan(5);
});

test("both engines refuse the same queries in the same words", async () => {
  const texts = [
    "SELECT rond FROM audit_answers",
    "SELECT * FROM nowhere",
    "SELEKT 1",
    "SELECT 'x'::INTEGER AS n",
    "FROM 'x.csv'",
    "UPDATE audit_answers SET n = 1 RETURNING n",
    "COPY audit_answers TO 'x.csv'",
    "CREATE TABLE y AS SELECT 1",
    "SELECT 1; SELECT 2",
    "PRAGMA table_info('audit_answers')",
    "SET threads = 1",
    "ATTACH 'x.duckdb'"
  ];
  const browsers = await ask(texts.map((text) => ({text, values: []})));
  for (const [i, text] of texts.entries()) {
    const complaint = await runOnce(session, [text]).then(
      () => "none",
      (error: Error) => error.message
    );
    expect.soft(browsers[i], text).toContain(complaint.split("\n")[0]);
  }
});

/** What the built site answers a cell with, in its page and beside it. */
function publishedAnswers(page: string, key: string): {columns: string[]; rows: Record<string, unknown[][]>} {
  const file = join(project, "dist", `${page}.html`);
  const text = /id="rygatlas-answers">([^<]*)</.exec(readFileSync(file, "utf8"))?.[1] ?? "{}";
  const cell = (JSON.parse(text) as PageAnswers)[key];
  if (!cell) return {columns: [], rows: {}};
  const beside = cell.file
    ? (JSON.parse(readFileSync(join(file, "..", cell.file), "utf8")) as Record<string, unknown[][]>)
    : {};
  return {columns: cell.columns, rows: {...cell.answers, ...beside}};
}

/** Rows as pages get them have dates where answers have milliseconds. */
function entries(rows: Record<string, unknown>[] | string): [string, unknown][][] | string {
  if (typeof rows === "string") return rows;
  const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value);
  return rows.map((row) => Object.entries(row).map(([column, value]) => [column, plain(value)]));
}
