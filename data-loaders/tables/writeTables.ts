import {publishedColumns, publishedRows} from "../disclosure/withhold.js";
import type {Seal} from "../engine/seal.js";
import type {Session} from "../engine/session.js";
import {writeTable} from "../engine/writeTable.js";
import type {Table} from "./table.js";

/** Where a table's file goes; undefined: nowhere. */
export type FileOf = (table: string) => string | undefined;

export interface WriteOptions {
  /** Before protection, for the analyst. */
  kept?: FileOf;
  /** As readers get it. */
  published?: FileOf;
  seal: Seal;
  synthetic: boolean;
  step: (label: string) => void;
}

/** Computes tables one by one and writes each; returns how many rows there are. */
export async function writeTables<Models>(session: Session, tables: Table<Models>[], models: Models, options: WriteOptions): Promise<{table: string; rows: number}[]> {
  const {seal, synthetic, kept, published, step} = options;
  const metadata = {rygatlas_seal: seal.hash, rygatlas_date: seal.date ?? "", rygatlas_data: synthetic ? "synthetic" : "own"};
  const written: {table: string; rows: number}[] = [];
  for (const table of tables) {
    step(`Beregner ${table.name}`);
    const rows = await table.rows(models);
    const before = kept?.(table.name);
    const after = published?.(table.name);
    if (before) await writeTable(session, before, table.columns, rows, metadata);
    if (after) await writeTable(session, after, publishedColumns(table), publishedRows(table, rows), metadata);
    written.push({table: table.name, rows: rows.length});
  }
  return written;
}
