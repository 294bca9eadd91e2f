import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openSession, type Session, type Values} from "../../../data-loaders/engine/session.js";
import {runSql, setVariables, variablesSql} from "../../../data-loaders/engine/sqlFile.js";
import {models} from "../../../data-loaders/models/registers/registerModels.js";
import {checkout} from "../../support/project.js";

let folder: string;
let session: Session;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rygatlas-sql-"));
  session = await openSession({memoryLimit: "200MB", threads: 1, temporary: folder});
});
afterAll(() => {
  session.close();
  rmSync(folder, {recursive: true});
});

function file(name: string, sql: string): URL {
  writeFileSync(join(folder, name), sql);
  return pathToFileURL(join(folder, name));
}

const variables: Values = {
  word: "it's",
  whole: 2,
  part: 0.81,
  yes: true,
  list: ["a", "b"],
  periods: [
    {id: "2023/24", from: "2023-07-01"},
    {id: "2024/25", from: "2024-07-01"}
  ]
};
const asRead = Object.keys(variables).map((variable) => `to_json(getvariable('${variable}')) AS ${variable}`);

test("variables are the same, bound in a session or written for a shell", async () => {
  const expected = [
    Object.fromEntries(Object.entries(variables).map(([variable, value]) => [variable, JSON.stringify(value)]))
  ];
  await setVariables(session, variables);
  expect(await session.rows(`SELECT ${asRead.join(", ")}`)).toEqual(expected);
  await session.run(
    Object.keys(variables)
      .map((variable) => `RESET VARIABLE ${variable};`)
      .join("")
  );
  await session.run(variablesSql(variables));
  expect(await session.rows(`SELECT ${asRead.join(", ")}`)).toEqual(expected);
});

test("a file reads the files that it names beside it, in order", async () => {
  file("one.sql", "-- Makes t.\nCREATE TEMP TABLE t AS SELECT 1 AS n;");
  file("two.sql", "INSERT INTO t VALUES (2); INSERT INTO t VALUES (3);");
  await runSql(session, file("all.sql", "-- Both.\n.read somewhere/one.sql\n.read somewhere/two.sql\n"));
  expect(await session.rows("FROM t")).toEqual([{n: 1}, {n: 2}, {n: 3}]);
});

test("SQL that fails names its file", async () => {
  await expect(runSql(session, file("wrong.sql", "SELECT missing"))).rejects.toThrow(/wrong\.sql: .*missing/);
});

test("every model is run, by the path that a shell in the project's folder finds", () => {
  const order = Array.from(readFileSync(models, "utf8").matchAll(/^\.read (.+)$/gm), ([, path]) => path!);
  const beside = readdirSync(new URL(".", models)).filter((name) => name.endsWith(".sql") && name !== "models.sql");
  expect(order.toSorted()).toEqual(beside.map((name) => `data-loaders/models/registers/${name}`).sort());
  for (const path of order) expect(readFileSync(join(checkout, path), "utf8"), path).toMatch(/^-- .*\n(--.*\n)*\n/);
});
