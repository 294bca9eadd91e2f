import {text} from "../../engine/session.js";
import type {Making} from "./making.js";
import {pick} from "./drawSql.js";

const day = 86_400_000;

/** A week's Monday or a month's first day, and the name of its DREAM column. */
interface Slot {
  start: string;
  column: string;
}

/** The ISO weeks that lie within two days, `y_YYWW`. */
export function weeks(from: string, to: string): Slot[] {
  const monday = new Date(from);
  monday.setUTCDate(monday.getUTCDate() + ((8 - monday.getUTCDay()) % 7));
  const result: Slot[] = [];
  for (; monday.getTime() + 6 * day <= Date.parse(to); monday.setUTCDate(monday.getUTCDate() + 7)) {
    // A week belongs to the year of its Thursday.
    const thursday = new Date(monday.getTime() + 3 * day);
    const year = thursday.getUTCFullYear();
    const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * day));
    result.push({
      start: monday.toISOString().slice(0, 10),
      column: `y_${String(year % 100).padStart(2, "0")}${String(week).padStart(2, "0")}`
    });
  }
  return result;
}

/** The months of two days, `beskgrad_YYYY_MM`. */
export function months(from: string, to: string): Slot[] {
  const result: Slot[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); ) {
    result.push({start: `${month}-01`, column: `beskgrad_${month.replace("-", "_")}`});
    const [year, number] = month.split("-").map(Number);
    month = number === 12 ? `${year! + 1}-01` : `${year}-${String(number! + 1).padStart(2, "0")}`;
  }
  return result;
}

/**
 * Writes DREAM, one wide row a person of 16 to 70: benefit codes by week, degrees of
 * employment by month (37 hours are 1). A person has one degree until some months after the
 * index date and another from then on, so that the months that count are clear.
 */
export async function writeEmployment({session, assumptions, delivery}: Making): Promise<void> {
  const {span, benefits, other_ages_full: full} = assumptions;
  const fullDegree = (purpose: string) =>
    `CASE WHEN u(person, ${text(purpose)}) < 0.06 THEN 0.81 WHEN u(person, ${text(purpose)}) < 0.6 THEN 1.0 ELSE 0.82 + 0.4 * (u(person, ${text(purpose)}) - 0.6) END`;
  const reduced = "0.1 + 0.64 * u(person, 'hours')";
  const benefit = `(${pick("u(person, 'benefit')", benefits)})::SMALLINT`;
  await session.run(`
    CREATE OR REPLACE TEMP TABLE working AS
    WITH known AS (
      SELECT person, pnr, gone_on, fate, outcome, coalesce(employed, false) AS employed,
        (seen_on + 60 + floor(u(person, 'changed') * 200)::INTEGER)::DATE AS changed_on,
        -- The age group of the indicator without full employment a year before, unless they die or leave,
        -- and so do not count anyway.
        kind = 'index' AND age BETWEEN 30 AND 60 AND (fate IS NULL) AND NOT coalesce(employed, false) AS below,
        u(person, 'works') AS works
      FROM people WHERE date_diff('year', born, DATE '2023-01-01') BETWEEN 15 AND 71
    )
    SELECT person, pnr, changed_on, gone_on,
      CASE fate WHEN 'left' THEN 998 WHEN 'died' THEN 999 WHEN 'late' THEN 999 END::SMALLINT AS gone_code,
      round(CASE WHEN employed THEN ${fullDegree("before")} WHEN below THEN CASE WHEN works < 0.5 THEN ${reduced} ELSE 0 END
        WHEN works < ${full} THEN ${fullDegree("before")} WHEN works < 0.5 THEN ${reduced} ELSE 0 END, 2) AS degree_before,
      round(CASE WHEN outcome = 'full' THEN ${fullDegree("after")} WHEN outcome = 'reduced' THEN ${reduced} WHEN employed THEN 0
        WHEN below THEN CASE WHEN works < 0.45 THEN ${reduced} ELSE 0 END WHEN works < ${full} THEN ${fullDegree("after")} WHEN works < 0.5 THEN ${reduced} ELSE 0 END, 2) AS degree_after,
      CASE WHEN NOT employed AND works > 0.7 THEN ${benefit} END AS code_before,
      CASE WHEN outcome = 'benefit' THEN ${benefit} WHEN outcome = 'other' AND works < 0.2 THEN 881
        WHEN outcome = 'reduced' AND works < 0.2 THEN 771
        WHEN NOT employed AND works > 0.65 THEN ${benefit} END::SMALLINT AS code_after,
      -- Sick for some weeks, at work again well before the year is over.
      CASE WHEN employed AND u(person, 'sick') < 0.3 THEN (changed_on - 50)::DATE END AS sick_from
    FROM known ORDER BY person`);
  const code = ({
    start,
    column
  }: Slot) => `CASE WHEN gone_on <= DATE '${start}' THEN gone_code WHEN DATE '${start}' >= changed_on THEN code_after
    WHEN DATE '${start}' >= sick_from THEN 890 ELSE code_before END::SMALLINT AS ${column}`;
  // A little more in some months, never enough to cross the border.
  const degree = ({start, column}: Slot, i: number) => `CASE WHEN gone_on <= DATE '${start}' THEN NULL
    WHEN degree_before = 0 AND degree_after = 0 THEN NULL
    WHEN DATE '${start}' >= changed_on
      THEN CASE WHEN degree_after = 0 THEN 0 ELSE degree_after + 0.01 * ((person + ${i}) % 3) END
    WHEN degree_before = 0 THEN 0 ELSE degree_before + 0.01 * ((person + ${i}) % 3) END
      ::DECIMAL(4, 2)::DOUBLE AS ${column}`;
  const columns = [
    ...weeks(span.employment_from, span.to).map(code),
    ...months(span.employment_from, span.to).map(degree)
  ];
  await delivery.parquet("dream", "dream", `SELECT pnr, ${columns.join(", ")} FROM working ORDER BY person`);
  await session.run("DROP TABLE working");
}
