import {mkdirSync, rmSync} from "node:fs";
import {basename, join} from "node:path";
import {sum} from "d3-array";
import {name, text, type Session} from "../../engine/session.js";
import {csvRows, takeStructuralRejects} from "../csv.js";
import {splitHeader, type Header} from "../header.js";
import type {OpenFile} from "../lines.js";
import {addRejects, type Reject} from "../rejects.js";
import {closeTextTable, numberRows, openTextTable} from "../textTable.js";
import {dotsIn} from "./dots.js";
import {readableParquet} from "./readableParquet.js";
import {mapColumns, type Mapping} from "./registerHeader.js";
import {isParquet} from "./registerFiles.js";
import type {FileContext, RegisterSpec} from "./registerSpec.js";
import type {RegisterSettings} from "../../ground/registerSettings.js";
import {brokenSql, checkRows, registerSql, rejected} from "./registerSql.js";
import type {Codelists} from "../../ground/codelists.js";

/** The table, in the session, of every rule that a row of a register broke. */
export const registerRejects = "register_rejects";

/** How many rows of a register lie in a month (its first day), and on which days first and last: all `yyyy-mm-dd`. */
export interface Month {
  month: string;
  rows: number;
  first: string;
  last: string;
}

/** One file of a register, typed and checked row by row. */
export interface RegisterFile {
  file: string;
  read: number;
  /** Rows with `status` NULL. */
  kept: number;
  /** Rows left out, for each reason of the spec. */
  leftOut: number[];
  /** The kept rows by month, where the spec has a `span`. */
  months: Month[];
  /** SQL for its typed rows, with `status`, `raw` and `file_row_number`. */
  rows: string;
  /** The line of the first row, where the rows do not carry `line`: 2 in a CSV file, 1 in Parquet, SAS and SPSS. */
  firstLine: number | undefined;
  context: FileContext;
  mapping: Mapping;
  /** What could not even be split into cells. */
  structural: Reject[];
}

export interface RegisterFileOptions {
  spec: RegisterSpec;
  /** Path below the folder of the kind. */
  path: string;
  fileNo: number;
  codelists: Codelists;
  settings: RegisterSettings;
  /** Where typed Parquet goes, should one be needed. */
  parquet: string;
  open?: OpenFile | undefined;
}

/**
 * Types and checks one delivered file. CSV becomes typed Parquet in a single pass; Parquet is looked through once and
 * typed again where it is asked for, since most is never asked for, and writing takes far longer than reading.
 * @throws Refusal when the file as a whole cannot be used
 */
export async function readRegisterFile(
  session: Session,
  delivered: string,
  options: RegisterFileOptions
): Promise<RegisterFile> {
  if (isParquet(delivered)) return typeParquet(session, delivered, options);
  const copies = `${options.parquet}.copies`;
  mkdirSync(copies, {recursive: true});
  try {
    return await typeCsv(session, delivered, join(copies, "copy"), options);
  } finally {
    rmSync(copies, {recursive: true, force: true});
  }
}

async function typeCsv(
  session: Session,
  delivered: string,
  copy: string,
  options: RegisterFileOptions
): Promise<RegisterFile> {
  const {spec, parquet} = options;
  let context!: FileContext;
  let mapping!: Mapping;
  const header = (file: string, line: string): Header => {
    const {delimiter, names} = splitHeader(file, line);
    ({context, mapping} = understand(
      file,
      names,
      names.map(() => "VARCHAR"),
      options
    ));
    return {delimiter, columns: names};
  };
  const table = await openTextTable(delivered, copy, {
    header,
    isHeader: isHeaderOf(spec, options),
    row: "række",
    sheets: options.settings.sheets,
    open: options.open
  });
  const source = csvRows(table.csv, table.csv.header.columns);
  const type = () =>
    session.run(
      `COPY (${registerSql(spec, context, mapping, source)}) TO ${text(parquet)} (FORMAT parquet, PRESERVE_ORDER true)`
    );
  const numbers = spec.columns(context).flatMap((column, place) => {
    const delivered = column.type === "number" ? mapping.get(column.name)?.delivered : undefined;
    return delivered === undefined ? [] : [{delivered, place}];
  });
  if (table.csv.header.delimiter === ";" && numbers.length > 0) context.dots = "ambiguous";
  await type();
  if (context.dots) {
    context.dots = await dotsIn(session, {source, parquet, columns: numbers});
    if (context.dots !== "ambiguous") {
      await takeStructuralRejects(session, table.csv.header.columns);
      await type();
    }
  }
  const {rows: n, read, rejects, notRows} = await closeTextTable(session, table, parquet);
  const {firstRow} = table;
  if (notRows.length > 0) await numberRows(session, parquet, {notRows, rows: n, firstRow});
  const firstLine = notRows.length > 0 ? undefined : firstRow;
  const rows = `read_parquet(${text(parquet)}, file_row_number = true)`;
  return {
    ...(await counted(session, rows, options)),
    file: table.file,
    read,
    rows,
    firstLine,
    context,
    mapping,
    structural: rejects
  };
}

async function typeParquet(session: Session, delivered: string, options: RegisterFileOptions): Promise<RegisterFile> {
  const file = basename(delivered);
  const {source, names, types} = await readableParquet(session, delivered, options.parquet);
  const {context, mapping} = understand(file, names, types, options);
  const typed = (sound: boolean) =>
    `(${registerSql(options.spec, context, mapping, source, "file_row_number, ", sound)})`;
  const counts = await counted(session, typed(false), options);
  // Rows that broke no rule are not held against the rules again each time they are asked for.
  const rows = typed(rejectedRows(counts) === 0);
  return {...counts, file, rows, firstLine: 1, context, mapping, structural: []};
}

/** Whether names are a register's: two of its columns, by any of their names. */
export function isHeaderOf(
  spec: RegisterSpec,
  {path, fileNo, codelists, settings}: Pick<RegisterFileOptions, "path" | "fileNo" | "codelists" | "settings">
): (names: string[]) => boolean {
  const own = Object.keys(settings.aliases[spec.kind] ?? {});
  return (delivered) => {
    const columns = spec.columns({codelists, settings, path, fileNo, delivered});
    const known = new Set([...own, ...columns.flatMap(({name, aliases = []}) => [name, ...aliases])]);
    return delivered.filter((name) => known.has(name)).length >= 2;
  };
}

function understand(file: string, delivered: string[], types: string[], options: RegisterFileOptions) {
  const {spec, path, fileNo, codelists, settings} = options;
  const context: FileContext = {codelists, settings, path, fileNo, delivered};
  spec.refuse?.(file, context);
  return {context, mapping: mapColumns(file, spec, context, types)};
}

type Counted = Pick<RegisterFile, "read" | "kept" | "leftOut" | "months">;

async function counted(session: Session, rows: string, {spec, ...rest}: RegisterFileOptions): Promise<Counted> {
  const counts = await session.rows<Partial<Month> & {status: number | null; n: number}>(
    `SELECT status, ${monthSql(spec)} FROM ${rows} GROUP BY ALL`
  );
  const of = (status: number | null) => sum(counts, (c) => (c.status === status ? c.n : 0));
  const reasons = spec.leftOut({...rest, delivered: []}).map((_, i) => of(i + 1));
  const months = monthsOf(counts.filter(({status}) => status === null));
  return {read: sum(counts, (c) => c.n), kept: of(null), leftOut: reasons, months};
}

/** SQL for the columns of `monthsOf`, of rows that are grouped by month. */
export function monthSql({span}: RegisterSpec): string {
  const day = span ? name(span) : "NULL::DATE";
  return `CAST(date_trunc('month', ${day}) AS VARCHAR) AS month, count(*) AS n, CAST(min(${day}) AS VARCHAR) AS first,
    CAST(max(${day}) AS VARCHAR) AS last`;
}

/** The months of rows that have a day. */
export function monthsOf(
  rows: {month?: string | null; n: number; first?: string | null; last?: string | null}[]
): Month[] {
  return rows.flatMap(({month, n, first, last}) => (month && first && last ? [{month, rows: n, first, last}] : []));
}

/** How many rows of a file broke a rule of their own. */
export function rejectedRows(file: Pick<RegisterFile, "read" | "kept" | "leftOut">): number {
  return file.read - file.kept - file.leftOut.reduce((sum, n) => sum + n, 0);
}

/**
 * Puts what the rows of a file broke into the table of rejects.
 * @param first its place among all files of the delivery
 */
export async function addRegisterRejects(
  session: Session,
  spec: RegisterSpec,
  file: RegisterFile,
  first: number
): Promise<void> {
  const fileNo = first + file.context.fileNo;
  await addRejects(session, fileNo, file.structural, registerRejects);
  if (rejectedRows(file) === file.structural.length) return;
  const line = file.firstLine === undefined ? "line" : `file_row_number + ${file.firstLine}`;
  const rows = `SELECT raw, ${line} AS "#line" FROM ${file.rows} WHERE status = ${rejected}`;
  await session.run(`INSERT INTO ${registerRejects}
    SELECT ${fileNo}, ${text(file.file)}, "#line", checks."column", raw[checks.cell], checks.rule, checks.expected
    FROM (${brokenSql(spec, file.context, file.mapping, rows)}) broken
    JOIN (VALUES ${checkRows(spec, file.context, file.mapping)}) checks(place, "column", cell, rule, expected)
      USING (place)
    ORDER BY "#line", place`);
}

/** The files of a register in a few words: `lmdb2022.csv og 2 til`. */
export function filesInWords(files: readonly RegisterFile[]): string {
  return files[0]!.file + (files.length > 1 ? ` og ${files.length - 1} til` : "");
}

/** A column of a register, by the name it was delivered with: `lmdb.csv, kolonne pnr12`. */
export function columnInWords(files: readonly RegisterFile[], column: string): string {
  return `${filesInWords(files)}, kolonne ${files[0]!.mapping.get(column)?.delivered ?? column}`;
}
