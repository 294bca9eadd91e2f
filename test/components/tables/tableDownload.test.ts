import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeEach, expect, test} from "vitest";
import type {TableFacts} from "../../../data-loaders/load/tableFacts.js";
import {openSession} from "../../../data-loaders/engine/session.js";
import {writeTable} from "../../../data-loaders/tables/writeTable.js";
import {readSettings} from "../../../data-loaders/ground/settings.js";
import {parquetRows} from "../../../src/components/data/parquetRows.js";
import {tableCsv, tableDownload} from "../../../src/components/tables/tableDownload.js";
import {evil, openPage} from "../browser.js";

beforeEach(() => void openPage("http://localhost/data"));

const columns: TableFacts["columns"] = [
  {name: "participant_no", type: "VARCHAR", meaning: "Deltagernummer"},
  {name: "n", type: "INTEGER", meaning: "Antal", unit: "registreringer"},
  {name: "percent", type: "DOUBLE", meaning: "Andel", unit: "%"},
  {name: "telephone", type: "BOOLEAN", meaning: "Telefon"},
  {name: "status", type: "VARCHAR", meaning: "shown: vist; hidden_secondary: skjult"}
];
const table: TableFacts = {
  name: "audit_test",
  title: "Prøve",
  of: ["audit"],
  rows: 3,
  seal: "a1b2c3d4e5f6a7b8",
  columns
};

test("CSV from a published Parquet file: Danish numbers, hidden counts and no formula", async () => {
  const csv = await fromParquet([
    {participant_no: "=1+1", n: 12, percent: 37.5, telephone: true, status: "shown"},
    {participant_no: evil, n: null, percent: null, telephone: false, status: "hidden"},
    {participant_no: "ærø", n: 0, percent: 0, telephone: null, status: "none"}
  ]);
  expect(csv.split("\r\n")).toEqual([
    "\uFEFFparticipant_no;n;percent;telephone;status",
    "'=1+1;12;37,5;ja;shown",
    `${evil};skjult, for få;skjult, for få;nej;hidden`,
    "ærø;0;0;;none",
    ""
  ]);
});

test("a table without rows gives its headings", async () => {
  expect(await fromParquet([])).toBe("\uFEFFparticipant_no;n;percent;telephone;status\r\n");
});

test("the reader gets both files, the columns in words, and names as code", () => {
  const sources = [{name: "Audit: Rygge", synthetic: true, date: null, seal: "0123456789abcdef"}];
  const node = tableDownload(table, {sources, url: "/_file/x.parquet", bytes: async () => new ArrayBuffer(0)});
  const link = node.querySelector("a")!;
  expect([link.getAttribute("href"), link.getAttribute("download")]).toEqual([
    "/_file/x.parquet",
    "audit-test_syntetisk.parquet"
  ]);
  expect(node.querySelector("button")!.textContent).toBe("Hent som CSV");
  expect(node.querySelectorAll("tbody tr").length).toBe(columns.length);
  expect(Array.from(node.querySelectorAll("code"), (code) => code.textContent)).toEqual(
    expect.arrayContaining(["audit_test", "participant_no", "hidden_secondary"])
  );
  expect(node.querySelector(".figure-source")!.textContent).toBe("Data: syntetiske data · Segl: a1b2c3d4e5f6");
});

async function fromParquet(rows: Record<string, unknown>[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "rygatlas-csv-"));
  const session = await openSession({...readSettings(process.cwd()), temporary: join(folder, "duckdb")});
  try {
    const file = join(folder, "t.parquet");
    await writeTable(
      session,
      file,
      columns.map((column) => ({...column, english: ""})),
      rows as never,
      {rygatlas_seal: "a1b2c3"}
    );
    const bytes = readFileSync(file);
    return tableCsv(
      await parquetRows(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer),
      table
    );
  } finally {
    session.close();
    rmSync(folder, {recursive: true, force: true});
  }
}
