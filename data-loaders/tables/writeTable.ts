import {mkdirSync} from "node:fs";
import {dirname} from "node:path";
import {BOOLEAN, DATE, DOUBLE, INTEGER, VARCHAR, type DuckDBType, type DuckDBValue} from "@duckdb/node-api";
import type {Column} from "./table.js";
import {name, text, type Row, type Session} from "../engine/session.js";

const types: Record<Column["type"], DuckDBType> = {INTEGER, DOUBLE, VARCHAR, BOOLEAN, DATE};

/**
 * Writes rows as one Parquet file with exactly the columns given, in their order.
 * @param metadata key-value pairs kept in the file, such as the seal
 */
export async function writeTable(
  session: Session,
  file: string,
  columns: Column[],
  rows: Row[],
  metadata: Record<string, string>
): Promise<void> {
  mkdirSync(dirname(file), {recursive: true});
  await session.run(
    `CREATE OR REPLACE TEMP TABLE written (${columns.map((c) => `${name(c.name)} ${c.type}`).join(", ")})`
  );
  const appender = await session.connection.createAppender("written");
  for (const row of rows) {
    for (const column of columns) {
      const value = row[column.name];
      if (value === undefined) throw new Error(`column without a value: ${column.name}`);
      appender.appendValue(value as DuckDBValue, types[column.type]);
    }
    appender.endRow();
  }
  appender.closeSync();
  await copyTable(session, "written", file, metadata);
  await session.run("DROP TABLE written");
}

/** Writes a table of the session as Parquet: the same rows give the same bytes. */
export async function copyTable(
  session: Session,
  table: string,
  file: string,
  metadata: Record<string, string>
): Promise<void> {
  const pairs = Object.entries(metadata).map(([key, value]) => `${name(key)}: ${text(value)}`);
  await session.run(
    `COPY ${name(table)} TO ${text(file)} (FORMAT parquet, COMPRESSION snappy, KV_METADATA {${pairs.join(", ")}})`
  );
}
