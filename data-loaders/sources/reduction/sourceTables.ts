import {basename, join, relative, resolve} from "node:path";
import {text, type Session} from "../../engine/session.js";
import type {Codelists} from "../../ground/codelists.js";
import {Refusal} from "../../ground/refusal.js";
import type {RegisterSettings} from "../../ground/registerSettings.js";
import {splitHeader, type Header} from "../header.js";
import {readableParquet} from "../registers/readableParquet.js";
import {isParquet, registerFiles} from "../registers/registerFiles.js";
import {mapColumns, type Mapping} from "../registers/registerHeader.js";
import type {FileContext, RegisterSpec} from "../registers/registerSpec.js";
import {registerSpecs} from "../registers/registerSpecs.js";
import {textFacts} from "../textFacts.js";
import {headerLine} from "../textTable.js";
import type {Dialect} from "./dialects.js";

/** A register where it lies. */
export interface SourceTable {
  kind: string;
  /** SQL for its rows, as FROM takes it. */
  from: string;
  /** The columns that are handed on, by our names; undefined: all of them, as they are. */
  columns?: string[];
}

/** The registers of a warehouse, and statements that must run before they are asked for. */
export interface Sources {
  before: string[];
  tables: SourceTable[];
}

interface About {
  codelists: Codelists;
  settings: RegisterSettings;
}

/** Their columns are handed on as they are: they are many, or nothing of them is taken away. */
const asTheyAre = ["dream", "lpr_organisations", "prescribers", "population"];

/** Our name of a column where it is handed on: `date` is a word of SQL, and `dato` is understood too. */
const handedOn = (column: string) => (column === "date" ? "dato" : column);

/** Tables or views that have the names and columns of the contract. */
export function contractTables({codelists, settings}: About): Sources {
  const context: FileContext = {codelists, settings, path: "", delivered: [], fileNo: 0};
  const tables = registerSpecs.map(
    (spec): SourceTable => ({
      kind: spec.kind,
      from: spec.kind,
      ...(!asTheyAre.includes(spec.kind) && {columns: spec.columns(context).map(({name}) => handedOn(name))})
    })
  );
  return {before: [], tables};
}

/** The contract's tables of the F model, which has two registers of procedures. */
export function namedTables(about: About): Sources {
  const {tables} = contractTables(about);
  return {before: [], tables: tables.filter(({kind}) => kind !== "lpr_procedures")};
}

/**
 * Tables by other names: of each a file `<kind>/<table>.csv` in the folder has the column names in its first line.
 * @throws Refusal when a file has no such line or lacks a column
 */
export function describedTables(folder: string, dialect: Dialect, about: About): Sources {
  const tables = kindsIn(folder).map(([spec, files]) => {
    const parts = files.map((path, fileNo): Part => {
      const {names} = headerOf(path);
      const types = names.map(() => "VARCHAR");
      return {
        from: basename(path).replace(/\.[^.]*$/, ""),
        ...understood(spec, folder, path, fileNo, names, types, about)
      };
    });
    return together(spec, parts, dialect);
  });
  return {before: [], tables};
}

/**
 * Files of CSV or Parquet in a folder for each kind, as DuckDB or Spark reads them where they lie.
 * @throws Refusal when a file cannot be read so, or lacks a column
 */
export async function filesAsTables(
  session: Session,
  folder: string,
  name: "duckdb" | "spark",
  dialect: Dialect,
  about: About
): Promise<Sources> {
  const before: string[] = [];
  const tables: SourceTable[] = [];
  for (const [spec, files] of kindsIn(folder)) {
    const parts: Part[] = [];
    for (const [fileNo, path] of files.entries()) {
      if (/\.(gz|zip)$/i.test(path))
        throw new Refusal(`${spec.kind}/${basename(path)} er pakket og kan ikke reduceres, som den er; pak den ud.`);
      if (!/\.(csv|tsv|txt|parquet)$/i.test(path))
        throw new Refusal(
          `${spec.kind}/${basename(path)} er hverken CSV eller Parquet og kan ikke reduceres, som den er; gem den som et af dem.`
        );
      if (isParquet(path)) {
        const {names, types} = await readableParquet(session, path, `${path}.copy`);
        const from = name === "spark" ? `parquet.\`${resolve(path)}\`` : `read_parquet(${text(resolve(path))})`;
        parts.push({from, ...understood(spec, folder, path, fileNo, names, types, about)});
        continue;
      }
      const header = headerOf(path);
      const types = header.names.map(() => "VARCHAR");
      const view = `rygatlas_file_${spec.kind}_${fileNo + 1}`;
      before.push(csvView(name, view, path, header));
      parts.push({from: view, csv: true, ...understood(spec, folder, path, fileNo, header.names, types, about)});
    }
    tables.push(together(spec, parts, dialect));
  }
  return {before, tables};
}

/** One table or file of a register. */
interface Part {
  from: string;
  /** Whether all its cells are texts of a CSV file. */
  csv?: boolean;
  mapping: Mapping;
  context: FileContext;
}

function kindsIn(folder: string): [RegisterSpec, string[]][] {
  const found = registerFiles(
    folder,
    registerSpecs.map(({kind}) => kind)
  );
  return registerSpecs.flatMap((spec): [RegisterSpec, string[]][] => {
    const files = found.get(spec.kind);
    return files ? [[spec, files]] : [];
  });
}

function understood(
  spec: RegisterSpec,
  folder: string,
  path: string,
  fileNo: number,
  delivered: string[],
  types: string[],
  {codelists, settings}: About
): Pick<Part, "mapping" | "context"> {
  const context: FileContext = {codelists, settings, path: relative(join(folder, spec.kind), path), fileNo, delivered};
  spec.refuse?.(basename(path), context);
  return {context, mapping: mapColumns(basename(path), spec, context, types)};
}

/** The tables of a register under our column names; a column that some of them lack is empty there. */
function together(spec: RegisterSpec, parts: Part[], dialect: Dialect): SourceTable {
  const typesOf = new Map<string, Set<string>>();
  for (const {mapping} of parts)
    for (const [column, {type}] of mapping) typesOf.set(column, (typesOf.get(column) ?? new Set()).add(type));
  const dated = spec.kind === "bef" && parts.some(({mapping}) => !mapping.has("referencetid"));
  if (dated) typesOf.set("referencetid", new Set(["DATE", "VARCHAR"]));
  const selects = parts.map(({from, csv, mapping, context}) => {
    const cells = [...typesOf].map(([column, types]) => {
      const found = mapping.get(column)?.delivered;
      const own = found && quote(found, dialect);
      // R writes NA for nothing, databases NULL.
      const cell =
        own && csv
          ? `NULLIF(NULLIF(${own}, 'NA'), 'NULL')`
          : (own ?? (column === "referencetid" ? snapshotOf(spec, context) : "NULL"));
      return `${types.size > 1 && cell !== "NULL" ? `CAST(${cell} AS ${dialect.text})` : cell} AS ${quote(handedOn(column), dialect)}`;
    });
    return `SELECT ${cells.join(", ")} FROM ${from}`;
  });
  return {kind: spec.kind, from: `(${selects.join("\n    UNION ALL ")})`, columns: [...typesOf.keys()].map(handedOn)};
}

/** The day that a snapshot's name says. */
function snapshotOf(spec: RegisterSpec, context: FileContext): string {
  const {sql} = spec.output(context).find(({name}) => name === spec.span)!;
  return `CAST(${sql.replace(/^DATE /, "")} AS DATE)`;
}

function quote(column: string, dialect: Dialect): string {
  return /^[a-z_][a-z0-9_]*$/.test(column) && column !== "date" ? column : dialect.quote(column);
}

function headerOf(path: string): {delimiter: Header["delimiter"]; names: string[]} {
  const file = basename(path);
  const {line, above} = headerLine({file, path}, () => false);
  if (above.length > 0)
    throw new Refusal(
      `${file} har andet end kolonnenavne i første linje og kan ikke reduceres, som den er; fjern linjen.`
    );
  return splitHeader(file, line);
}

function csvView(
  name: "duckdb" | "spark",
  view: string,
  path: string,
  {delimiter}: ReturnType<typeof headerOf>
): string {
  const {utf8, cp850, zeros} = textFacts(path);
  if (cp850 || zeros > 0)
    throw new Refusal(
      `${basename(path)} er hverken UTF-8 eller Latin-1 og kan ikke reduceres, som den er; gem den som CSV UTF-8.`
    );
  const file = text(resolve(path));
  if (name === "duckdb")
    return `CREATE OR REPLACE TEMPORARY VIEW ${view} AS
SELECT * FROM read_csv(${file}, delim = ${text(delimiter)}, header = true, all_varchar = true, quote = '"',
  encoding = '${utf8 ? "utf-8" : "latin-1"}')`;
  return `CREATE OR REPLACE TEMPORARY VIEW ${view} USING csv
OPTIONS (path ${file}, header 'true', sep ${delimiter === "\t" ? "'\\t'" : text(delimiter)}, quote '"', escape '"', mode 'FAILFAST',
  encoding '${utf8 ? "UTF-8" : "ISO-8859-1"}')`;
}
