import {expect, test} from "vitest";
import {sqlCells} from "../../../publish/pages/cells.js";
import {namesRead, withCellsRead} from "../../../publish/pages/namedCells.js";

const tables = new Set(["audit_answers", "codebook"]);

test.each([
  ["SELECT * FROM a JOIN b USING (x), c WHERE d IN (SELECT y FROM e)", ["a", "b", "c", "e"]],
  ['FROM (a JOIN "B c" ON a.x = "B c".x)', ["a", "b c"]],
  ["WITH own AS (FROM a), second AS MATERIALIZED (FROM own) FROM second", ["a"]],
  ["SELECT 'FROM a', \"from\" -- FROM b\n /* FROM c */ FROM people.cohort, range(3), d", ["d"]],
  ["SELECT x, rows FROM a WHERE p = ${chosen.from} ORDER BY rows, y", ["a"]]
])("which names %s reads as tables", (query, names) => {
  expect(namesRead(query)).toEqual(names);
});

test("a cell gets the cells it reads before it, those they read first, and keeps its lines", () => {
  const first = "SELECT profession, n -- the answers\nFROM audit_answers WHERE round = ${round};";
  const second = "\nFROM first\nWHERE n > 5";
  const third = "WITH own AS (FROM second)\nFROM own, codebook";
  expect(
    withCellsRead(
      [{id: "first", query: first}, {id: "second", query: second}, {id: "codebook", query: "SELECT 1"}, {query: third}],
      tables
    )
  ).toEqual([
    first,
    "\nWITH first AS (SELECT profession, n FROM audit_answers WHERE round = ${round}) FROM first\nWHERE n > 5",
    "SELECT 1",
    "WITH first AS (SELECT profession, n FROM audit_answers WHERE round = ${round}), " +
      "second AS (FROM first WHERE n > 5), own AS (FROM second)\nFROM own, codebook"
  ]);
});

test("cells that read each other, or themselves, are left for DuckDB to complain of", () => {
  const cells = [
    {id: "a", query: "FROM b"},
    {id: "b", query: "FROM a"},
    {id: "c", query: "FROM c"}
  ];
  expect(withCellsRead(cells, tables)).toEqual(["WITH b AS (FROM a) FROM b", "WITH a AS (FROM b) FROM a", "FROM c"]);
});

test("the choice that another cell reads is a choice of the cell that reads it", () => {
  const text =
    "```sql id=rows\nSELECT n FROM audit_answers\nWHERE round = ${round}\n```\n\n```sql\n\nSELECT sum(n)\nFROM rows\n```\n";
  const [, cell] = sqlCells({path: "x.md", text});
  expect(cell).toMatchObject({
    page: "x.md",
    line: 8,
    parts: ["WITH rows AS (SELECT n FROM audit_answers WHERE round = ", ") SELECT sum(n)\nFROM rows"],
    expressions: ["round"]
  });
});
