import type * as duckdb from "@duckdb/duckdb-wasm";
import {arrowRows} from "./arrowRows.js";
import {mostRows, notPublished, oneSelect} from "./cellRules.js";
import type {Rows} from "./rows.js";
import {readTables, tableBytes, type PublishedTable} from "./tables.js";

/**
 * Asks DuckDB-wasm. The published tables a query names are loaded the first time it names them. Rows are fetched piece
 * by piece, so that no query hands over more of them than a page gets.
 * @param text with `?` for each value
 * @throws Error with DuckDB's message, or with the rule a query breaks: it may be one SELECT on published tables
 */
export async function query(text: string, values: unknown[]): Promise<Rows> {
  const [{database}, tables] = await Promise.all([
    connect(),
    (published ??= kept(readTables(), () => (published = undefined)))
  ]);
  await Promise.all(tables.filter(({name}) => new RegExp(`\\b${name}\\b`).test(text)).map(ensureTable));
  // What goes wrong for one cell, or is left of it, is no other's.
  const connection = await database.connect();
  try {
    const statement = await prepareSelect(connection, text);
    const reader = await (await statement.send(...values)).open();
    // A reader forgets its schema with its last piece.
    const columns = reader.schema.fields.map(({name}) => name);
    const rows: Record<string, unknown>[] = [];
    for await (const batch of reader) {
      for (const row of arrowRows(batch)) rows.push(row);
      if (rows.length > mostRows) break;
    }
    return Object.assign(rows.slice(0, mostRows), {columns, isCut: rows.length > mostRows});
  } finally {
    await connection.close();
  }
}

/**
 * Prepares a query that is one SELECT: only that can stand in the place of a table.
 * DuckDB-wasm comes without the extension that gives a query as a tree.
 */
async function prepareSelect(
  connection: duckdb.AsyncDuckDBConnection,
  text: string
): Promise<duckdb.AsyncPreparedStatement> {
  const refusal = await connection
    .prepare(`FROM (\n${text.replace(/;\s*$/, "")}\n)`)
    .then((asTable) => asTable.close(), asError);
  const statement = await connection.prepare(text).catch(asError);
  if (!(statement instanceof Error)) {
    if (!refusal) return statement;
    await statement.close();
    throw new Error(oneSelect);
  }
  if (refusal && isSyntax(refusal) && !isSyntax(statement)) throw new Error(oneSelect);
  const other = /Cannot access file \\?"(.*?)\\?" - file system|Table with name (.*?) does not exist!/.exec(
    statement.message
  );
  throw other ? new Error(notPublished(other[1] ?? other[2]!)) : statement;
}

const asError = (error: Error) => error;

function isSyntax({message}: Error): boolean {
  return /^(?:Parser Error|\{"exception_type":"Parser")/.test(message);
}

/** The database, and the connection by which tables are loaded, where no cell asks. */
interface Opened {
  database: duckdb.AsyncDuckDB;
  loading: duckdb.AsyncDuckDBConnection;
}

let opened: Promise<Opened> | undefined;

function connect(): Promise<Opened> {
  return (opened ??= kept(start(), () => (opened = undefined)));
}

async function start(): Promise<Opened> {
  const {AsyncDuckDB, VoidLogger} = await import("@duckdb/duckdb-wasm");
  // Framework bundles the worker as an ES module, which a classic worker cannot run.
  const worker = new Worker(import.meta.resolve("@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js"), {
    type: "module"
  });
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(import.meta.resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
  const loading = await database.connect();
  for (const setting of ["autoinstall_known_extensions", "autoload_known_extensions", "enable_external_access"]) {
    await loading.query(`SET ${setting} = false`);
  }
  await loading.query("SET lock_configuration = true");
  return {database, loading};
}

let published: Promise<PublishedTable[]> | undefined;
const loaded = new Map<string, Promise<void>>();

function ensureTable(table: PublishedTable): Promise<void> {
  let promise = loaded.get(table.name);
  if (!promise) loaded.set(table.name, (promise = kept(loadTable(table), () => loaded.delete(table.name))));
  return promise;
}

/** A promise that is forgotten when it fails, so that what could not be fetched is fetched anew. */
function kept<T>(promise: Promise<T>, forget: () => void): Promise<T> {
  promise.catch(forget);
  return promise;
}

async function loadTable(table: PublishedTable): Promise<void> {
  const [{loading}, file, {arrowTable}, arrow] = await Promise.all([
    connect(),
    tableBytes(table),
    import("./parquet.js"),
    import("apache-arrow")
  ]);
  await loading.insertArrowFromIPCStream(arrow.tableToIPC(await arrowTable(file), "stream"), {
    name: table.name,
    create: true
  });
}
