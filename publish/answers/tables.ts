import {join} from "node:path";
import {name, openSession, text, type Session} from "../../data-loaders/engine/session.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {tables} from "../../data-loaders/tables/index.js";

/**
 * A session with every published table under its own name: what DuckDB-wasm sees in the browser.
 * @param source a folder of tables, or where each one lies
 */
export async function publishedTables(
  settings: Settings,
  source: string | ((table: string) => string)
): Promise<Session> {
  const fileOf = typeof source === "string" ? (table: string) => join(source, `${table}.parquet`) : source;
  const session = await openSession({...settings, temporary: join(settings.workspace, "duckdb")});
  for (const table of tables) {
    await session.run(`CREATE TABLE ${name(table.name)} AS FROM read_parquet(${text(fileOf(table.name))})`);
  }
  return session;
}
