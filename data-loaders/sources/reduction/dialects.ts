import {name} from "../../engine/session.js";

/** How a database writes down what a query gives, and the few words that each has of its own. */
export interface Dialect {
  /** What it is called where a script is read. */
  label: string;
  /** The type of a text. */
  text: string;
  /** A column's name that is no plain word. */
  quote(column: string): string;
  /** SQL for a day as the text `yyyy-mm-dd`; of what is no day, NULL or the database's own error. */
  day(value: string): string;
  /** Statements that keep the rows of a query under a name until the script has run. */
  keep(table: string, query: string): string[];
  /** Statements that hand out the rows of a query as the register of a kind. */
  handOut(kind: string, query: string, folder: string): string[];
  /** What to do with what was handed out, in Danish. */
  after(folder: string): string;
}

/** The name under which a register is handed out where it becomes a table. */
const handedOut = (kind: string) => `rygatlas_${kind}`;

const asTables = (folder: string) =>
  `Gem hver tabel rygatlas_<register> som CSV eller Parquet i mappen ${folder}/<register>, også rygatlas_reduction.`;
const asFolders = (folder: string) => `Mappen ${folder} er udtrækket: læg den som extracts/registers.`;

const dateAsText = (type: string) => (value: string) => `CAST(CAST(${value} AS DATE) AS ${type})`;
const asTable = (table: string, query: string) => [`CREATE TABLE ${table} AS\n${query}`];
const again = (table: string) => `DROP TABLE IF EXISTS ${table}`;

/** Each dialect by the name it has on the command line. */
export const dialects = {
  duckdb: {
    label: "DuckDB",
    text: "VARCHAR",
    quote: name,
    day: (value) => `CAST(TRY_CAST(${value} AS DATE) AS VARCHAR)`,
    keep: (table, query) => [`CREATE OR REPLACE TEMPORARY TABLE ${table} AS\n${query}`],
    handOut: (kind, query, folder) => [
      `COPY (\n${query}\n) TO '${folder}/${kind}' (FORMAT parquet, PER_THREAD_OUTPUT)`
    ],
    after: asFolders
  },
  spark: {
    label: "Apache Spark",
    text: "STRING",
    quote: (column) => `\`${column.replaceAll("`", "``")}\``,
    // CSV has days as text, and of what is no day in one notation another may be.
    day: (value) =>
      `COALESCE(${["yyyy-MM-dd", "dd-MM-yyyy", "dd.MM.yyyy"]
        .map((format) => `DATE_FORMAT(TO_DATE(SUBSTRING(${value}, 1, 10), '${format}'), 'yyyy-MM-dd')`)
        .join(", ")})`,
    keep: (table, query) => [`CACHE TABLE ${table} AS\n${query}`],
    handOut: (kind, query, folder) => [`INSERT OVERWRITE DIRECTORY '${folder}/${kind}' USING parquet\n${query}`],
    after: asFolders
  },
  tsql: {
    label: "Microsoft SQL Server",
    text: "VARCHAR(200)",
    quote: (column) => `[${column.replaceAll("]", "]]")}]`,
    day: dateAsText("VARCHAR(10)"),
    keep: (table, query) => [again(table), `SELECT * INTO ${table} FROM (\n${query}\n) kept`],
    handOut: (kind, query) => [
      again(handedOut(kind)),
      `SELECT * INTO ${handedOut(kind)} FROM (\n${query}\n) handed_out`
    ],
    after: asTables
  },
  oracle: {
    label: "Oracle",
    text: "VARCHAR2(200)",
    quote: name,
    day: (value) => `TO_CHAR(${value}, 'YYYY-MM-DD')`,
    keep: asTable,
    handOut: (kind, query) => asTable(handedOut(kind), query),
    after: (folder) => `${asTables(folder)} Slet tabellerne rygatlas_… før en ny kørsel.`
  },
  postgres: {
    label: "PostgreSQL",
    text: "VARCHAR(200)",
    quote: name,
    day: dateAsText("VARCHAR(10)"),
    keep: (table, query) => [again(table), ...asTable(table, query)],
    handOut: (kind, query) => [again(handedOut(kind)), ...asTable(handedOut(kind), query)],
    after: asTables
  }
} satisfies Record<string, Dialect>;

export type DialectName = keyof typeof dialects;
