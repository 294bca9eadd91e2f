import {existsSync, readdirSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {publishedShape} from "../disclosure/participants.js";
import {publishedColumns} from "../disclosure/withhold.js";
import {name, openSession, text, type Session} from "../engine/session.js";
import {readCodebook, type Codebook} from "../ground/codebook.js";
import {coreColumnWords} from "../../src/domain/coreColumns.js";
import type {Settings} from "../ground/settings.js";
import {modelWords} from "../models/modelWords.js";
import {peopleColumnWords, peopleTables} from "../models/peopleTables.js";
import {auditTables, registerTables, sharedTables, tables} from "../tables/index.js";
import {registerFolder} from "./loadRegisters.js";
import {peopleFolder} from "./people.js";

/** Whom a table may be shown to: everybody; or the analyst, since it is not protected, or is about people. */
export const schemas = {
  main: "Offentliggjort",
  before: "Før beskyttelse",
  people: "Personer"
} as const;
export type Schema = keyof typeof schemas;

/** What a column is said to hold. */
export interface ColumnWords {
  meaning: string;
  unit?: string;
  /** Whom it counts, where it counts. */
  counts?: string;
}

/** A table that `load` leaves: as readers get it, before protection, or about people. */
export interface CatalogueTable {
  schema: Schema;
  name: string;
  title: string;
  columns: Record<string, ColumnWords>;
  /** Parquet with its rows, absolute; rows of several are put under each other by their columns' names. */
  files: string[];
}

/** The name that queries know a table by: a published one by its own, others behind their schema. */
export function qualified({schema, name}: Pick<CatalogueTable, "schema" | "name">): string {
  return schema === "main" ? name : `${schema}.${name}`;
}

/** Every table that the last load left, those without files left out. */
export function catalogue(settings: Settings, published: string): CatalogueTable[] {
  const {workspace, disclosure} = settings;
  const folders = {audit: join(workspace, "tables"), registers: registerFolder(settings)};
  const before = (table: string) => [
    ...(auditTables.some(({name}) => name === table) ? [join(folders.audit, `${table}.parquet`)] : []),
    ...(registerTables.some(({name}) => name === table) ? [join(folders.registers, `${table}.parquet`)] : [])
  ];
  const all: CatalogueTable[] = [
    ...tables.map((table) => ({
      schema: "main" as const,
      name: table.name,
      title: table.title,
      columns: wordsOf(publishedColumns(publishedShape(table, disclosure.audit))),
      files: [join(published, `${table.name}.parquet`)]
    })),
    ...tables.map((table) => ({
      schema: "before" as const,
      name: table.name,
      title: table.title,
      columns: wordsOf(
        sharedTables.includes(table.name)
          ? [auditTables, registerTables].flatMap((side) => side.find(({name}) => name === table.name)!.columns)
          : table.columns
      ),
      files: before(table.name)
    })),
    {
      schema: "people",
      name: "registrations",
      title: modelWords.find(({name}) => name === "registrations")!.meaning,
      columns: registrationWords(readCodebook(settings.codebook)),
      files: parquetIn(join(workspace, "registrations"))
    },
    ...peopleTables.map(({name, title}) => ({
      schema: "people" as const,
      name,
      title,
      columns: peopleColumnWords,
      files: [join(peopleFolder(settings), `${name}.parquet`)]
    }))
  ];
  return all.map((table) => ({...table, files: table.files.filter(existsSync)})).filter(({files}) => files.length > 0);
}

/** Makes a view of each table in a session, with what it and its columns hold as comments. */
export async function createViews(session: Session, tables: readonly CatalogueTable[]): Promise<void> {
  for (const schema of Object.keys(schemas)) await session.run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  for (const {schema, name: table, title, files, columns} of tables) {
    const view = `${schema}.${name(table)}`;
    const rows = `read_parquet([${files.map(text).join(", ")}], union_by_name = true)`;
    await session.run(`CREATE VIEW ${view} AS FROM ${rows}; COMMENT ON VIEW ${view} IS ${text(title)}`);
    const described = await session.rows<{column_name: string}>(`DESCRIBE ${view}`);
    const comments = described.flatMap(({column_name: column}) => {
      const words = columns[column];
      const comment = words && `${words.meaning}${words.unit ? ` (${words.unit})` : ""}`;
      return comment ? [`COMMENT ON COLUMN ${view}.${name(column)} IS ${text(comment)}`] : [];
    });
    if (comments.length > 0) await session.run(comments.join("; "));
  }
}

/** The file of views by which other tools read what `load` leaves. */
export function catalogueFile({workspace}: Pick<Settings, "workspace">): string {
  return join(workspace, "rygatlas.duckdb");
}

/** Writes the file of views anew; it holds no rows. Whoever has the old one open keeps it until they open it again. */
export async function writeCatalogue(settings: Settings, tables: readonly CatalogueTable[]): Promise<void> {
  const file = catalogueFile(settings);
  const aside = `${file}.new`;
  rmSync(aside, {force: true});
  const session = await openSession({...settings, threads: 1, temporary: ""});
  try {
    // In the oldest format, since R, Python and editors come with other versions of DuckDB than ours.
    await session.run(`ATTACH ${text(aside)} AS catalogue (STORAGE_VERSION 'v1.0.0'); USE catalogue`);
    await createViews(session, tables);
    await session.run("USE memory; DETACH catalogue");
  } finally {
    session.close();
  }
  renameSync(aside, file);
}

function wordsOf(columns: readonly {name: string; meaning: string; unit?: string; counts?: string}[]) {
  return Object.fromEntries(
    columns.map(({name, meaning, unit, counts}): [string, ColumnWords] => [
      name,
      {meaning, ...(unit && {unit}), ...(counts && {counts})}
    ])
  );
}

/** The columns of the registrations: those of every form, and the questions and answers of the code book. */
function registrationWords({professions}: Codebook): Record<string, ColumnWords> {
  const questions = professions.flatMap((form) => form.questions);
  return {
    ...Object.fromEntries(
      questions.flatMap(({id, block, type, answers}) =>
        type === "single"
          ? [[id, {meaning: `${block}: ${answers.map((answer) => `${answer.id}: ${answer.label}`).join("; ")}`}]]
          : answers.map((answer) => [`${id}.${answer.id}`, {meaning: `${block}: ${answer.label}`}])
      )
    ),
    ...coreColumnWords,
    file: {meaning: "Filen, registreringen er læst af"}
  };
}

function parquetIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".parquet"))
    .sort()
    .map((file) => join(folder, file));
}
