import {DuckDBInstance, listValue, structValue, type DuckDBConnection, type DuckDBValue} from "@duckdb/node-api";

/** A value DuckDB hands to JavaScript: BIGINT arrives as bigint, which rows() turns into number. */
export type Row = Record<string, unknown>;

/** A value that is bound to a parameter; lists and their fields have the types of their first element. */
export type Value = string | number | boolean | null | Value[] | {[field: string]: Value};

/** Values by the name of their parameter: `$name` in the query. */
export type Values = Record<string, Value>;

/** One DuckDB connection with the limits of the settings; closed by `close()`. */
export interface Session {
  connection: DuckDBConnection;
  /** Runs statements without reading a result; with values, one statement. */
  run(sql: string, values?: Values): Promise<void>;
  /** Runs one query; counts come as numbers. */
  rows<T = Row>(sql: string, values?: Values): Promise<T[]>;
  /** A second connection to the same data, for what runs beside this one; closed by its own `close()`. */
  another(): Promise<Session>;
  close(): void;
}

/**
 * Opens an in-memory DuckDB that may not reach the network.
 * @param options.temporary folder for what does not fit in memory
 */
export async function openSession(options: {
  memoryLimit: string;
  threads: number;
  temporary: string;
}): Promise<Session> {
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: options.memoryLimit,
    threads: String(options.threads),
    temp_directory: options.temporary,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false"
  });
  return sessionOf(instance, () => instance.closeSync());
}

async function sessionOf(instance: DuckDBInstance, closeInstance?: () => void): Promise<Session> {
  const connection = await instance.connect();
  return {
    connection,
    another: () => sessionOf(instance),
    async run(sql, values) {
      await connection.run(sql, values && bound(values));
    },
    async rows<T>(sql: string, values?: Values) {
      const reader = await connection.runAndReadAll(sql, values && bound(values));
      return reader.getRowObjectsJS().map(plain) as T[];
    },
    close() {
      connection.closeSync();
      closeInstance?.();
    }
  };
}

/** A quoted identifier: `a"b` becomes `"a""b"`. */
export function name(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** A quoted string literal: `it's` becomes `'it''s'`. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function bound(values: Values): Record<string, DuckDBValue> {
  return Object.fromEntries(Object.entries(values).map(([parameter, value]) => [parameter, duckdbValue(value)]));
}

function duckdbValue(value: Value): DuckDBValue {
  if (Array.isArray(value)) return listValue(value.map(duckdbValue));
  return value instanceof Object ? structValue(bound(value)) : value;
}

function plain(row: Row): Row {
  for (const [key, value] of Object.entries(row)) if (typeof value === "bigint") row[key] = Number(value);
  return row;
}
