import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";

/** A value DuckDB hands to JavaScript: BIGINT arrives as bigint, which rows() turns into number. */
export type Row = Record<string, unknown>;

/** One DuckDB connection with the limits of the settings; closed by `close()`. */
export interface Session {
  connection: DuckDBConnection;
  /** Runs statements without reading a result. */
  run(sql: string): Promise<void>;
  /** Runs one query; counts come as numbers. */
  rows<T = Row>(sql: string): Promise<T[]>;
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
  const connection = await instance.connect();
  return {
    connection,
    async run(sql) {
      await connection.run(sql);
    },
    async rows<T>(sql: string) {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjectsJS().map(plain) as T[];
    },
    close() {
      connection.closeSync();
      instance.closeSync();
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

function plain(row: Row): Row {
  for (const [key, value] of Object.entries(row)) if (typeof value === "bigint") row[key] = Number(value);
  return row;
}
