import type * as duckdb from "@duckdb/duckdb-wasm";
import {tableBytes, tableNames, type TableName} from "./tables.js";

/** The rows a query gave, with the query they came from. */
export type Rows<T = Record<string, unknown>> = T[] & {sql?: string};

/**
 * Answers a query on the published tables, which are loaded by name the first time a query names them.
 * Interpolated values become parameters: `sql`…​ WHERE profession = ${profession}``.
 * @throws Error with DuckDB's message
 */
export async function sql(strings: TemplateStringsArray, ...values: unknown[]): Promise<Rows> {
  const query = strings.join("?");
  const connection = await connect();
  await Promise.all(tableNames.filter((name) => new RegExp(`\\b${name}\\b`).test(query)).map(ensureTable));
  const statement = await connection.prepare(query);
  try {
    const result = await statement.query(...values);
    return Object.assign(
      result.toArray().map((row) => row.toJSON() as Record<string, unknown>),
      {sql: strings.reduce((text, part, i) => text + literal(values[i - 1]) + part)}
    );
  } finally {
    await statement.close();
  }
}

function literal(value: unknown): string {
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}

let connection: Promise<duckdb.AsyncDuckDBConnection> | undefined;

function connect(): Promise<duckdb.AsyncDuckDBConnection> {
  return (connection ??= start());
}

async function start(): Promise<duckdb.AsyncDuckDBConnection> {
  const {AsyncDuckDB, VoidLogger} = await import("@duckdb/duckdb-wasm");
  // Framework bundles the worker as an ES module, which a classic worker cannot run.
  const worker = new Worker(import.meta.resolve("@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js"), {type: "module"});
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(import.meta.resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
  return database.connect();
}

const loaded = new Map<TableName, Promise<void>>();

function ensureTable(name: TableName): Promise<void> {
  let promise = loaded.get(name);
  if (!promise) loaded.set(name, (promise = loadTable(name)));
  return promise;
}

async function loadTable(name: TableName): Promise<void> {
  const [database, file, {arrowTable}, arrow] = await Promise.all([
    connect(),
    tableBytes(name),
    import("./parquet.js"),
    import("apache-arrow")
  ]);
  await database.insertArrowFromIPCStream(arrow.tableToIPC(await arrowTable(file), "stream"), {name, create: true});
}
