import {join} from "node:path";
import {name, openSession, text, type Session} from "../data-loaders/engine/session.js";
import type {Settings} from "../data-loaders/settings.js";
import {tables} from "../data-loaders/tables/index.js";

/** A session with every published table of a folder under its own name: what DuckDB-wasm sees in the browser. */
export async function publishedTables(settings: Settings, folder: string): Promise<Session> {
  const session = await openSession({...settings, temporary: join(settings.workspace, "duckdb")});
  for (const table of tables) {
    await session.run(`CREATE TABLE ${name(table.name)} AS FROM read_parquet(${text(join(folder, `${table.name}.parquet`))})`);
  }
  return session;
}
