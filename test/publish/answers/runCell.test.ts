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

test("values are as JSON holds them: dates are milliseconds, nothing is NULL", async () => {
  const {columns, types, rows} = await ask([
    "SELECT DATE '2024-02-29' AS d, 1.5::DOUBLE AS x, NULL::VARCHAR AS s, true AS b, 0.1::FLOAT AS f"
  ]);
  expect(columns).toEqual(["d", "x", "s", "b", "f"]);
  expect(types).toEqual(["DATE", "DOUBLE", "VARCHAR", "BOOLEAN", "FLOAT"]);
  expect(rows).toEqual([[Date.UTC(2024, 1, 29), 1.5, null, true, Math.fround(0.1)]]);
});

describe("whole numbers of any width, and decimals, are numbers", () => {
  test("with no cast: what is counted, added, multiplied and divided", async () => {
    const result = await ask([
      "SELECT count(*) AS n, sum(n) AS s, 319 * 1.5 AS d, 1.005 AS e, -0.07::DECIMAL(38,10) AS f, 2::UBIGINT AS g, NULL::HUGEINT AS h FROM counts"
    ]);
    expect(result.rows).toEqual([[3, 60, 478.5, 1.005, -0.07, 2, null]]);
    expect(unreadable(result)).toEqual([]);
  });

  test("up to the largest that a browser reckons exactly with", async () => {
    expect((await ask(["SELECT 9007199254740991::BIGINT AS n, -9007199254740991::HUGEINT AS m"])).rows).toEqual([
      [9007199254740991, -9007199254740991]
    ]);
    for (const beyond of ["9007199254740992::BIGINT", "12345678901234567890::HUGEINT", "1e17::DECIMAL(38,2)"])
      expect((await error([`SELECT ${beyond} AS stor`])).message).toBe(
        'Kolonnen "stor" har et tal over 9.007.199.254.740.991, som en browser ikke regner nøjagtigt med; skriv ::VARCHAR efter udtrykket.'
      );
  });
});

test("a cell of more rows than a page gets is refused, before they are all fetched", async () => {
  expect((await ask(["SELECT 1 AS x FROM range(100000)"])).rows).toHaveLength(100_000);
  expect((await error(["SELECT 1 AS x FROM range(1000000) a, range(1000000) b"])).message).toBe(
    "Cellen giver mere end 100.000 rækker, som er det meste, en side får; tæl sammen med GROUP BY, eller spørg om færre med WHERE eller LIMIT."
  );
});

describe("columns that a browser cannot read as plain values", () => {
  test("are times and nested values", async () => {
    const result = await ask(["SELECT [1] AS d, {x: 1} AS e, now() AS f, MAP {'a': 1} AS h"]);
    expect(unreadable(result).map(({column}) => column)).toEqual(["d", "e", "f", "h"]);
    expect(unreadable(result)[0]!.type).toBe("INTEGER[]");
  });

  test("are none of the types of published tables", async () => {
    expect(unreadable(await ask(["SELECT 1::INTEGER, 1::DOUBLE, 'a', true, DATE '2024-01-01', 1::SMALLINT"]))).toEqual(
      []
    );
  });
});

describe("DuckDB's complaint", () => {
  test("is one line in Danish with its suggestion, and the line of the query it points at", async () => {
    expect(await error(["SELECT n,\n  rond\nFROM counts"])).toEqual({
      message: "Der er ingen kolonne »rond« i det, som FROM nævner. Mente du round?",
      line: 2,
      column: 3
    });
  });

  test("suggests the table that was meant", async () => {
    expect((await error(["SELECT n\nFROM\ncount_s"])).message).toBe(
      "En celle må kun læse de offentliggjorte tabeller; count_s er ingen af dem. Mente du counts?"
    );
  });

  test("points at the first line where DuckDB names none", () => {
    expect(duckdbError(new Error("Conversion Error: Could not convert\n"))).toEqual({
      message: "DuckDB svarer: Could not convert",
      column: 1,
      line: 1
    });
  });
});
