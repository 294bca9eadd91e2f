import {existsSync, statSync} from "node:fs";
import {openSession, text, type Session} from "../../data-loaders/engine/session.js";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {buildCache} from "../../data-loaders/load.js";
import {catalogue, catalogueFile, createViews, type CatalogueTable} from "../../data-loaders/load/catalogue.js";
import {lock} from "../answers/tables.js";

/** What the last load left, published or not, open to be asked. */
export interface Workspace {
  session: Session;
  tables: CatalogueTable[];
  /** Changes with each load that computes anything. */
  stamp: string;
}

/**
 * Opens every table that the last load left, by the names that `data/workspace/rygatlas.duckdb` knows them by. Queries
 * reach these files and no others, no network and no setting.
 * @throws Refusal when nothing has been loaded
 */
export async function openWorkspace(settings: Settings, published = buildCache(settings)): Promise<Workspace> {
  const stamp = workspaceStamp(settings);
  const tables = catalogue(settings, published);
  if (tables.length === 0) throw new Refusal("Der er ingen tabeller endnu; kør npm run load.");
  const session = await openSession({...settings, temporary: ""});
  await createViews(session, tables);
  await session.run("CREATE SCHEMA results");
  await session.run(`SET allowed_paths = [${tables.flatMap(({files}) => files.map(text)).join(", ")}]`);
  await lock(session);
  return {session, tables, stamp};
}

/** When the workspace was last written; each load that computes anything writes the file of views last. */
export function workspaceStamp(settings: Settings): string {
  const file = catalogueFile(settings);
  return existsSync(file) ? String(statSync(file).mtimeMs) : "";
}
