import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  StatementType,
  type DuckDBPreparedStatement,
  type DuckDBValue
} from "@duckdb/node-api";
import type {Remembered} from "../../data-loaders/engine/memory.js";
import {pointedAt, type PointedAt} from "../../data-loaders/engine/pointedAt.js";
import type {Session} from "../../data-loaders/engine/session.js";
import {mostRows, oneSelect} from "../../src/components/data/cellRules.js";
import {duckdbWords} from "../../src/components/data/duckdbWords.js";
import {exactNumber} from "../../src/components/data/exactNumber.js";
import {tooManyRows} from "../../src/components/data/rows.js";
import type {CellResult} from "./cellResult.js";
import {askOnce} from "./memory.js";
import {refusedQuery, RefusedQuery} from "./query.js";

// What pages get as plain values, besides decimals: numbers, texts, true and false, and dates.
const plainTypes = new Set([
  "TINYINT",
  "SMALLINT",
  "INTEGER",
  "UTINYINT",
  "USMALLINT",
  "UINTEGER",
  "BIGINT",
  "UBIGINT",
  "HUGEINT",
  "FLOAT",
  "DOUBLE",
  "VARCHAR",
  "BOOLEAN",
  "DATE"
]);

/** The columns of a result that a browser cannot read as plain values. */
export function unreadable({columns, types}: CellResult): {column: string; type: string}[] {
  return columns.map((column, i) => ({column, type: types[i]!})).filter(({type}) => !isPlain(type));
}

function isPlain(type: string): boolean {
  return plainTypes.has(type) || /^DECIMAL\([\d,]+\)$/.test(type);
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
 * What is wrong with a query, in one line of Danish, and the place of the query it points at, from 1.
 * @param query as it was asked
 */
export function duckdbError(error: Error, query?: string): PointedAt {
  if (error instanceof RefusedQuery) return {message: error.message, line: error.line, column: 1};
  return {...pointedAt(error, query), message: duckdbWords(error.message)};
}

async function prepare(session: Session, parts: string[]): Promise<DuckDBPreparedStatement> {
  const statement = await session.connection.prepare(parts.join("?"));
  if (statement.statementType === StatementType.SELECT) return statement;
  statement.destroySync();
  throw new RefusedQuery(oneSelect, 1);
}

async function run(statement: DuckDBPreparedStatement, values: string[]): Promise<CellResult> {
  values.forEach((value, i) => statement.bindVarchar(i + 1, value));
  const reader = await statement.streamAndReadUntil(mostRows + 1);
  if (reader.currentRowCount > mostRows) throw new RefusedQuery(tooManyRows, 1);
  const columns = reader.columnNames();
  return {
    columns,
    types: reader.columnTypes().map(String),
    rows: reader.getRows().map((row) => row.map((value, i) => plainValue(value, columns[i]!)))
  };
}

/** A value as pages get it, and JSON holds it: dates are milliseconds since 1970. What lint refuses is text. */
function plainValue(value: DuckDBValue, column: string): unknown {
  if (typeof value === "bigint") return exactNumber(value, 0, column);
  if (value instanceof DuckDBDecimalValue) return exactNumber(value.value, value.scale, column);
  if (value instanceof DuckDBDateValue) return value.days * 86_400_000;
  return value !== null && typeof value === "object" ? String(value) : value;
}
