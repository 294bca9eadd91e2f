import type {FileMetaData} from "hyparquet";
import {readParquet} from "../../data-loaders/engine/readParquet.js";
import {hashOf} from "../../data-loaders/engine/seal.js";
import type {Row} from "../../data-loaders/engine/session.js";
import type {TableShape} from "../../data-loaders/tables/table.js";
import {tableFile} from "../framework/builtSite.js";
import type {FinishedSite} from "./finishedSite.js";

/** A published table as its file has it. */
export interface GatedTable {
  table: TableShape;
  file: string;
  /** SHA-256 of the file. */
  hash: string;
  metadata: FileMetaData;
  rows: Row[];
}

/**
 * Reads every table of a site. A file that cannot be read, or has no definition, is reported and left out.
 * @returns the tables, and one sentence a fault
 */
export async function readTables(
  site: FinishedSite,
  definitions: readonly TableShape[]
): Promise<{tables: GatedTable[]; faults: string[]}> {
  const files = site.files.filter((file) => file.endsWith(".parquet"));
  const faults = definitions
    .filter(({name}) => !files.includes(tableFile(name)))
    .map(({name}) => `Tabellen ${name} mangler; kør npm run build igen.`);
  const tables: GatedTable[] = [];
  for (const file of files) {
    const table = definitions.find(({name}) => file === tableFile(name));
    if (!table) faults.push(`${file} er ingen af de tabeller, der må offentliggøres (data-loaders/tables).`);
    else {
      try {
        tables.push({table, file, ...(await readParquet(site.bytes(file)))});
      } catch {
        faults.push(`${file} kan ikke læses som Parquet; kør npm run build igen.`);
      }
    }
  }
  return {tables, faults};
}

/** The bytes of tables as one hash, in whichever order they stand. */
export function hashOfTables(tables: readonly GatedTable[]): string {
  return hashOf(...tables.map(({table, hash}) => `${table.name} ${hash}`).sort());
}
