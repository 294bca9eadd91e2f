import type {Session} from "../../engine/session.js";
import {mondaySql} from "./weeks.js";

/**
 * What a cell of a register may hold. `key` and `text` are text; `code` is text that some deliveries hold as a number;
 * `date` lies between 1850 and 2200, `validity` up to 9999; `week` is yyww and
 * becomes its Monday; `moment` is a date, with or without a time of day.
 */
export type CellType =
  | "key"
  | "text"
  | "code"
  | "date"
  | "validity"
  | "moment"
  | "time"
  | "number"
  | "integer"
  | "week";

/** What a dot before three digits is: `1.000` is a thousand, one, or it cannot be known. */
export type Dots = "thousands" | "decimals" | "ambiguous";

/** A pattern for numbers whose dots may be either. */
export const dotted = "-?[1-9]\\d{0,2}(\\.\\d{3})+";

const aDate =
  "en dato som 2023-07-01, 01-07-2023, 01.07.2023 eller 01JUL2023 (et tal som 23227 er SAS' dage siden 1960: giv kolonnen formatet DATE9. i SAS; 07/08/2023 kan læses på to måder)";

/** What a cell should have held, in Danish. */
export const expectedCell: Record<CellType, string> = {
  key: "tekst",
  text: "tekst",
  code: "en kode",
  date: aDate,
  validity: aDate,
  moment: "et tidspunkt som 2023-07-01, 2023-07-01 08:30:00 eller 01JUL2023:08:30:00",
  time: "et klokkeslæt som 08:30 eller 08:30:00",
  number: "et tal",
  integer: "et helt tal",
  week: "år og uge med to cifre hver, som 2337, i et år der har ugen"
};

/** The rule that a cell of a type breaks when it cannot be read. */
export const cellRule: Record<CellType, "date" | "number" | "time" | "text" | "week"> = {
  key: "text",
  text: "text",
  code: "text",
  date: "date",
  validity: "date",
  moment: "date",
  time: "time",
  number: "number",
  integer: "number",
  week: "week"
};

const day = ["%d-%m-%Y", "%d.%m.%Y", "%d%b%Y"];
const clock = [" %H:%M:%S", " %H:%M", ":%H:%M:%S"];

// LIKE with exactly as many letters as a date has: a cast alone would take 2023-07-01x and
// 2023-7-1, and strptime a year 23.
const isoDay = "____-__-__";
const otherDay = `(x LIKE '__-__-____' OR x LIKE '__.__.____' OR regexp_full_match(x, '\\d{2}[A-Za-z]{3}\\d{4}'))`;
// The rest is rare, and may cost more: Danish months, a day or month of one digit, no signs between, midnight after.
const rareDay = `(regexp_full_match(x, '\\d{8}|\\d{1,2}[-.]\\d{1,2}[-.]\\d{4}|\\d{1,2}[A-Za-z]{3}\\d{4}'))`;
const midnight = "[ T:]00[:.]00([:.]00([.,]0+)?)?(Z|[+-]00:?00)?$";
const inEnglish = (x: string) => `regexp_replace(regexp_replace(${x}, 'maj', 'MAY', 'i'), 'okt', 'OCT', 'i')`;
const macros = {
  // Most cells have no space, and trimming costs ten times what looking for one does. R writes NA for nothing,
  // databases NULL.
  rg_clean:
    "CASE WHEN contains(x, ' ') THEN nullif(nullif(trim(x), ''), 'NA') WHEN x IN ('', 'NA', 'NULL') THEN NULL ELSE x END",
  rg_rare_date: `CASE WHEN x LIKE '${isoDay}' THEN TRY_CAST(x AS DATE)
    WHEN ${rareDay} THEN CAST(try_strptime(${inEnglish("x")}, [${[...day, "%Y%m%d"].map((f) => `'${f}'`).join(", ")}]) AS DATE) END`,
  rg_date: `CASE WHEN x LIKE '${isoDay}' THEN TRY_CAST(x AS DATE)
    WHEN ${otherDay} THEN CAST(try_strptime(${inEnglish("x")}, [${day.map((f) => `'${f}'`).join(", ")}]) AS DATE)
    ELSE rg_rare_date(regexp_replace(x, '${midnight}', '')) END`,
  rg_moment: `CASE WHEN x LIKE '${isoDay}' THEN CAST(TRY_CAST(x AS DATE) AS TIMESTAMP)
    WHEN regexp_full_match(x, '\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?')
      THEN TRY_CAST(regexp_replace(x, '(Z|[+-]\\d{2}:?\\d{2})$', '') AS TIMESTAMP)
    WHEN ${otherDay}
      OR regexp_full_match(x, '(\\d{2}[-.]\\d{2}[-.]\\d{4} |\\d{2}[A-Za-z]{3}\\d{4}:)\\d{2}:\\d{2}(:\\d{2})?')
      THEN try_strptime(${inEnglish("x")}, [${[...day, ...day.flatMap((d) => clock.map((c) => d + c))].map((f) => `'${f}'`).join(", ")}])
    ELSE CAST(rg_rare_date(regexp_replace(x, '${midnight}', '')) AS TIMESTAMP) END`,
  rg_time:
    "CASE WHEN regexp_full_match(x, '\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?') THEN TRY_CAST(lpad(CASE WHEN length(x) < 6 THEN x || ':00' ELSE x END, 8, '0') AS TIME) END",
  rg_number:
    "CASE WHEN isfinite(TRY_CAST(replace(x, ',', '.') AS DOUBLE)) THEN TRY_CAST(replace(x, ',', '.') AS DOUBLE) WHEN contains(x, ',') THEN TRY_CAST(replace(rg_undotted(x), ',', '.') AS DOUBLE) END",
  rg_undotted: "CASE WHEN regexp_full_match(x, '-?\\d{1,3}(\\.\\d{3})+(,\\d*)?') THEN replace(x, '.', '') ELSE x END",
  // Strict, where a cast would round 1.5 to 2; SAS and R write whole numbers with a zero decimal.
  rg_integer:
    "CASE WHEN regexp_full_match(x, '-?\\d+([.,]0*)?') THEN TRY_CAST(regexp_replace(x, '[.,]0*$', '') AS INTEGER) END",
  // pandas writes a column of numbers with gaps as 1.0.
  rg_code: "CASE WHEN contains(x, '.') OR contains(x, ',') THEN regexp_replace(x, '^(\\d+)[.,]0+$', '\\1') ELSE x END",
  rg_week: `CASE WHEN regexp_full_match(x, '\\d{3,4}') THEN ${mondaySql("CAST(x AS INTEGER)")} END`
};

/** Puts the functions that read cells into the session. */
export async function createCellFunctions(session: Session): Promise<void> {
  for (const [name, sql] of Object.entries(macros))
    await session.run(`CREATE OR REPLACE TEMP MACRO ${name}(x) AS ${sql}`);
}

/**
 * SQL for a cell as it was delivered, where text is without spaces around and nothing is
 * NULL; `.` is nothing where SAS wrote a number.
 */
export function rawSql(type: CellType, value: string, delivered: string, dots?: Dots): string {
  if (delivered !== "VARCHAR") return value;
  if (type === "number" && dots === "thousands") return `nullif(rg_undotted(rg_clean(${value})), '.')`;
  return type === "number" || type === "integer" ? `nullif(rg_clean(${value}), '.')` : `rg_clean(${value})`;
}

const digits = (raw: string) => `CAST(CAST(${raw} AS BIGINT) AS VARCHAR)`;
const between = (value: string, first: string, last: string) =>
  `CASE WHEN ${value} BETWEEN ${first} AND ${last} THEN ${value} END`;
const asDate = (raw: string, isText: boolean, delivered: string) =>
  isText ? `rg_date(${raw})` : `CAST(${withoutZone(raw, delivered)} AS DATE)`;
const asMoment = (raw: string, isText: boolean, delivered: string) =>
  isText ? `rg_moment(${raw})` : `CAST(${withoutZone(raw, delivered)} AS TIMESTAMP)`;
// R writes SAS's clock on the wall, which has no zone, as if it were that of Greenwich.
const withoutZone = (raw: string, delivered: string) =>
  delivered === zoned ? `make_timestamp(epoch_us(${raw}))` : raw;
const zoned = "TIMESTAMP WITH TIME ZONE";
const asInteger = (raw: string, delivered: string) =>
  isSmallInteger(delivered) ? raw : `CASE WHEN ${raw} = floor(${raw}) THEN TRY_CAST(${raw} AS INTEGER) END`;

const meanings: Record<CellType, (raw: string, isText: boolean, delivered: string) => string> = {
  key: (raw) => raw,
  text: (raw, isText) => (isText ? raw : digits(raw)),
  code: (raw, isText) => (isText ? `rg_code(${raw})` : digits(raw)),
  date: (raw, isText, delivered) => between(asDate(raw, isText, delivered), "DATE '1850-01-01'", "DATE '2199-12-31'"),
  validity: asDate,
  moment: (raw, isText, delivered) =>
    between(asMoment(raw, isText, delivered), "TIMESTAMP '1850-01-01'", "TIMESTAMP '2200-01-01'"),
  time: (raw, isText) => (isText ? `rg_time(${raw})` : `CAST(${raw} AS TIME)`),
  number: (raw, isText) => (isText ? `rg_number(${raw})` : `CAST(${raw} AS DOUBLE)`),
  integer: (raw, isText, delivered) => (isText ? `rg_integer(${raw})` : asInteger(raw, delivered)),
  week: (raw, isText) => `rg_week(${isText ? `rg_code(${raw})` : digits(raw)})`
};

/** SQL for what a cell means; NULL where it cannot be read. */
export function cellSql(type: CellType, raw: string, delivered: string): string {
  return meanings[type](raw, delivered === "VARCHAR", delivered);
}

/** Whether every value of DuckDB's type is an INTEGER: nothing to look for in the hundreds of columns of DREAM. */
export function isSmallInteger(delivered: string): boolean {
  return /^(U?TINYINT|U?SMALLINT|INTEGER)$/.test(delivered);
}

/** Whether a Parquet column of DuckDB's type can hold cells of ours. */
export function holds(type: CellType, delivered: string): boolean {
  const number = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*)$/.test(delivered);
  if (delivered === "VARCHAR") return true;
  // A key that became a number has lost its zeros.
  if (type === "key") return false;
  if (type === "text") return /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(delivered);
  if (type === "date" || type === "validity" || type === "moment")
    return delivered === zoned || /^(DATE|TIMESTAMP(_S|_MS|_NS)?)$/.test(delivered);
  return type === "time" ? delivered === "TIME" : number;
}
