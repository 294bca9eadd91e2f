import {StatementType, type DuckDBPreparedStatement, type DuckDBType} from "@duckdb/node-api";
import type {Remembered} from "../../data-loaders/engine/memory.js";
import type {Session} from "../../data-loaders/engine/session.js";
import {oneSelect} from "../../src/components/data/cellRules.js";
import type {CellResult} from "./cellResult.js";
import {askOnce} from "./memory.js";
import {refusedQuery, RefusedQuery} from "./query.js";

// What DuckDB-wasm hands to JavaScript as plain values; everything else arrives as an object, or as a BigInt.
const plainTypes = new Set([
  "TINYINT",
  "SMALLINT",
  "INTEGER",
  "UTINYINT",
  "USMALLINT",
  "UINTEGER",
  "FLOAT",
  "DOUBLE",
  "VARCHAR",
  "BOOLEAN",
  "DATE"
]);

/** The columns of a result that a browser cannot read as plain values. */
export function unreadable({columns, types}: CellResult): {column: string; type: string}[] {
  return columns.map((column, i) => ({column, type: types[i]!})).filter(({type}) => !plainTypes.has(type));
}

/**
 * Prepares a query once and asks it with one list of values after the other.
 * @param remembered answers that need not be asked for again
 * @throws RefusedQuery when it is no cell of a page; Error with DuckDB's message when it fails
 */
export async function* runCell(
  session: Session,
  parts: string[],
  askings: Iterable<string[]>,
  remembered?: Remembered<CellResult>
): AsyncGenerator<CellResult & {values: string[]}> {
  const refused = await refusedQuery(session, parts.join("?"));
  if (refused) throw refused;
  let statement: DuckDBPreparedStatement | undefined;
  try {
    for (const values of askings) {
      const ask = async () => run((statement ??= await prepare(session, parts)), values);
      yield {...(await (remembered ? askOnce(remembered, parts, values, ask) : ask())), values};
    }
  } finally {
    // A prepared query keeps hold of what it last computed, far more than the rows it gave.
    statement?.destroySync();
  }
}

/**
 * Asks a query once.
 * @throws RefusedQuery when it is no cell of a page; Error with DuckDB's message when it fails
 */
export async function runOnce(
  session: Session,
  parts: string[],
  values: string[] = [],
  remembered?: Remembered<CellResult>
): Promise<CellResult> {
  for await (const result of runCell(session, parts, [values], remembered)) return result;
  throw new Error("unreachable: one asking gives one result");
}

/**
 * What is wrong with a query on one line, a refusal or DuckDB's own words with its
 * suggestions, and the line of the query it points at, from 1.
 */
export function duckdbError(error: Error): {message: string; line: number} {
  if (error instanceof RefusedQuery) return error;
  const [words, line] = error.message.split(/\s*^LINE (\d+):/m);
  return {message: words!.trim().replace(/\s*\n\s*/g, " "), line: Number(line ?? 1)};
}

async function prepare(session: Session, parts: string[]): Promise<DuckDBPreparedStatement> {
  const statement = await session.connection.prepare(parts.join("?"));
  if (statement.statementType === StatementType.SELECT) return statement;
  statement.destroySync();
  throw new RefusedQuery(oneSelect, 1);
}

async function run(statement: DuckDBPreparedStatement, values: string[]): Promise<CellResult> {
  values.forEach((value, i) => statement.bindVarchar(i + 1, value));
  const reader = await statement.runAndReadAll();
  const types = reader.columnTypes();
  return {
    columns: reader.columnNames(),
    types: types.map(String),
    rows: reader.getRowsJS().map((row) => row.map((value, i) => asInBrowser(value, types[i]!)))
  };
}

/** A value as DuckDB-wasm gives it: dates are milliseconds since 1970. */
function asInBrowser(value: unknown, type: DuckDBType): unknown {
  if (value instanceof Date) return value.getTime();
  if (typeof value === "bigint") return String(type) === "BIGINT" ? Number(value) : String(value);
  return value;
}
