import type {Session} from "../../data-loaders/engine/session.js";
import {notPublished, oneSelect, onlyPublished} from "../../src/components/data/cellRules.js";

/** Why a query is no cell of a page. `line` is the query's, from 1. */
export class RefusedQuery extends Error {
  constructor(
    message: string,
    readonly line: number
  ) {
    super(message);
  }
}

/** Table functions that make rows of their arguments alone. */
const rowsOfArguments = new Set(["unnest", "range", "generate_series", "repeat", "repeat_row"]);

/** Scalar functions that read the session, the machine or the catalogue instead of their arguments, or act on them. */
const ofTheSession = new RegExp(
  `^(?:${[
    "pg_\\w+",
    "duckdb_\\w+",
    "has_\\w+_privilege",
    "inet_\\w+",
    "(?:col|obj|shobj)_description",
    "current_(?!(?:local)?(?:date|time|timestamp)$)\\w+",
    "session_user",
    "user",
    "getenv",
    "getvariable",
    "version",
    "in_search_path",
    "txid_current",
    "get_block_size",
    "map_to_pg_oid",
    "format_pg_type",
    "nextval",
    "currval",
    "stats",
    "setseed",
    "sleep_ms",
    "write_log",
    "parse_duckdb_log_message",
    "query\\w*",
    "read_\\w+",
    "json_(?:de)?serialize_\\w+"
  ].join("|")})$`
);

/** What DuckDB says of a text: its statements as trees, or why it has none. */
type Serialized = {error: false; statements: {node: Tree}[]} | {error: true; error_type: string};
type Tree = {[key: string]: unknown};

/** What a query reads of a session's tables, by the names it knows them by; and why it is no cell, where it is none. */
export interface ReadQuery {
  refused?: RefusedQuery;
  read: string[];
}

const known = new WeakMap<Session, Map<string, ReadQuery>>();

/**
 * Whether a query is one SELECT that reads nothing but the tables of a session, by DuckDB's own parser. Each text is
 * looked through once a session.
 * @returns undefined when it is, or when DuckDB cannot parse it and will say so itself
 */
export async function refusedQuery(session: Session, text: string): Promise<RefusedQuery | undefined> {
  return (await readQuery(session, text)).refused;
}

/** The same, and which of the tables it reads. */
export async function readQuery(session: Session, text: string): Promise<ReadQuery> {
  const queries = known.get(session) ?? known.set(session, new Map()).get(session)!;
  if (!queries.has(text)) queries.set(text, await lookThrough(session, text));
  return queries.get(text)!;
}

/**
 * The tables and views of a session by the names that queries know them by: others than the published have a schema.
 */
const names = `
  SELECT CASE schema_name WHEN 'main' THEN '' ELSE schema_name || '.' END || name AS name
  FROM (
    SELECT schema_name, table_name AS name FROM duckdb_tables()
    UNION ALL SELECT schema_name, view_name FROM duckdb_views() WHERE NOT internal
  )
  WHERE schema_name IN ('main', 'before', 'people')`;

/** A query as DuckDB's parser reads it; undefined where it is not one SELECT. */
export async function treeOf(session: Session, query: string): Promise<unknown> {
  const said = await serialized(session, query);
  return said.error || said.statements.length !== 1 ? undefined : said.statements[0]!.node;
}

async function serialized(session: Session, query: string): Promise<Serialized> {
  const reader = await session.connection.runAndReadAll("SELECT json_serialize_sql($1::VARCHAR)", [query]);
  return JSON.parse(reader.getRowsJS()[0]![0] as string) as Serialized;
}

async function lookThrough(session: Session, query: string): Promise<ReadQuery> {
  const said = await serialized(session, query);
  const read = new Set<string>();
  const refused = await refusedTree(session, query, said, read);
  return {...(refused && {refused}), read: [...read]};
}

async function refusedTree(
  session: Session,
  query: string,
  said: Serialized,
  read: Set<string>
): Promise<RefusedQuery | undefined> {
  if (said.error && said.error_type === "parser") return undefined;
  if (said.error || said.statements.length !== 1) {
    // Without its values, PIVOT is more than one statement.
    const instead = /^\s*(?:WITH\b[\s\S]*)?\bPIVOT\b/i.test(query)
      ? " Giv PIVOT sine værdier: ON profession IN ('gp', …)."
      : "";
    return new RefusedQuery(oneSelect + instead, 1);
  }
  const tables = new Set((await session.rows<{name: string}>(names)).map(({name}) => name.toLowerCase()));
  const found = readsOther(said.statements[0]!.node, {tables, named: new Set(), read});
  if (!found) return undefined;
  const meant = found.table && (await likest(session, found.table));
  // DuckDB counts bytes; what it gives no place lies beyond the end.
  const before = Buffer.from(query).subarray(0, found.at).toString();
  const line = found.at > Buffer.byteLength(query) ? 1 : before.split("\n").length;
  return new RefusedQuery(found.sentence + (meant ? ` Mente du ${meant}?` : ""), line);
}

interface Found {
  sentence: string;
  at: number;
  /** A name that could be a table's, written wrongly. */
  table?: string;
}

/** What names stand for at a place of a query: tables, and what WITH has named so far. What is read is noted. */
interface Scope {
  tables: ReadonlySet<string>;
  named: ReadonlySet<string>;
  read: Set<string>;
}

/** The first thing in a tree that is read and is neither one of the tables nor a part of the query itself. */
function readsOther(tree: unknown, scope: Scope): Found | undefined {
  if (Array.isArray(tree)) return firstOf(tree, (part) => readsOther(part, scope));
  if (typeof tree !== "object" || tree === null) return undefined;
  const {type, cte_map, ...parts} = tree as Tree & {cte_map?: {map: {key: string; value: {query: {node: Tree}}}[]}};
  const at = Number(parts.query_location ?? Infinity);
  if (type === "BASE_TABLE") {
    const path = [parts.catalog_name, parts.schema_name, parts.table_name].filter(Boolean) as string[];
    const name = path.join(".");
    const isNamed = path.length === 1 && scope.named.has(name.toLowerCase());
    if (!isNamed && !scope.tables.has(name.toLowerCase()))
      return {sentence: notPublished(name), at, ...(path.length === 1 && {table: name})};
    if (!isNamed) scope.read.add(name.toLowerCase());
  }
  if (type === "SHOW_REF" && parts.query === null) return {sentence: onlyPublished("SHOW læser noget andet"), at};
  const call = type === "TABLE_FUNCTION" ? (parts.function as Tree) : undefined;
  const called = String((call ?? parts).function_name);
  const other = call
    ? !rowsOfArguments.has(called.toLowerCase())
    : type === "FUNCTION" && ofTheSession.test(called.toLowerCase());
  if (other) return {sentence: onlyPublished(`${called}() læser noget andet`), at};
  // A name given by WITH is a table of what follows, and of itself where it is recursive.
  const named = new Set(scope.named);
  const inside = firstOf(cte_map?.map ?? [], ({key, value}) => {
    const own =
      value.query.node.type === "RECURSIVE_CTE_NODE" ? new Set([...named, key.toLowerCase()]) : new Set(named);
    named.add(key.toLowerCase());
    return readsOther(value, {...scope, named: own});
  });
  return inside ?? firstOf(Object.values(parts), (part) => readsOther(part, {...scope, named}));
}

function firstOf<T>(parts: readonly T[], look: (part: T) => Found | undefined): Found | undefined {
  for (const part of parts) {
    const found = look(part);
    if (found) return found;
  }
  return undefined;
}

/** The table whose name is most like one that is no table's, if any is. */
async function likest(session: Session, name: string): Promise<string | undefined> {
  const likeness = "jaro_winkler_similarity(regexp_replace(name, '.*\\.', ''), lower($1::VARCHAR))";
  const reader = await session.connection.runAndReadAll(
    `FROM (${names}) WHERE ${likeness} > 0.85 ORDER BY ${likeness} DESC, name LIMIT 1`,
    [name]
  );
  return reader.getRowsJS()[0]?.[0] as string | undefined;
}
