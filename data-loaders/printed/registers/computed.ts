import type {Codelists} from "../../ground/codelists.js";
import type {Row} from "../../engine/session.js";
import type {Indicator} from "../../indicators/definition/indicator.js";
import type {Period, RegisterParameters} from "../../ground/parameters.js";
import type {Found} from "../figure.js";
import {totalOf} from "../totalOf.js";

/** What is computed from registers, ready to be looked up, and the definitions it is computed with. */
export interface ComputedRegisters {
  /** Rows of the published tables before protection, by table. */
  tables: Record<string, Row[]>;
  indicators: Indicator[];
  parameters: RegisterParameters;
  codelists: Codelists;
}

/** What rows have in common. */
export type Match = Record<string, string | number>;

/** The report's own period: the latest. */
export function reportPeriod({parameters}: ComputedRegisters): Period {
  return parameters.periods.at(-1)!;
}

/** Rows of a table, of the report's period where the match says no other. */
export function rowsOf(computed: ComputedRegisters, table: string, match: Match = {}): Row[] {
  const wanted = Object.entries({period: reportPeriod(computed).id, ...match});
  return (computed.tables[table] ?? []).filter((row) => wanted.every(([column, value]) => row[column] === value));
}

/** The number in a column of the one row that matches; undefined where there is none or it is empty. */
export function cellOf(computed: ComputedRegisters, table: string, match: Match, column: string): number | undefined {
  return (rowsOf(computed, table, match)[0]?.[column] ?? undefined) as number | undefined;
}

/** The sum of a column over all rows that match; undefined where there are none, NaN where one of them is empty. */
export function sumOf(
  computed: ComputedRegisters,
  table: string,
  match: Match,
  column = "patients"
): number | undefined {
  const rows = rowsOf(computed, table, match);
  return rows.length > 0 ? totalOf(rows.map((row) => (row[column] ?? NaN) as number)) : undefined;
}

/** What `cellOf` gives, and where it stands; `rest`: what the percent there leaves of a hundred. */
export function foundIn(
  computed: ComputedRegisters,
  table: string,
  match: Match,
  column: string,
  {rest = false} = {}
): Found {
  const rows = rowsOf(computed, table, match).slice(0, 1);
  const value = (rows[0]?.[column] ?? undefined) as number | undefined;
  return {
    computed: rest && value !== undefined ? 100 - value : value,
    ...(rows.length > 0 && {at: {table, rows, column, rest}})
  };
}

export function keyFigureOf(computed: ComputedRegisters, key: string): number | undefined {
  return cellOf(computed, "key_figures", {key}, "value");
}

/** A key figure, and where it stands where it counts patients or is a share of them. */
export function keyFigureIn(computed: ComputedRegisters, key: string): Found {
  const [row] = rowsOf(computed, "key_figures", {key});
  const column = ({patients: "n", percent: "percent"} as Record<string, string>)[String(row?.unit)];
  return {
    computed: keyFigureOf(computed, key),
    ...(row && column && {at: {table: "key_figures", rows: [row], column}})
  };
}

export function indicatorOf({indicators}: ComputedRegisters, id: string): Indicator | undefined {
  return indicators.find((indicator) => indicator.id === id);
}

/** Part of whole in percent; undefined where either is. */
export function percentOf(part: number | undefined, whole: number | undefined): number | undefined {
  return part === undefined || whole === undefined ? undefined : (100 * part) / whole;
}
