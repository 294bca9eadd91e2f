import {name, text, type Session} from "../../data-loaders/engine/session.js";

/** How an answer is looked at: sorted by a column, and with conditions on columns. */
export interface View {
  sort?: {column: string; descending: boolean};
  /** By column: a part of its text, `>5`, `<=2`, `=gp`, or `tom`. */
  filters?: Record<string, string>;
}

/** A column of an answer. `type` is DuckDB's. */
export interface ResultColumn {
  name: string;
  type: string;
}

/** Some rows of an answer, as JSON holds them: numbers, texts, true and false, and null. */
export interface Rows {
  /** How many rows there are in the view. */
  total: number;
  from: number;
  rows: unknown[][];
}

/** The schema of a session in which answers are kept while they are looked at. No query of a cell reads it. */
const schema = "results";

/** How many rows of an answer are kept. */
const mostRows = 1_000_000;

/** Runs a query and keeps its rows, in their order, under a name. */
export async function keepResult(
  session: Session,
  id: string,
  {text: query, values}: {text: string; values: readonly string[]}
): Promise<{rows: number; cut: boolean}> {
  const statement = await session.connection.prepare(
    `CREATE TABLE ${schema}.${name(id)} AS SELECT * FROM (${query}\n) LIMIT ${mostRows + 1}`
  );
  try {
    values.forEach((value, i) => statement.bindVarchar(i + 1, value));
    await statement.run();
  } finally {
    statement.destroySync();
  }
  const [{n}] = (await session.rows<{n: number}>(`SELECT count(*) AS n FROM ${schema}.${name(id)}`)) as [{n: number}];
  return {rows: Math.min(n, mostRows), cut: n > mostRows};
}

/** The columns of a kept answer. */
export async function columnsOf(session: Session, id: string): Promise<ResultColumn[]> {
  const rows = await session.rows<{column_name: string; column_type: string}>(`DESCRIBE ${schema}.${name(id)}`);
  return rows.map(({column_name, column_type}) => ({name: column_name, type: column_type}));
}

/** How many rows of a kept answer have a number that protection hides; undefined where none can be hidden. */
export async function hiddenIn(
  session: Session,
  id: string,
  columns: readonly ResultColumn[]
): Promise<number | undefined> {
  if (!columns.some(({name, type}) => name === "status" && type === "VARCHAR")) return undefined;
  const [row] = await session.rows<{n: number}>(
    `SELECT count(*) AS n FROM ${schema}.${name(id)} WHERE starts_with(status, 'hidden') OR status = 'incomplete'`
  );
  return row!.n;
}

/** What was last sorted or filtered of each answer: the table with its rows, in order. */
export type Views = Map<string, {key: string; table: string; total: number}>;

/** Some rows of a kept answer as it is looked at. A view is made once, and then read by the place of its rows. */
export async function windowOf(
  session: Session,
  views: Views,
  id: string,
  {view, from, count}: {view: View; from: number; count: number}
): Promise<Rows> {
  const columns = await columnsOf(session, id);
  const {table, total} = await viewOf(session, views, id, columns, view);
  const shown = columns.map(({name: column, type}) => `${plain(name(column), type)} AS ${name(column)}`).join(", ");
  const reader = await session.connection.runAndReadAll(
    `SELECT ${shown} FROM ${schema}.${name(table)} WHERE rowid BETWEEN ${from} AND ${from + count - 1} ORDER BY rowid`
  );
  return {total, from, rows: reader.getRowsJS().map((row) => row.map(asJson))};
}

/** Forgets an answer and what was made of it. */
export async function forgetResult(session: Session, views: Views, id: string): Promise<void> {
  for (const table of [id, views.get(id)?.table ?? id])
    await session.run(`DROP TABLE IF EXISTS ${schema}.${name(table)}`);
  views.delete(id);
}

async function viewOf(
  session: Session,
  views: Views,
  id: string,
  columns: readonly ResultColumn[],
  view: View
): Promise<{table: string; total: number}> {
  const key = JSON.stringify(view);
  const known = views.get(id);
  if (known?.key === key) return known;
  const conditions = Object.entries(view.filters ?? {}).flatMap(([column, filter]) =>
    condition(columns, column, filter)
  );
  const sorted = columns.find((column) => column.name === view.sort?.column);
  const isWhole = conditions.length === 0 && !sorted;
  const table = isWhole ? id : `${id} view`;
  if (!isWhole) {
    const where = conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "";
    const order = sorted
      ? `ORDER BY ${name(sorted.name)} ${view.sort!.descending ? "DESC" : "ASC"} NULLS LAST, rowid`
      : "ORDER BY rowid";
    await session.run(
      `CREATE OR REPLACE TABLE ${schema}.${name(table)} AS SELECT * FROM ${schema}.${name(id)} ${where} ${order}`
    );
  }
  const [{n}] = (await session.rows<{n: number}>(`SELECT count(*) AS n FROM ${schema}.${name(table)}`)) as [
    {n: number}
  ];
  const made = {key, table, total: Math.min(n, mostRows)};
  views.set(id, made);
  return made;
}

/** A condition as an analyst writes it in the head of a column. */
function condition(columns: readonly ResultColumn[], column: string, filter: string): string[] {
  const type = columns.find(({name}) => name === column)?.type;
  const asked = filter.trim();
  if (type === undefined || asked === "") return [];
  const field = name(column);
  if (asked.toLowerCase() === "tom") return [`${field} IS NULL`];
  const [, sign, value] = /^(<=|>=|<>|<|>|=)\s*(.+)$/.exec(asked) ?? [];
  if (!sign) return [`contains(lower(${field}::VARCHAR), lower(${text(asked)}))`];
  const number = isNumber(type) ? value!.replace(",", ".") : value!;
  return [`${field} ${sign} TRY_CAST(${text(number)} AS ${type})`];
}

function isNumber(type: string): boolean {
  return /INT|DECIMAL|DOUBLE|FLOAT/.test(type) && !/INTERVAL|\[|\(.*\bVARCHAR/.test(type);
}

/** A column as JSON holds it: what is neither a number, a text nor true or false as DuckDB writes it. */
function plain(column: string, type: string): string {
  if (/^(DECIMAL|U?HUGEINT|U?BIGINT)/.test(type) && !type.endsWith("]")) return `${column}::DOUBLE`;
  return /^(U?TINYINT|U?SMALLINT|U?INTEGER|FLOAT|DOUBLE|VARCHAR|BOOLEAN)$/.test(type) ? column : `${column}::VARCHAR`;
}

/** JSON has no NaN and no infinity. */
function asJson(value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}
