import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {join} from "node:path";
import * as v from "valibot";
import {name, openSession, type Row, type Session} from "../../data-loaders/engine/session.js";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import {qualified, type CatalogueTable} from "../../data-loaders/load/catalogue.js";
import {peopleTables} from "../../data-loaders/models/peopleTables.js";
import {auditTables, registerTables} from "../../data-loaders/tables/index.js";
import type {Column} from "../../data-loaders/tables/table.js";
import {readQuery} from "../answers/query.js";
import type {AskedQuery} from "./askedCell.js";
import {declarationText, fileName, quoted, testText, type Declared, type Example} from "./declaration.js";
import {refuseExisting, writeNewFile} from "./newFile.js";

/** What an analyst says of a table beside its query. */
export interface NewTable {
  name: string;
  title: string;
  /** The column that counts people. */
  counted: string;
  /** What each column holds, in Danish, where it is not known already. */
  meanings: Record<string, string>;
}

const Spec = v.object({
  name: v.pipe(
    v.string(),
    v.regex(/^[a-z][a-z0-9_]*$/, "navnet skal være små bogstaver a til z, cifre og _, fx audit_exercise")
  ),
  title: v.pipe(v.string(), v.trim(), v.minLength(1, "tabellen mangler en titel"), v.maxLength(200)),
  counted: v.string(),
  meanings: v.record(v.string(), v.pipe(v.string(), v.maxLength(300)))
});

type Side = Declared["side"];

/** The columns that a table of each side must have: what its rows part. */
const needed: Record<Side, string[]> = {audit: ["round", "profession"], registers: ["period"]};

/** What a row's keys say of whom it counts, by their own names in the cohort; absent: its group knows them already. */
const patientKeys: Record<string, string | undefined> = {
  period: undefined,
  hospital_region: undefined,
  region: undefined,
  diagnosis_group: "diagnosis: String(row.diagnosis_group)",
  specialty: "[contact(1)]: String(row.specialty)",
  sex: "sex: String(row.sex)",
  site: "site: String(row.site)",
  age_band: "age: String(row.age_band)"
};

/**
 * Writes the declaration of a table that counts registrations or patients, and its test, so that the next load
 * computes, protects and publishes it.
 * @returns the files, the declaration first
 * @throws Refusal when its query cannot become a table, or there is one of its name
 */
export async function writeTable(
  root: string,
  {text, values}: AskedQuery,
  given: unknown,
  {session, tables}: {session: Session; tables: readonly CatalogueTable[]}
): Promise<{files: string[]; finished: boolean}> {
  const {output: said, issues} = v.safeParse(Spec, given);
  if (issues) throw refused(issues[0].message);
  if (values.length > 0)
    throw refused("en tabel har alle valgene som rækker; tag ${…} ud, og gør valget til en kolonne");
  const {refused: why, read} = await readQuery(session, text);
  if (why) throw why;
  const side = sideOf(read);
  const known = side === "audit" ? auditTables : registerTables;
  if ([...auditTables, ...registerTables].some((table) => table.name === said.name))
    throw refused(`der er allerede en tabel, der hedder ${said.name}`);
  const folder = `data-loaders/tables/${side}`;
  const testFolder = `test/${folder}`;
  const file = fileName(said.name);
  refuseExisting(root, folder, `${file}.ts`);
  refuseExisting(root, testFolder, `${file}.test.ts`);

  const source = tables.find(
    (table) => qualified(table) === (side === "audit" ? "people.registrations" : "people.cohort")
  )!;
  const columns = await columnsOf(session, text, {side, said, source});
  const keys = columns.map((column) => column.name).filter((column) => column !== said.counted);
  const conditions = conditionsOf(side, keys, {read, source, types: await typesOf(session, source)});
  const declared: Declared = {
    side,
    ...said,
    place: Math.max(...known.map(({place}) => place)) + 10,
    columns,
    conditions,
    isWhole: await isWhole(session, text, {side, counted: said.counted}),
    query: inLoad(text)
  };
  const example = await exampleOf(session, declared, read);
  const files = [
    writeNewFile(root, folder, `${file}.ts`, declarationText(declared)),
    writeNewFile(root, testFolder, `${file}.test.ts`, testText(declared, example))
  ];
  // As every file of the project is formatted, where its packages are there.
  const biome = join(root, "node_modules/.bin/biome");
  if (existsSync(biome)) spawnSync(biome, ["format", "--write", ...files], {cwd: root});
  return {files, finished: example.expected !== undefined};
}

function refused(why: string): Refusal {
  return new Refusal(`Tabellen er ikke skrevet: ${why}.`);
}

function sideOf(read: readonly string[]): Side {
  if (read.length === 0 || !read.every((table) => table.startsWith("people.")))
    throw refused("den skal tælle personer, altså læse tabeller under people og ingen andre");
  const ofAudit = read.filter((table) => table === "people.registrations").length;
  if (ofAudit > 0 && read.length > 1) throw refused("den læser både auditten og registrene; en tabel er af den ene");
  if (ofAudit === 0 && !read.includes("people.cohort"))
    throw refused("en tabel over patienter skal læse people.cohort, som siger, hvem de er");
  return ofAudit > 0 ? "audit" : "registers";
}

async function columnsOf(
  session: Session,
  text: string,
  {side, said, source}: {side: Side; said: NewTable; source: CatalogueTable}
): Promise<Column[]> {
  const described = await session.rows<{column_name: string; column_type: string}>(`DESCRIBE (${text}\n)`);
  for (const column of [...needed[side], said.counted])
    if (!described.some(({column_name}) => column_name === column)) throw refused(`kolonnen ${column} mangler`);
  return described.map(({column_name: column, column_type: type}): Column => {
    const words = source.columns[column];
    if (column === said.counted) {
      if (!/INT/.test(type)) throw refused(`${column} skal være et antal`);
      const counts = side === "audit" ? "registrations" : "patients";
      const [danish, english] = side === "audit" ? ["registreringer", "Registrations"] : ["patienter", "Patients"];
      const meaning = said.meanings[column]?.trim() || `Antal ${danish}`;
      return {name: column, type: "INTEGER", meaning, english, unit: danish, counts};
    }
    const kept = /^(TINYINT|SMALLINT|INTEGER|BIGINT)$/.test(type) ? "INTEGER" : type;
    if (kept !== "INTEGER" && kept !== "VARCHAR" && kept !== "BOOLEAN" && kept !== "DATE")
      throw refused(
        `${column} er ${type}; en tabel fra værkstedet har nøgler og ét antal, og procenter og gennemsnit skrives i erklæringen bagefter`
      );
    const meaning = said.meanings[column]?.trim() || words?.meaning;
    if (!meaning) throw refused(`skriv, hvad ${column} betyder`);
    return {name: column, type: kept, meaning, english: column.replaceAll("_", " ")};
  });
}

/** The conditions that keys put on whom a row counts. Others than these stand in sums that the bench does not know. */
function conditionsOf(
  side: Side,
  keys: readonly string[],
  {read, source, types}: {read: readonly string[]; source: CatalogueTable; types: ReadonlyMap<string, string>}
): Record<string, string> {
  const conditions: Record<string, string> = {};
  const others = peopleTables.filter(({name}) => read.includes(`people.${name}`) && name !== "cohort");
  for (const key of keys) {
    const cannot = refused(
      `værkstedet kan ikke beskytte tal efter ${key}; skriv tabellen i hånden efter docs/tables-and-indicators.md`
    );
    if (side === "registers") {
      if (!(key in patientKeys) || (key === "specialty" && others.length > 0)) throw cannot;
      const condition = patientKeys[key];
      if (condition) conditions[key] = condition;
      continue;
    }
    if (["round", "profession", "consultation"].includes(key)) continue;
    const isAnswer = key in source.columns && !["participant_no", "registration_no", "age", "file"].includes(key);
    if (!isAnswer) throw cannot;
    const row = `row${/^\w+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`}`;
    if (types.get(key) !== "BOOLEAN") conditions[key] = `${JSON.stringify(key)}: String(${row} ?? "missing")`;
    else {
      const missing = `${key.split(".")[0]}.missing`;
      conditions[key] =
        `${JSON.stringify(key)}: ${row} === null ? undefined : ${row} ? "yes" : "no", ` +
        `${JSON.stringify(missing)}: ${row} === null ? "yes" : undefined`;
    }
  }
  return conditions;
}

async function typesOf(session: Session, table: CatalogueTable): Promise<Map<string, string>> {
  const rows = await session.rows<{column_name: string; column_type: string}>(`DESCRIBE ${qualified(table)}`);
  return new Map(rows.map(({column_name, column_type}) => [column_name, column_type]));
}

/** Whether the rows are as many as all registrations or patients, and nothing in the query could leave any out. */
async function isWhole(
  session: Session,
  text: string,
  {side, counted}: {side: Side; counted: string}
): Promise<boolean> {
  if (/\b(where|join|having|qualify|limit|filter|sample|distinct)\b/i.test(text)) return false;
  const keys = needed[side].map(name).join(", ");
  const all = side === "audit" ? "people.registrations" : "people.cohort";
  const [other] = await session.rows(`
    SELECT 1 FROM (SELECT ${keys}, sum(${name(counted)}) AS n FROM (${text}\n) GROUP BY ALL)
    FULL JOIN (SELECT ${keys}, count(*) AS all_of_them FROM ${all} GROUP BY ALL) USING (${keys})
    WHERE n IS DISTINCT FROM all_of_them LIMIT 1`);
  return other === undefined;
}

/**
 * A query of the bench as a load asks it: the tables have no schema there, and registers are not of the cohort alone.
 */
function inLoad(text: string): string {
  return text.replace(/\bpeople\.(\w+)/gi, (_, table: string) => {
    const query = peopleTables.find(({name}) => name === table.toLowerCase())?.query;
    return query && query !== `FROM ${table}` ? `(${query})` : table;
  });
}

/** Three people of one kind and one of another, with invented values, and what the table should give of them. */
async function exampleOf(session: Session, declared: Declared, read: readonly string[]): Promise<Example> {
  const statements: string[] = [];
  const keys = declared.columns.map(({name}) => name).filter((column) => column !== declared.counted);
  for (const table of read) {
    const types = [...(await session.rows<{column_name: string; column_type: string}>(`DESCRIBE ${table}`))];
    const isUsed = (column: string) => declared.query.includes(column);
    const used = types.filter(({column_name: column}) => isUsed(column) || column === "person_id");
    const own = table.replace("people.", "");
    statements.push(
      `CREATE TEMP TABLE ${own} (${used.map(({column_name, column_type}) => `${quoted(column_name)} ${column_type}`).join(", ")})`
    );
    if (own !== "registrations" && own !== "cohort") continue;
    const person = (kind: 0 | 1, no: number) =>
      `(${used.map(({column_name, column_type}) => (column_name === "person_id" ? `'p${no}'` : invented(column_type, kind))).join(", ")})`;
    statements.push(`INSERT INTO ${own} VALUES ${[person(0, 1), person(0, 2), person(0, 3), person(1, 4)].join(", ")}`);
  }
  const rows = ([0, 1] as const).map((kind) => ({
    ...Object.fromEntries(
      keys.map((key) => {
        const type = declared.columns.find(({name}) => name === key)!.type;
        return [key, JSON.parse(invented(type, kind).replaceAll("'", '"')) as unknown];
      })
    ),
    [declared.counted]: kind === 0 ? 3 : 1
  }));
  const inOrder = rows.map((row) => Object.fromEntries(declared.columns.map(({name}) => [name, row[name]])) as Row);
  return {statements, ...((await gives(statements, declared, inOrder)) && {expected: inOrder})};
}

function invented(type: string, kind: 0 | 1): string {
  if (/INT|DOUBLE|DECIMAL|FLOAT/.test(type)) return String(kind + 1);
  if (type === "BOOLEAN") return String(kind === 1);
  if (type === "VARCHAR") return kind === 0 ? "'a'" : "'b'";
  return type === "DATE" ? `'2024-0${kind + 1}-01'` : "NULL";
}

/** Whether the query gives these rows of an example, as they follow from it without the query. */
async function gives(statements: readonly string[], {query}: Declared, rows: readonly Row[]): Promise<boolean> {
  const scratch = await openSession({memoryLimit: "200MB", threads: 1, temporary: ""});
  try {
    for (const statement of statements) await scratch.run(statement);
    const given = await scratch.rows(`FROM (${query}\n) ORDER BY ALL`);
    return JSON.stringify(given) === JSON.stringify(rows);
  } catch {
    return false;
  } finally {
    scratch.close();
  }
}
