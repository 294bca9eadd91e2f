import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Session} from "../../../data-loaders/engine/session.js";
import {duckdbError, runCell, runOnce, unreadable} from "../../../publish/answers/runCell.js";
import {smallSession} from "../session.js";

let session: Session;
beforeAll(async () => void (session = await smallSession()));
afterAll(() => session.close());

const ask = (parts: string[], values: string[] = []) => runOnce(session, parts, values);
const error = (parts: string[]) => ask(parts).then(() => expect.unreachable(), duckdbError);

test("a query is prepared once and asked with many values, which are never text of the query", async () => {
  const rows: unknown[][][] = [];
  const askings = [
    ["gp", "1"],
    ["gp", "2"],
    ["' OR true --", "1"]
  ];
  for await (const result of runCell(
    session,
    ["SELECT n FROM counts WHERE profession = ", " AND round = ", ""],
    askings
  ))
    rows.push(result.rows);
  expect(rows).toEqual([[[10]], [[20]], []]);
  expect((await ask(["SELECT ", " AS x"], ["it's"])).rows).toEqual([["it's"]]);
});

test("nothing of what a query computed stays in memory when it has been asked", async () => {
  const held = () =>
    session
      .rows<{bytes: number}>(
        "SELECT sum(memory_usage_bytes)::DOUBLE AS bytes FROM duckdb_memory() WHERE tag = 'COLUMN_DATA'"
      )
      .then(([row]) => row!.bytes);
  const before = await held();
  for (let i = 0; i < 5; i++)
    await ask([
      "WITH many AS MATERIALIZED (SELECT range AS i FROM range(100000)) SELECT max(i)::INTEGER FROM many WHERE i < (SELECT avg(i) FROM many)"
    ]);
  expect(await held()).toBe(before);
});

test("values are as DuckDB-wasm gives them: dates are milliseconds, nothing is NULL", async () => {
  const {columns, types, rows} = await ask([
    "SELECT DATE '2024-02-29' AS d, 1.5::DOUBLE AS x, NULL::VARCHAR AS s, true AS b, 0.1::FLOAT AS f"
  ]);
  expect(columns).toEqual(["d", "x", "s", "b", "f"]);
  expect(types).toEqual(["DATE", "DOUBLE", "VARCHAR", "BOOLEAN", "FLOAT"]);
  expect(rows).toEqual([[Date.UTC(2024, 1, 29), 1.5, null, true, Math.fround(0.1)]]);
});

describe("columns that a browser cannot read as plain values", () => {
  test("are whole numbers beyond 32 bits, decimals, times and nested values", async () => {
    const result = await ask([
      "SELECT 1::BIGINT AS a, 1::HUGEINT AS b, 1.5 AS c, [1] AS d, {x: 1} AS e, now() AS f, 1::UBIGINT AS g, MAP {'a': 1} AS h"
    ]);
    expect(unreadable(result).map(({column}) => column)).toEqual(["a", "b", "c", "d", "e", "f", "g", "h"]);
    expect(
      unreadable(result)
        .slice(0, 4)
        .map(({type}) => type)
    ).toEqual(["BIGINT", "HUGEINT", "DECIMAL(2,1)", "INTEGER[]"]);
  });

  test("are what counting and adding give, until cast", async () => {
    expect(
      unreadable(await ask(["SELECT count(*) AS n, sum(n) AS s, avg(n) AS a, max(n) AS m FROM counts"])).map(
        ({column}) => column
      )
    ).toEqual(["n", "s"]);
    expect(unreadable(await ask(["SELECT count(*)::INTEGER AS n, sum(n)::DOUBLE AS s FROM counts"]))).toEqual([]);
  });

  test("are none of the types of published tables", async () => {
    expect(unreadable(await ask(["SELECT 1::INTEGER, 1::DOUBLE, 'a', true, DATE '2024-01-01', 1::SMALLINT"]))).toEqual(
      []
    );
  });
});

describe("DuckDB's complaint", () => {
  test("is one line with its suggestions, and the line of the query it points at", async () => {
    const {message, line} = await error(["SELECT n,\n  rond\nFROM counts"]);
    expect(message).toMatch(
      /^Binder Error: Referenced column "rond" not found in FROM clause! Candidate bindings: .*"round"/
    );
    expect(line).toBe(2);
    expect(message).not.toMatch(/\n|LINE/);
  });

  test("suggests the table that was meant", async () => {
    expect((await error(["SELECT n\nFROM\ncount_s"])).message).toBe(
      "En celle må kun læse de offentliggjorte tabeller; count_s er ingen af dem. Mente du counts?"
    );
  });

  test("points at the first line where DuckDB names none", () => {
    expect(duckdbError(new Error("Conversion Error: Could not convert\n"))).toEqual({
      message: "Conversion Error: Could not convert",
      line: 1
    });
  });
});
