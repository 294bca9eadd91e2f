import {FileAttachment} from "observablehq:stdlib";
import type {TableFacts} from "../../../data-loaders/load/tableFacts.js";
import {siteRoot} from "../dom/siteRoot.js";

/** A published table's name, and the seal of what it was computed from. */
export type PublishedTable = Pick<TableFacts, "name" | "seal">;

/** Every published table: fetched when a page first needs the database, which most never do. */
export function readTables(): Promise<PublishedTable[]> {
  // What a module awaits, `publish` lays in the page.
  return FileAttachment("../../data/tables.json").json<TableFacts[]>();
}

/**
 * Where a published table can be downloaded: in the preview, a loader of Framework's answers at the same address. The
 * seal lets a browser keep the file, but never take it for that of another release.
 */
export function tableUrl({name, seal}: PublishedTable): string {
  return new URL(`_file/data/${name}.parquet?segl=${seal.slice(0, 12)}`, siteRoot()).href;
}

/** The bytes of a published table. */
export async function tableBytes(table: PublishedTable): Promise<ArrayBuffer> {
  const response = await fetch(tableUrl(table));
  if (!response.ok) throw new Error(`Tabellen ${table.name} kan ikke hentes (${response.status}).`);
  return response.arrayBuffer();
}
