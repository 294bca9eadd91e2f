import {mkdirSync, rmSync} from "node:fs";
import {join, relative} from "node:path";
import {pathToFileURL} from "node:url";
import {tableSeal} from "../engine/seal.js";
import {name, openSession, text, type Session} from "../engine/session.js";
import {runSql, setVariables} from "../engine/sqlFile.js";
import {replaceFolder, staging} from "../engine/staging.js";
import {readCodelists} from "../ground/codelists.js";
import {nearest, Refusal} from "../ground/refusal.js";
import type {Settings} from "../ground/settings.js";
import {indicatorVariable, type Indicator} from "../indicators/definition/indicator.js";
import {faultIn, placeInFile} from "../indicators/definition/soundIndicators.js";
import {indicatorFiles, readIndicator} from "../indicators/definition/readIndicators.js";
import {keepPeople, peopleFolder, peopleKey} from "../load/people.js";
import {buildCache} from "../load.js";
import {catalogue, writeCatalogue} from "../load/catalogue.js";
import {peopleSeal} from "../load/seals.js";
import {readingOptions} from "../load/loadRegisters.js";
import {peopleTables} from "../models/peopleTables.js";
import {createRegisterModels, modelVariables} from "../models/registers/registerModels.js";
import type {Extracts} from "../sources/delivery.js";
import {readRegisters} from "../sources/registers.js";
import {createCodelists} from "../sources/registers/codelistTables.js";

/** What one condition of an indicator does to its patients, in a period. */
export interface TriedStep {
  /** The condition as it stands in the indicator's SQL; the first is the cohort. */
  step: string;
  period: string;
  patients: number;
}

/** An indicator counted on today's registers, before protection. */
export interface Tried {
  indicator: Indicator;
  file: string;
  steps: TriedStep[];
  periods: {period: string; denominator: number; numerator: number}[];
}

/** What indicators may read: an indicator's own patients are not among it. */
const ofModels = peopleTables.filter(({name}) => name !== "indicator_patients");

/**
 * Counts one indicator on the patients that the last load left, or on today's where they are others: before protection,
 * and with the patients that are left after each of its conditions.
 * @throws Refusal naming file, line and column where its SQL cannot be run, or where there is no such indicator
 */
export async function tryIndicator(
  settings: Settings,
  registers: Extracts,
  id: string,
  step: (label: string) => void = () => {}
): Promise<Tried> {
  const {indicator, file} = await findIndicator(settings.root, id);
  const seal = peopleSeal(registers, settings);
  const kept = (table: string) => join(peopleFolder(settings), `${table}.parquet`);
  if (!ofModels.every(({name}) => tableSeal(kept(name), peopleKey) === seal))
    await keepToday(settings, registers, seal, step);
  step(`Tæller ${id}`);
  const session = await openSession({...settings, temporary: settings.workspace});
  try {
    const {root, parameters} = settings;
    await createCodelists(session, readCodelists(join(root, "data/codelists")));
    for (const {name: table} of ofModels)
      await session.run(`CREATE TEMP VIEW ${name(table)} AS FROM read_parquet(${text(kept(table))})`);
    await setVariables(session, {...modelVariables(parameters), indicator: indicatorVariable(indicator)});
    await runSql(session, pathToFileURL(join(root, "data-loaders/models/registers/macros.sql")));
    await refuseUnsound(session, indicator, join(root, file));
    return {indicator, file, steps: await stepsOf(session, indicator), periods: await countsOf(session, indicator)};
  } finally {
    session.close();
  }
}

/** What to print: a line a step and period. */
export function describeTried({indicator, file, steps, periods}: Tried): string[] {
  const whole = new Intl.NumberFormat("da-DK");
  const percent = new Intl.NumberFormat("da-DK", {maximumFractionDigits: 1, minimumFractionDigits: 1});
  const changed = (from: number | undefined, to: number) => {
    const change = to - (from ?? to);
    return (change === 0 ? "" : ` (${change < 0 ? "−" : "+"}${whole.format(Math.abs(change))})`).padEnd(12);
  };
  const lines = periods.flatMap(({period, denominator, numerator}) => {
    const own = steps.filter((step) => step.period === period);
    return [
      `${period}`,
      ...own.map(
        ({step, patients}, i) =>
          `  ${whole.format(patients).padStart(9)}${changed(own[i - 1]?.patients, patients)}  ${step}`
      ),
      `  ${whole.format(denominator).padStart(9)}${changed(own.at(-1)?.patients, denominator)}  nævneren: ${indicator.denominator}`,
      `  ${whole.format(numerator).padStart(9)}${`(${percent.format((100 * numerator) / Math.max(denominator, 1))} %)`.padStart(11)}   tælleren: ${indicator.numerator}`
    ];
  });
  return [`${indicator.title} (${file}), før beskyttelse: må ikke offentliggøres.`, ...lines];
}

async function findIndicator(root: string, id: string): Promise<{indicator: Indicator; file: string}> {
  const known: string[] = [];
  for (const path of indicatorFiles(join(root, "data-loaders/indicators"))) {
    const file = relative(root, path);
    const indicator = await readIndicator(path);
    if (indicator?.id === id) return {indicator, file};
    if (indicator) known.push(indicator.id);
  }
  const near = nearest(id, known);
  throw new Refusal(`Der er ingen indikator ${id}${near ? `; mente du ${near}` : ""}. Der er: ${known.join(", ")}.`);
}

/** Reads today's registers, and leaves their patients in the workspace. */
async function keepToday(settings: Settings, registers: Extracts, seal: string, step: (label: string) => void) {
  const aside = staging(settings.workspace);
  const session = await openSession({...settings, temporary: join(aside, "duckdb")});
  try {
    await readRegisters(session, readingOptions(settings, registers.folder, {aside, step}));
    step("Finder patienterne og følger dem");
    await createRegisterModels(session, settings.parameters);
    const folder = join(aside, "people");
    mkdirSync(folder);
    await keepPeople(session, folder, seal, ofModels);
    replaceFolder(peopleFolder(settings), folder);
    await writeCatalogue(settings, catalogue(settings, buildCache(settings)));
  } finally {
    session.close();
    rmSync(aside, {recursive: true, force: true});
  }
}

/** Refuses SQL that cannot be run, at its place in the file, and patients that are named twice or not of the cohort. */
async function refuseUnsound(session: Session, indicator: Indicator, path: string): Promise<void> {
  const fault = await faultIn(session, indicator, path);
  if (fault) throw new Refusal(fault);
  const [wrong] = await session.rows<{people: number}>(`
    SELECT count(*)::INTEGER AS people FROM (
      SELECT i.person_id, count(*) AS times, bool_and(c.person_id IS NOT NULL AND numerator IS NOT NULL) AS known
      FROM (${indicator.sql}) i LEFT JOIN cohort c USING (period, person_id) GROUP BY period, i.person_id
    ) WHERE times > 1 OR NOT known HAVING count(*) > 0`);
  if (wrong)
    throw new Refusal(
      `${placeInFile(path, indicator.sql)}: error: ${wrong.people} patienter står to gange, uden tæller eller uden for kohorten; en indikator har én række for hver patient.`
    );
}

/** What a SELECT of an indicator is made of, as DuckDB serialises it. */
interface Tree {
  [key: string]: unknown;
}

/**
 * How many patients are left of each period after each join and each condition of the indicator's SELECT, in the order
 * they are written. An indicator that is no plain SELECT of the cohort has the cohort alone.
 */
async function stepsOf(session: Session, {sql}: Indicator): Promise<TriedStep[]> {
  const counted = async (step: string, query: string) =>
    (
      await session.rows<Omit<TriedStep, "step">>(
        `SELECT period, count(DISTINCT person_id)::INTEGER AS patients FROM (${query}) GROUP BY period ORDER BY period`
      )
    ).map((row) => ({step, ...row}));
  const steps = await counted("kohorten: patienterne med en første kontakt i perioden", "FROM cohort");
  const [{tree}] = (await session.rows<{tree: string}>("SELECT json_serialize_sql($sql::VARCHAR) AS tree", {sql})) as [
    {tree: string}
  ];
  const node = (JSON.parse(tree) as {statements: {node: Tree}[]}).statements[0]!.node;
  if (node.type !== "SELECT_NODE") return steps;
  const select = node as Tree & {from_table: Tree; where_clause: Tree | null; having: Tree | null; select_list: Tree[]};
  const people = select.select_list.slice(0, 2);
  const ask = async (from: Tree, conditions: Tree[]): Promise<string> => {
    const where = conditions.length > 1 ? {...conjunction, children: conditions} : (conditions[0] ?? null);
    const part = {
      ...select,
      select_list: people,
      from_table: from,
      where_clause: where,
      having: null,
      group_expressions: [],
      group_sets: [],
      aggregate_handling: "STANDARD_HANDLING",
      qualify: null
    };
    return textOf(session, part);
  };
  const conditions = conjuncts(select.where_clause);
  let before = "";
  for (const [i, from] of joins(select.from_table).entries()) {
    const said = (await textOf(session, {...empty, from_table: from})).replace(/^SELECT \* FROM /, "");
    // The first table may be the cohort itself, by another name.
    if (i > 0 || !/^cohort\b/.test(said))
      steps.push(
        ...(await counted(short(said.startsWith(before) ? said.slice(before.length) : said), await ask(from, [])))
      );
    before = said;
  }
  for (const [i, condition] of conditions.entries()) {
    const said = (
      await textOf(session, {
        ...empty,
        from_table: {type: "EMPTY", alias: "", sample: null, query_location: 0},
        where_clause: condition
      })
    ).replace(/^SELECT \* WHERE /i, "");
    steps.push(...(await counted(short(said), await ask(select.from_table, conditions.slice(0, i + 1)))));
  }
  return steps;
}

const conjunction = {class: "CONJUNCTION", type: "CONJUNCTION_AND", alias: "", query_location: 0};
const empty = {
  type: "SELECT_NODE",
  modifiers: [],
  cte_map: {map: []},
  select_list: [
    {
      class: "STAR",
      type: "STAR",
      alias: "",
      query_location: 0,
      relation_name: "",
      exclude_list: [],
      replace_list: [],
      columns: false,
      expr: null
    }
  ],
  where_clause: null,
  group_expressions: [],
  group_sets: [],
  aggregate_handling: "STANDARD_HANDLING",
  having: null,
  sample: null,
  qualify: null
};

/** The tables of a FROM as joins are added, the last with all of them. */
function joins(from: Tree): Tree[] {
  return from.type === "JOIN" ? [...joins(from.left as Tree), from] : [from];
}

function conjuncts(where: Tree | null): Tree[] {
  if (!where) return [];
  return where.type === "CONJUNCTION_AND" ? (where.children as Tree[]).flatMap(conjuncts) : [where];
}

async function textOf(session: Session, node: Tree): Promise<string> {
  // A place that DuckDB does not know is a whole number larger than JavaScript holds.
  const known = (key: string, value: unknown) => (key === "query_location" ? 0 : value);
  const tree = JSON.stringify({error: false, statements: [{node, named_param_map: []}]}, known);
  const [{sql}] = (await session.rows<{sql: string}>("SELECT json_deserialize_sql($tree::VARCHAR::JSON) AS sql", {
    tree
  })) as [{sql: string}];
  return sql;
}

function short(sql: string): string {
  const plain = sql
    .trim()
    .replace(/\s+/g, " ")
    .replace(/^\((.*)\)$/, "$1");
  return plain.length > 150 ? `${plain.slice(0, 149)}…` : plain;
}

async function countsOf(session: Session, {sql}: Indicator): Promise<Tried["periods"]> {
  return session.rows(`
    SELECT period, count(*)::INTEGER AS denominator, count(*) FILTER (numerator)::INTEGER AS numerator
    FROM (${sql}) GROUP BY period ORDER BY period`);
}
