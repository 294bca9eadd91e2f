import {join} from "node:path";
import {name, openSession, text, type Session} from "../../data-loaders/engine/session.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {tables} from "../../data-loaders/tables/index.js";

/**
 * A session with every published table under its own name and nothing else: what DuckDB-wasm sees in the
 * browser. The tables are in memory, and no query reaches a file, the network or a setting any more.
 * @param source a folder of tables, or where each one lies
 */
export async function publishedTables(
  settings: Settings,
  source: string | ((table: string) => string)
): Promise<Session> {
  const fileOf = typeof source === "string" ? (table: string) => join(source, `${table}.parquet`) : source;
  // A session that spills to disk may read the folder it spills to. What pages ask is so little that a second thread
  // costs more than it computes.
  const session = await openSession({...settings, threads: 1, temporary: ""});
  for (const table of tables) {
    await session.run(`CREATE TABLE ${name(table.name)} AS FROM read_parquet(${text(fileOf(table.name))})`);
  }
  await lock(session);
  return session;
}

/** Takes files, network and settings away from a session. */
export async function lock(session: Session): Promise<void> {
  await session.run("SET enable_external_access = false; SET lock_configuration = true");
}
