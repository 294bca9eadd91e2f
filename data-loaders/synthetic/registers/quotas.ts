import {name, text, type Session} from "../../engine/session.js";

/** So many rows of one stratum get one value. */
export interface Quota {
  /** Values of the columns that make up the stratum, in their order. */
  within: (string | number | boolean)[];
  value: string | number;
  n: number;
}

/** Which rows of the cohort get which values. */
export interface Assignment {
  /** The new column; VARCHAR, or INTEGER where the values are numbers. NULL where no quota reaches. */
  column: string;
  /** Columns that make up the strata. */
  within: string[];
  quotas: Quota[];
  /** Rows come first by this expression; by chance when left out. */
  order?: string;
  /** Only these rows take part. */
  where?: string;
}

/**
 * Adds to the cohort a column whose values occur exactly as often as the quotas say: rows are ranked within
 * their stratum, and the first so many get the first value, the next the second.
 *
 * @throws RangeError when a stratum has fewer rows than its quotas
 */
export async function assign(session: Session, assignment: Assignment): Promise<void> {
  const {column, within, quotas, where = "true", order = chance(column)} = assignment;
  const type = quotas.some((q) => typeof q.value === "string") ? "VARCHAR" : "INTEGER";
  const last = new Map<string, number>();
  const rows = quotas
    .filter((q) => q.n > 0)
    .map((q) => {
      const key = JSON.stringify(q.within);
      const from = last.get(key) ?? 0;
      last.set(key, from + q.n);
      return `(${[...q.within, q.value, from, from + q.n].map(literal).join(", ")})`;
    });
  const keys = within.map((_, i) => `w${i}`);
  const match = [...within.map((w, i) => `t.${name(w)} = q.w${i}`), "taking", "place > above", "place <= upto"].join(
    " AND "
  );
  await session.run(`
    CREATE OR REPLACE TEMP TABLE quotas AS FROM (VALUES ${rows.join(", ")}) q(${[...keys, "value", "above", "upto"].join(", ")});
    CREATE OR REPLACE TEMP TABLE ranked AS
    SELECT *, row_number() OVER (PARTITION BY ${[...within.map(name), `(${where})`].join(", ")} ORDER BY ${order}, id) AS place, coalesce((${where}), false) AS taking
    FROM cohort`);
  const [short] = await session.rows<{missing: number}>(`
    SELECT sum(q.upto - q.above) - (SELECT count(*) FROM ranked t JOIN quotas q ON ${match}) AS missing
    FROM quotas q`);
  if (Number(short!.missing) !== 0) throw new RangeError(`${column}: ${short!.missing} rows too few`);
  await session.run(`
    CREATE OR REPLACE TEMP TABLE cohort AS
    SELECT t.* EXCLUDE (place, taking), q.value::${type} AS ${name(column)}
    FROM ranked t LEFT JOIN quotas q ON ${match};
    DROP TABLE ranked; DROP TABLE quotas`);
}

/** An order by chance of its own. */
export function chance(purpose: string): string {
  return `u(id, ${text(purpose)})`;
}

/** An order by chance in which a row comes the earlier the greater its weight (Efraimidis and Spirakis 2006). */
export function weightedChance(purpose: string, weight: string): string {
  return `-ln(greatest(u(id, ${text(purpose)}), 1e-12)) / (${weight})`;
}

function literal(value: string | number | boolean): string {
  return typeof value === "string" ? text(value) : String(value);
}
