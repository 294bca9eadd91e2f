import {readFileSync} from "node:fs";
import {parquetMetadata} from "hyparquet";
import {publishedShape} from "../disclosure/participants.js";
import type {DisclosureRules, Side} from "../ground/rules.js";
import {publishedColumns} from "../disclosure/withhold.js";
import {tableSeal} from "../engine/seal.js";
import {auditTables, registerTables, tables} from "../tables/index.js";
import type {Column} from "../tables/table.js";

/** A published table as the download page describes it. */
export interface TableFacts {
  name: string;
  title: string;
  /** What it is computed from; some tables have rows of both. */
  of: Side[];
  rows: number;
  seal: string;
  columns: Pick<Column, "name" | "type" | "meaning" | "unit">[];
}

/** Describes every published table. */
export function tableFacts(fileOf: (table: string) => string, rules: DisclosureRules): TableFacts[] {
  return tables.map((table) => ({
    name: table.name,
    title: table.title,
    of: [
      ...(auditTables.some(({name}) => name === table.name) ? (["audit"] as const) : []),
      ...(registerTables.some(({name}) => name === table.name) ? (["registers"] as const) : [])
    ],
    ...factsIn(fileOf(table.name)),
    columns: publishedColumns(publishedShape(table, rules)).map(({name, type, meaning, unit}) => ({
      name,
      type,
      meaning,
      ...(unit && {unit})
    }))
  }));
}

function factsIn(file: string): Pick<TableFacts, "rows" | "seal"> {
  const bytes = readFileSync(file);
  const {num_rows} = parquetMetadata(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  );
  return {rows: Number(num_rows), seal: tableSeal(file)!};
}
