import {readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {FileMetaData, Statistics} from "hyparquet";
import {publishedColumns} from "../../data-loaders/disclosure/withhold.js";
import {text, type Row, type Session} from "../../data-loaders/engine/session.js";
import {copyTable} from "../../data-loaders/tables/writeTable.js";
import {sealKey} from "../../data-loaders/load/sharedTables.js";
import type {Column} from "../../data-loaders/tables/table.js";
import type {FinishedSite} from "./finishedSite.js";
import type {GatedTable} from "./gatedTables.js";

/** What a table's file may say of itself, beside its rows. */
const seal = /^[0-9a-f]{64}$/;
const allowed: Record<string, RegExp> = {
  rygatlas_seal: seal,
  [sealKey("audit")]: seal,
  [sealKey("registers")]: seal,
  rygatlas_date: /^(?:\d{4}-\d{2}-\d{2})?$/,
  rygatlas_data: /^(?:synthetic|own)(?: and (?:synthetic|own))?$/
};

/**
 * Whether a table's file holds its defined columns and nothing else: no other key in its metadata, no smallest or
 * largest value that none of its rows has, no bytes that its rows do not explain. Returns one sentence a fault.
 * @param scratch a folder to write in
 */
export async function tableFile(
  site: FinishedSite,
  {table, file, metadata, rows}: GatedTable,
  session: Session,
  scratch: string
): Promise<string[]> {
  const found = metadata.schema.slice(1);
  const columns = publishedColumns(table);
  const extra = found
    .filter((one) => !columns.some(({name}) => name === one.name))
    .map(({name}) => `${file} har kolonnen ${name}, som ${table.name} ikke må offentliggøre.`);
  if (extra.length > 0) return extra;
  if (
    found.length !== columns.length ||
    found.some((one, i) => one.name !== columns[i]!.name || one.type !== storedAs[columns[i]!.type])
  ) {
    return [`${file} har ikke de kolonner og typer, som ${table.name} er beskrevet med i data-loaders/tables.`];
  }
  const strange = (metadata.key_value_metadata ?? []).filter(({key, value}) => !allowed[key]?.test(value ?? ""));
  if (strange.length > 0) return strange.map(({key}) => `${file} har metadata »${key}«, som ingen tabel må have.`);
  const revealing = columns.filter((column) =>
    statisticsOf(metadata, column).some((statistics) => !ofRows(statistics, rows, column))
  );
  if (revealing.length > 0)
    return revealing.map(({name}) => `${file}: statistikken over ${name} siger noget, som ingen række viser.`);
  // Dictionaries, bloom filters and what lies between the columns: the same rows, written
  // anew, must give the same bytes.
  return (await rewritten(site, file, metadata, session, scratch)).equals(site.bytes(file))
    ? []
    : [`${file} indeholder andet end sine rækker: skrevet igen giver de ikke den samme fil.`];
}

const storedAs: Record<Column["type"], string> = {
  INTEGER: "INT32",
  DOUBLE: "DOUBLE",
  VARCHAR: "BYTE_ARRAY",
  BOOLEAN: "BOOLEAN",
  DATE: "INT32"
};

function statisticsOf({row_groups}: FileMetaData, {name}: Column): Statistics[] {
  return row_groups.flatMap((group) =>
    group.columns.flatMap(({meta_data}) =>
      meta_data?.path_in_schema.join(".") === name && meta_data.statistics ? [meta_data.statistics] : []
    )
  );
}

/** Whether the smallest and largest value that a file states are among its rows. */
function ofRows(statistics: Statistics, rows: Row[], {name}: Column): boolean {
  const values = new Set(rows.map((row) => plain(row[name])));
  return [statistics.min, statistics.max, statistics.min_value, statistics.max_value].every(
    (value) => value === undefined || values.has(plain(value))
  );
}

function plain(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  return value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : value;
}

async function rewritten(
  site: FinishedSite,
  file: string,
  {key_value_metadata}: FileMetaData,
  session: Session,
  scratch: string
): Promise<Buffer> {
  const copy = join(scratch, "rewritten.parquet");
  const pairs = Object.fromEntries((key_value_metadata ?? []).map(({key, value}) => [key, value ?? ""]));
  await session.run(`CREATE OR REPLACE TEMP TABLE rewritten AS FROM read_parquet(${text(join(site.dist, file))})`);
  await copyTable(session, "rewritten", copy, pairs);
  await session.run("DROP TABLE rewritten");
  const bytes = readFileSync(copy);
  rmSync(copy);
  return bytes;
}
