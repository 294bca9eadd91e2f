/** What DuckDB says of a query on one line, and the place of the query that it points at, from 1. */
export interface PointedAt {
  message: string;
  line: number;
  column: number;
}

/**
 * Reads the place out of an error of DuckDB: it shows the line with its number before it, cut at either end where it is
 * long, and a sign under it.
 * @param query as it was run; without it, the column of a line that is cut is not known
 */
export function pointedAt({message}: Error, query = ""): PointedAt {
  const [words, at = ""] = message.split(/\s*^LINE (?=\d+: )/m);
  const said = words!.trim().replace(/\s*\n\s*/g, " ");
  const [, line, shown = "", under = ""] = /^(\d+): (.*)(?:\n(\s*)\^)?/.exec(at) ?? [];
  if (line === undefined) return {message: said, line: 1, column: 1};
  const isCut = shown.startsWith("...");
  const own = query.split("\n")[Number(line) - 1] ?? "";
  const before = isCut ? own.indexOf(shown.replace(/^\.\.\.|\.\.\.$/g, "")) : 0;
  const column = under.length - `LINE ${line}: ${isCut ? "..." : ""}`.length + Math.max(0, before) + 1;
  return {message: said, line: Number(line), column: Math.max(1, column)};
}
