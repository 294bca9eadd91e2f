import {name, text, type Session} from "../../engine/session.js";
import {dotted, type Dots} from "./cells.js";
import {rejected} from "./registerSql.js";

/**
 * What a dot is in a file with semicolons, of which the typed rows have been rejected where they hold a number that may
 * be either: a thousand where the file's numbers have commas, and of decimals where each column with such a number has
 * others that can be nothing else.
 * @param source SQL for the file's rows as text
 * @param columns the delivered names of the numbers, and their places in `raw`
 */
export async function dotsIn(
  session: Session,
  {source, parquet, columns}: {source: string; parquet: string; columns: {delivered: string; place: number}[]}
): Promise<Dots> {
  const matches = columns.map(({place}) => `bool_or(regexp_full_match(raw[${place + 1}], '${dotted}'))`);
  const [found] = await session.rows<{either: (boolean | null)[]}>(
    `SELECT [${matches.join(", ")}] AS either FROM read_parquet(${text(parquet)}) WHERE status = ${rejected}`
  );
  const either = columns.filter((_, i) => found!.either[i]);
  if (either.length === 0) return "ambiguous";
  const of = (pattern: string, {delivered}: {delivered: string}) =>
    `coalesce(bool_or(regexp_full_match(trim(${name(delivered)}), '${pattern}')), FALSE)`;
  const [shown] = await session.rows<{commas: boolean; decimals: boolean}>(`
    SELECT ${columns.map((c) => of("-?[\\d.]*\\d,\\d+", c)).join(" OR ")} AS commas,
      ${either.map((c) => of("-?(0\\.\\d+|\\d+\\.(\\d{1,2}|\\d{4,}))", c)).join(" AND ")} AS decimals
    FROM ${source}`);
  return shown!.commas ? "thousands" : shown!.decimals ? "decimals" : "ambiguous";
}
