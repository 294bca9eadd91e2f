import {readdirSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {startBrowser} from "../support/startBrowser.js";
import {openPage} from "../support/openPage.js";

const {address, project} = inject("site");
const tables = join(project, "src/.observablehq/cache/data");
const names = readdirSync(tables)
  .filter((file) => file.endsWith(".parquet"))
  .map((file) => file.replace(/\.parquet$/, ""));

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

test("a query on a page gives the rows that DuckDB gives for the table `load` wrote", async () => {
  const {page, close} = await openPage(browser, `${address}/audit/haandtering`);
  const database = readdirSync(join(project, "dist/_site")).find((file) => /^database\..*\.js$/.test(file));
  const instance = await DuckDBInstance.create(":memory:");
  const native = await instance.connect();
  try {
    for (const name of names) {
      // Through text, so that the two libraries' ways of handing over a value play no part.
      const query = (from: string) => `SELECT t::VARCHAR AS row FROM ${from} t ORDER BY row`;
      const reader = await native.runAndReadAll(query(`'${join(tables, name)}.parquet'`));
      // As text: the import is the page's own, which vitest would otherwise take for one of the test's.
      const there = (await page.evaluate(
        `import("/_site/${database}").then(({query}) => query(${JSON.stringify(query(name))}, [])).then((rows) => rows.map(({row}) => row))`
      )) as string[];
      expect.soft(there, name).toEqual(reader.getRowObjects().map(({row}) => row));
    }
  } finally {
    native.closeSync();
    instance.closeSync();
    await close();
  }
});
