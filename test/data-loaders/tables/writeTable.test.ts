import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parquetMetadata, parquetReadObjects} from "hyparquet";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openSession, type Row, type Session} from "../../../data-loaders/engine/session.js";
import {writeTable} from "../../../data-loaders/tables/writeTable.js";
import type {Column} from "../../../data-loaders/tables/table.js";

const folder = mkdtempSync(join(tmpdir(), "tables-"));
let session: Session;
beforeAll(async () => {
  session = await openSession({memoryLimit: "300MB", threads: 2, temporary: join(folder, "duckdb")});
});
afterAll(() => session.close());

const columns: Column[] = [
  {name: "answer", type: "VARCHAR", meaning: "Svar", english: "Answer"},
  {name: "n", type: "INTEGER", meaning: "Antal", english: "Number"},
  {name: "percent", type: "DOUBLE", meaning: "Andel", english: "Share"},
  {name: "telephone", type: "BOOLEAN", meaning: "Telefon", english: "Telephone"}
];
const row = {answer: "æ's", n: 3, percent: 12.5, telephone: false};

async function write(file: string, rows: Row[], metadata: Record<string, string> = {seal: "a"}): Promise<ArrayBuffer> {
  const path = join(folder, file);
  await writeTable(session, path, columns, rows, metadata);
  const {buffer, byteOffset, byteLength} = readFileSync(path);
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}

test("writes the columns in their order, in folders that were not there, and what stands beside them", async () => {
  const file = await write("new/deep/it's.parquet", [row, {answer: null, n: null, percent: null, telephone: null}], {
    seal: "a'b",
    date: ""
  });
  const {schema, key_value_metadata} = parquetMetadata(file);
  expect(schema.slice(1).map((s) => [s.name, s.type])).toEqual([
    ["answer", "BYTE_ARRAY"],
    ["n", "INT32"],
    ["percent", "DOUBLE"],
    ["telephone", "BOOLEAN"]
  ]);
  expect(Object.fromEntries(key_value_metadata!.map(({key, value}) => [key, value]))).toMatchObject({
    seal: "a'b",
    date: ""
  });
  expect(await parquetReadObjects({file})).toEqual([row, {answer: null, n: null, percent: null, telephone: null}]);
});

test("leaves out what is no column", async () => {
  const file = await write("extra.parquet", [{...row, secret: "0101701234"}]);
  expect(await parquetReadObjects({file})).toEqual([row]);
  expect(Buffer.from(file).includes("0101701234")).toBe(false);
});

test("refuses a row that lacks a column, by its name, and can go on", async () => {
  const {percent: _, ...lacking} = row;
  await expect(write("lacking.parquet", [row, lacking])).rejects.toThrow("percent");
  expect(await parquetReadObjects({file: await write("next.parquet", [row])})).toEqual([row]);
});

test("a table without rows has its columns", async () => {
  const file = await write("empty.parquet", []);
  expect(
    parquetMetadata(file)
      .schema.slice(1)
      .map((s) => s.name)
  ).toEqual(["answer", "n", "percent", "telephone"]);
  expect(await parquetReadObjects({file})).toEqual([]);
});

test("writes the same bytes for the same rows", async () => {
  const [a, b] = [await write("a.parquet", [row]), await write("b.parquet", [row])];
  expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
});
