import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Session} from "../../data-loaders/engine/session.js";
import {duckdbError, prepareCell, unreadable} from "../../publish/runCell.js";
import {smallSession} from "./session.js";

let session: Session;
beforeAll(async () => void (session = await smallSession()));
afterAll(() => session.close());

const ask = async (parts: string[], values: string[] = []) => (await prepareCell(session, parts))(values);
const error = (parts: string[]) => prepareCell(session, parts).then(() => expect.unreachable(), duckdbError);

test("a query is prepared once and asked with many values, which are never text of the query", async () => {
  const run = await prepareCell(session, ["SELECT n FROM counts WHERE profession = ", " AND round = ", ""]);
  expect((await run(["gp", "1"])).rows).toEqual([[10]]);
  expect((await run(["gp", "2"])).rows).toEqual([[20]]);
  expect((await run(["' OR true --", "1"])).rows).toEqual([]);
  expect((await ask(["SELECT ", " AS x"], ["it's"])).rows).toEqual([["it's"]]);
});

test("values are as DuckDB-wasm gives them: dates are milliseconds, nothing is NULL", async () => {
  const {columns, types, rows} = await ask(["SELECT DATE '2024-02-29' AS d, 1.5::DOUBLE AS x, NULL::VARCHAR AS s, true AS b, 0.1::FLOAT AS f"]);
  expect(columns).toEqual(["d", "x", "s", "b", "f"]);
  expect(types).toEqual(["DATE", "DOUBLE", "VARCHAR", "BOOLEAN", "FLOAT"]);
  expect(rows).toEqual([[Date.UTC(2024, 1, 29), 1.5, null, true, Math.fround(0.1)]]);
});

describe("columns that a browser cannot read as plain values", () => {
  test("are whole numbers beyond 32 bits, decimals, times and nested values", async () => {
    const result = await ask(["SELECT 1::BIGINT AS a, 1::HUGEINT AS b, 1.5 AS c, [1] AS d, {x: 1} AS e, now() AS f, 1::UBIGINT AS g, MAP {'a': 1} AS h"]);
    expect(unreadable(result).map(({column}) => column)).toEqual(["a", "b", "c", "d", "e", "f", "g", "h"]);
    expect(unreadable(result).slice(0, 4).map(({type}) => type)).toEqual(["BIGINT", "HUGEINT", "DECIMAL(2,1)", "INTEGER[]"]);
  });

  test("are what counting and adding give, until cast", async () => {
    expect(unreadable(await ask(["SELECT count(*) AS n, sum(n) AS s, avg(n) AS a, max(n) AS m FROM counts"])).map(({column}) => column)).toEqual(["n", "s"]);
    expect(unreadable(await ask(["SELECT count(*)::INTEGER AS n, sum(n)::DOUBLE AS s FROM counts"]))).toEqual([]);
  });

  test("are none of the types of published tables", async () => {
    expect(unreadable(await ask(["SELECT 1::INTEGER, 1::DOUBLE, 'a', true, DATE '2024-01-01', 1::SMALLINT"]))).toEqual([]);
  });
});

describe("DuckDB's complaint", () => {
  test("is one line with its suggestions, and the line of the query it points at", async () => {
    const {message, line} = await error(["SELECT n,\n  rond\nFROM counts"]);
    expect(message).toMatch(/^Binder Error: Referenced column "rond" not found in FROM clause! Candidate bindings: .*"round"/);
    expect(line).toBe(2);
    expect(message).not.toMatch(/\n|LINE/);
  });

  test("suggests the table that was meant", async () => {
    expect((await error(["SELECT n\nFROM\ncount_s"])).message).toBe("Catalog Error: Table with name count_s does not exist! Did you mean \"counts\"?");
  });

  test("points at the first line where DuckDB names none", () => {
    expect(duckdbError(new Error("Conversion Error: Could not convert\n"))).toEqual({message: "Conversion Error: Could not convert", line: 1});
  });
});
