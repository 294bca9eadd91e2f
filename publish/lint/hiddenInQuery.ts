import type {Session} from "../../data-loaders/engine/session.js";
import {treeOf} from "../answers/query.js";

/** What a query makes of hidden numbers, and where: `offset` counts bytes of the query. */
export interface HiddenNumber {
  offset: number;
  message: string;
}

type Tree = {[key: string]: unknown};

/** Aggregates that leave empty values out, so that they speak of the rows that are shown as if they were all. */
const aggregates = new Set(["sum", "avg", "mean", "median", "fsum", "favg", "kahan_sum", "sumkahan"]);

/**
 * Where a query takes a hidden number for 0, or adds up or averages a column that has hidden numbers without asking
 * for `status`.
 * @param columns that have hidden numbers, of the tables that it reads
 */
export async function hiddenInQuery(
  session: Session,
  query: string,
  columns: ReadonlySet<string>
): Promise<HiddenNumber[]> {
  if (columns.size === 0) return [];
  const tree = await treeOf(session, query);
  if (!tree) return [];
  const asks = /\bstatus\b|\bIS\s+(?:NOT\s+)?NULL\b|\w+_(?:least|most)\b|\bcount\s*\(\s*(?!\*|\))/i.test(query);
  const found: HiddenNumber[] = [];
  // DuckDB gives no place to some of what it reads: then that of the column.
  let at = 0;
  const hidden = (part: unknown): string | undefined => {
    const {class: kind, column_names: names, query_location: place} = (part ?? {}) as Tree & {column_names?: string[]};
    at = Number(place);
    const name = kind === "COLUMN_REF" ? names?.at(-1)?.toLowerCase() : undefined;
    return name !== undefined && columns.has(name) ? name : undefined;
  };
  const look = (part: unknown): void => {
    if (Array.isArray(part)) return part.forEach(look);
    if (typeof part !== "object" || part === null) return;
    const node = part as Tree;
    const asZero = columnAsZero(node, hidden);
    const name = String(node.function_name).toLowerCase();
    const added =
      node.type === "FUNCTION" && aggregates.has(name) ? hidden((node.children as unknown[])[0]) : undefined;
    const place = Number(node.query_location);
    const offset = place < query.length ? place : at;
    if (asZero) found.push({offset, message: zeroSentence(asZero)});
    else if (added && !asks)
      found.push({
        offset,
        message: `${name}(${added}) regner uden de rækker, hvis tal er skjult, uden at sige det; spørg også om status.`
      });
    Object.values(node).forEach(look);
  };
  look(tree);
  return found;
}

/** What is said of a hidden number that is taken for 0. */
export function zeroSentence(column: string): string {
  return `Et skjult tal i ${column} bliver til 0 her; lad det være tomt, og vis status.`;
}

/** `coalesce(percent, 0)`, `ifnull(percent, 0)`, `greatest(percent, 0)`, and `CASE WHEN percent IS NULL THEN 0 …`. */
function columnAsZero(
  {type, children, function_name: name, case_checks: checks, else_expr: otherwise}: Tree,
  hidden: (part: unknown) => string | undefined
): string | undefined {
  if (type === "OPERATOR_COALESCE") {
    const [first, ...others] = children as unknown[];
    return isZero(others.at(-1)) && others.length === 1 ? hidden(first) : undefined;
  }
  if (type === "FUNCTION" && /^(greatest|least)$/i.test(String(name)) && (children as unknown[]).some(isZero))
    return (children as unknown[]).map(hidden).find((column) => column !== undefined);
  if (type !== "CASE_EXPR") return undefined;
  for (const {when_expr: when, then_expr: then} of checks as {when_expr: Tree; then_expr: unknown}[]) {
    const column = when.type === "OPERATOR_IS_NULL" ? hidden((when.children as unknown[])[0]) : undefined;
    if (column && isZero(then)) return column;
    const shown = when.type === "OPERATOR_IS_NOT_NULL" ? hidden((when.children as unknown[])[0]) : undefined;
    if (shown && isZero(otherwise)) return shown;
  }
  return undefined;
}

function isZero(part: unknown): boolean {
  const {
    class: kind,
    type,
    child,
    value
  } = (part ?? {}) as {class?: string; type?: string; child?: unknown; value?: {value?: unknown}};
  if (type === "OPERATOR_CAST" || kind === "CAST") return isZero(child);
  return kind === "CONSTANT" && Number(value?.value) === 0 && value?.value !== null && value?.value !== "";
}
