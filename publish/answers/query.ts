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

const known = new WeakMap<Session, Map<string, RefusedQuery | undefined>>();

/**
 * Whether a query is one SELECT that reads nothing but the tables of a session, by DuckDB's own parser. Each text is
 * looked through once a session.
 * @returns undefined when it is, or when DuckDB cannot parse it and will say so itself
 */
export async function refusedQuery(session: Session, text: string): Promise<RefusedQuery | undefined> {
  const queries = known.get(session) ?? known.set(session, new Map()).get(session)!;
  if (!queries.has(text)) queries.set(text, await lookThrough(session, text));
  return queries.get(text);
}

async function lookThrough(session: Session, query: string): Promise<RefusedQuery | undefined> {
  const reader = await session.connection.runAndReadAll("SELECT json_serialize_sql($1::VARCHAR)", [query]);
  const said = JSON.parse(reader.getRowsJS()[0]![0] as string) as Serialized;
  if (said.error && said.error_type === "parser") return undefined;
  if (said.error || said.statements.length !== 1) return new RefusedQuery(oneSelect, 1);
  const tables = await session.rows<{name: string}>("SELECT table_name AS name FROM duckdb_tables()");
  const found = readsOther(said.statements[0]!.node, new Set(tables.map(({name}) => name.toLowerCase())));
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

/** The first thing in a tree that is read and is neither one of the tables nor a part of the query itself. */
function readsOther(tree: unknown, tables: ReadonlySet<string>): Found | undefined {
  if (Array.isArray(tree)) return firstOf(tree, (part) => readsOther(part, tables));
  if (typeof tree !== "object" || tree === null) return undefined;
  const {type, cte_map, ...parts} = tree as Tree & {cte_map?: {map: {key: string; value: {query: {node: Tree}}}[]}};
  const at = Number(parts.query_location ?? Infinity);
  if (type === "BASE_TABLE") {
    const path = [parts.catalog_name, parts.schema_name, parts.table_name].filter(Boolean) as string[];
    const name = path.join(".");
    if (path.length > 1) return {sentence: notPublished(name), at};
    if (!tables.has(name.toLowerCase())) return {sentence: notPublished(name), at, table: name};
  }
  if (type === "SHOW_REF" && parts.query === null) return {sentence: onlyPublished("SHOW læser noget andet"), at};
  const call = type === "TABLE_FUNCTION" ? (parts.function as Tree) : undefined;
  const called = String((call ?? parts).function_name);
  const other = call
    ? !rowsOfArguments.has(called.toLowerCase())
    : type === "FUNCTION" && ofTheSession.test(called.toLowerCase());
  if (other) return {sentence: onlyPublished(`${called}() læser noget andet`), at};
  // A name given by WITH is a table of what follows, and of itself where it is recursive.
  const named = new Set(tables);
  const inside = firstOf(cte_map?.map ?? [], ({key, value}) => {
    const own =
      value.query.node.type === "RECURSIVE_CTE_NODE" ? new Set([...named, key.toLowerCase()]) : new Set(named);
    named.add(key.toLowerCase());
    return readsOther(value, own);
  });
  return inside ?? firstOf(Object.values(parts), (part) => readsOther(part, named));
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
  const likeness = "jaro_winkler_similarity(table_name, lower($1::VARCHAR))";
  const reader = await session.connection.runAndReadAll(
    `SELECT table_name FROM duckdb_tables() WHERE ${likeness} > 0.85 ORDER BY ${likeness} DESC, table_name LIMIT 1`,
    [name]
  );
  return reader.getRowsJS()[0]?.[0] as string | undefined;
}
