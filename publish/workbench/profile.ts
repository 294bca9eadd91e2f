import {name, type Row, type Session} from "../../data-loaders/engine/session.js";

/** What a column of a table holds. */
export interface Profile {
  rows: number;
  empty: number;
  /** Rows whose numbers protection hides; undefined where none can be hidden. */
  hidden?: number;
  /** How many different values, exactly. */
  distinct: number;
  least: string | null;
  middle: number | null;
  most: string | null;
  /** The commonest values, the commonest first, where there are few or they are texts. */
  values: {value: string; n: number}[];
  /** Numbers and dates in twenty steps of one width, where they are many. */
  steps: {from: string; n: number}[];
}

/**
 * Counts what a column holds.
 * @param table as queries name it
 * @param of other columns of the table
 */
export async function profileOf(session: Session, table: string, column: string, of: readonly Row[]): Promise<Profile> {
  const from = table.split(".").map(name).join(".");
  const field = name(column);
  const type = String(of.find(({column_name}) => column_name === column)?.column_type ?? "VARCHAR");
  const isNumeric = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL|DOUBLE|FLOAT)/.test(type) && !type.endsWith("]");
  const isDate = /^(DATE|TIMESTAMP)/.test(type) && !type.endsWith("]");
  const hasStatus = of.some(({column_name}) => column_name === "status");
  const [counted] = await session.rows<Omit<Profile, "values" | "steps">>(`
    SELECT count(*) AS rows, count(*) - count(${field}) AS empty, count(DISTINCT ${field}) AS distinct,
      min(${field})::VARCHAR AS least, ${isNumeric ? `median(${field})::DOUBLE` : "NULL"} AS middle,
      max(${field})::VARCHAR AS most
      ${hasStatus ? ", count(*) FILTER (starts_with(status, 'hidden') OR status = 'incomplete') AS hidden" : ""}
    FROM ${from}`);
  const isSpread = (isNumeric || isDate) && counted!.distinct > 25;
  return {
    ...counted!,
    values: isSpread
      ? []
      : await session.rows(`
        SELECT ${field}::VARCHAR AS value, count(*) AS n FROM ${from}
        WHERE ${field} IS NOT NULL GROUP BY ${field} ORDER BY n DESC, value LIMIT 25`),
    steps: isSpread ? await stepsOf(session, from, field, isDate) : []
  };
}

async function stepsOf(session: Session, from: string, field: string, isDate: boolean): Promise<Profile["steps"]> {
  const number = isDate ? `epoch(${field})` : `${field}::DOUBLE`;
  return session.rows(`
    WITH ends AS (SELECT min(${number}) AS least, max(${number}) AS most FROM ${from}),
    placed AS (
      SELECT least(19, floor(20 * (${number} - least) / (most - least)))::INTEGER AS step
      FROM ${from} CROSS JOIN ends WHERE ${field} IS NOT NULL
    )
    SELECT ${isDate ? "make_timestamp((1e6 * (least + s * (most - least) / 20))::BIGINT)::DATE::VARCHAR" : "(least + s * (most - least) / 20)::VARCHAR"} AS from,
      count(step) AS n
    FROM ends CROSS JOIN range(20) steps(s) LEFT JOIN placed ON step = s
    GROUP BY s, least, most ORDER BY s`);
}
