import {name, text, type Session} from "../../engine/session.js";

/**
 * A condition that is true where a code begins as one of the prefixes does; written out, so
 * that it is tested while a file is read.
 */
export function beginsWith(column: string, prefixes: string[]): string {
  return prefixes.length === 0
    ? "false"
    : `(${prefixes.map((prefix) => `starts_with(${column}, ${text(prefix)})`).join(" OR ")})`;
}

/** What a list of prefixes says of a code: the value of the longest prefix it begins with. NULL where there is none. */
export function byLongestPrefix(column: string, values: {prefix: string; value: string}[]): string {
  const longestFirst = values.toSorted((a, b) => b.prefix.length - a.prefix.length || (a.prefix < b.prefix ? -1 : 1));
  const whens = longestFirst.map(
    ({prefix, value}) => `WHEN starts_with(${column}, ${text(prefix)}) THEN ${text(value)}`
  );
  return whens.length === 0 ? "NULL::VARCHAR" : `CASE ${whens.join(" ")} END`;
}

/** The prefixes of a code list, each with the value of one of its other columns. */
export async function prefixValues(
  session: Session,
  list: string,
  column: string
): Promise<{prefix: string; value: string}[]> {
  return session.rows(`SELECT prefix, ${name(column)} AS value FROM ${name(`code_${list}`)} ORDER BY prefix`);
}

/** The prefixes of a code list. */
export async function prefixesOf(session: Session, list: string): Promise<string[]> {
  const rows = await session.rows<{prefix: string}>(`SELECT prefix FROM ${name(`code_${list}`)} ORDER BY prefix`);
  return rows.map(({prefix}) => prefix);
}
