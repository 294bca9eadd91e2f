import {name, text} from "../../engine/session.js";
import {cellRule, cellSql, dotted, expectedCell, isSmallInteger, rawSql} from "./cells.js";
import type {Mapping} from "./registerHeader.js";
import type {FileContext, RegisterCheck, RegisterColumn, RegisterSpec} from "./registerSpec.js";

/**
 * A row that breaks a rule, in the column `status`; NULL is kept, and 1, 2 … are the reasons
 * to leave out, in their order.
 */
export const rejected = 0;

/**
 * SQL that turns the rows of `source` (columns as delivered) into the output of a spec, with
 * `status`, and `raw` for the rejected.
 * @param carried columns of the source, each with a comma, that come along
 * @param sound whether the rows are known to break no rule: only those left out are then marked
 */
export function registerSql(
  spec: RegisterSpec,
  context: FileContext,
  mapping: Mapping,
  source: string,
  carried = "",
  sound = false
): string {
  const columns = spec.columns(context);
  const raw = columns.map((column) => {
    const found = mapping.get(column.name);
    return `${found ? rawSql(column.type, name(found.delivered), found.type, context.dots) : "CAST(NULL AS VARCHAR)"} AS ${rawName(column)}`;
  });
  const checks = sound ? ["FALSE"] : brokenBy(spec, context, mapping);
  const leftOut = spec.leftOut(context).map(({when}, i) => `WHEN ${when} THEN ${i + 1}`);
  const status = `CAST(CASE ${leftOut.join(" ")} WHEN ${checks.join("\n OR ")} THEN ${rejected} END AS UTINYINT)`;
  const output = spec.output(context).map((column) => `CAST(${column.sql} AS ${column.type}) AS ${name(column.name)}`);
  return `SELECT ${carried}${output.join(", ")}, "#status" AS status,
    CASE WHEN "#status" = ${rejected} THEN [${columns.map((c) => `CAST(${rawName(c)} AS VARCHAR)`).join(", ")}] END AS raw
  FROM (SELECT *, ${status} AS "#status" FROM (${typed(columns, mapping, carried)} FROM (SELECT ${carried}${raw.join(", ")} FROM ${source})))`;
}

/** SQL for the rules that the rejected rows of a typed file broke: `"#line"`, `place` (of the check). */
export function brokenSql(spec: RegisterSpec, context: FileContext, mapping: Mapping, rows: string): string {
  const columns = spec.columns(context);
  const asText: Mapping = new Map([...mapping].map(([key, {delivered}]) => [key, {delivered, type: "VARCHAR"}]));
  const raw = columns.map((column, i) => `raw[${i + 1}] AS ${rawName(column)}`);
  const found = checksOf(spec, context, mapping).map((check, i) => `CASE WHEN ${check.broken} THEN ${i} END`);
  return `SELECT "#line", raw, unnest(list_filter([${found.join(",\n")}], lambda i: i IS NOT NULL)) AS place
    FROM (${typed(columns, asText, `"#line", raw, `)} FROM (SELECT "#line", raw, ${raw.join(", ")} FROM (${rows})))`;
}

/** What a row may be rejected for, as conditions. */
function brokenBy(spec: RegisterSpec, context: FileContext, mapping: Mapping): string[] {
  if (!spec.anyBroken) return checksOf(spec, context, mapping).map((c) => `(${c.broken})`);
  return [...cellChecks(spec, context, mapping).map((c) => `(${c.broken})`), `(${spec.anyBroken(context)}) IS TRUE`];
}

/** Every rule of a row: that its cells can be read, that those needed are filled, and the spec's own. */
function checksOf(spec: RegisterSpec, context: FileContext, mapping: Mapping): RegisterCheck[] {
  const own = spec
    .checks(context)
    .filter((check) => mapping.has(check.column))
    .map((c) => ({...c, broken: `(${c.broken}) IS TRUE`}));
  const checks = [...cellChecks(spec, context, mapping), ...own];
  return checks.length > 0
    ? checks
    : [{rule: "empty", column: spec.columns(context)[0]!.name, broken: "FALSE", expected: ""}];
}

function cellChecks(spec: RegisterSpec, context: FileContext, mapping: Mapping): RegisterCheck[] {
  return spec.columns(context).flatMap((column): RegisterCheck[] => {
    const found = mapping.get(column.name);
    if (!found) return [];
    const raw = rawName(column);
    const unreadable = {
      rule: cellRule[column.type],
      column: column.name,
      broken: `${raw} IS NOT NULL AND ${name(column.name)} IS NULL`,
      expected: expectedCell[column.type]
    };
    return [
      ...(column.filled
        ? [{rule: "empty" as const, column: column.name, broken: `${raw} IS NULL`, expected: "udfyldt"}]
        : []),
      ...(mayFail(column, found.type) ? [unreadable] : []),
      ...(column.type === "number" && context.dots === "ambiguous" ? [{...unreadable, ...ambiguous(raw)}] : [])
    ];
  });
}

function ambiguous(raw: string): Pick<RegisterCheck, "broken" | "expected"> {
  return {
    broken: `coalesce(regexp_full_match(${raw}, '${dotted}'), FALSE)`,
    expected: "et tal, der ikke både kan være tusinde og ét; skriv 1000 eller 1,0 for 1.000"
  };
}

/**
 * The list of checks as SQL rows: place, the delivered name of the column, the column's place in `raw`, rule, expected.
 */
export function checkRows(spec: RegisterSpec, context: FileContext, mapping: Mapping): string {
  const names = spec.columns(context).map((column) => column.name);
  return checksOf(spec, context, mapping)
    .map(
      (c, i) =>
        `(${i}, ${text(mapping.get(c.column)?.delivered ?? c.column)}, ${names.indexOf(c.column) + 1}, ${text(c.rule)}, ${text(c.expected)})`
    )
    .join(", ");
}

function typed(columns: RegisterColumn[], mapping: Mapping, before = ""): string {
  const cells = columns.flatMap((column) => {
    const raw = rawName(column);
    return [raw, `${cellSql(column.type, raw, mapping.get(column.name)?.type ?? "VARCHAR")} AS ${name(column.name)}`];
  });
  return `SELECT ${before}${cells.join(", ")}`;
}

function mayFail(column: RegisterColumn, delivered: string): boolean {
  if (column.type === "key" || column.type === "text" || column.type === "code") return false;
  if (column.type === "integer" && isSmallInteger(delivered)) return false;
  return delivered === "VARCHAR" || ["date", "moment", "integer", "week"].includes(column.type);
}

function rawName(column: RegisterColumn): string {
  return name(`raw:${column.name}`);
}
