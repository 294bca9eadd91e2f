import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {DisclosureRules, Side} from "../../data-loaders/ground/rules.js";
import {publishedColumns} from "../../data-loaders/disclosure/withhold.js";
import type {Row} from "../../data-loaders/engine/session.js";
import {isKey, type Column, type TableShape} from "../../data-loaders/tables/table.js";
import {sideOf} from "../../data-loaders/tables/index.js";
import type {KeptRelease} from "../release/keptReleases.js";
import {readParquet} from "../../data-loaders/engine/readParquet.js";
import type {GatedTable} from "./gatedTables.js";

/** What became of a table since an earlier release. */
export interface Difference {
  table: string;
  /** Rows that are new, rows that are gone, and rows with other numbers. */
  added: number;
  removed: number;
  changed: number;
  /** Counts that differ by a number of people that must be hidden, by the group they count. */
  revealing: string[];
}

/**
 * Sets tables beside those of a release that readers have: who subtracts one count from the
 * other, counts those who came or left.
 */
export async function differences(
  tables: GatedTable[],
  {folder}: KeptRelease,
  rules: Record<Side, DisclosureRules>
): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const {table, rows} of tables) {
    const file = join(folder, `${table.name}.parquet`);
    if (existsSync(file)) found.push(difference(table, (await readParquet(readFileSync(file))).rows, rows, rules));
  }
  return found.filter(({added, removed, changed}) => added + removed + changed > 0);
}

/** Counts that differ by fewer than the threshold say that few came or left. */
function difference(table: TableShape, before: Row[], after: Row[], rules: Record<Side, DisclosureRules>): Difference {
  const columns = publishedColumns(table);
  const counts = columns.filter((column) => column.counts);
  const keys = columns.filter(isKey);
  const keyOf = (row: Row) => keys.map(({name}) => String(row[name] ?? "")).join(", ");
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const both = after.flatMap((row) => (old.has(keyOf(row)) ? [[old.get(keyOf(row))!, row] as const] : []));
  const differs = ([one, other]: readonly [Row, Row], {name}: Column) =>
    typeof one[name] === "number" && typeof other[name] === "number" && one[name] !== other[name];
  const isFew = ([one, other]: readonly [Row, Row], {name}: Column) =>
    Math.abs(Number(one[name]) - Number(other[name])) < rules[sideOf(table, other)].threshold;
  return {
    table: table.name,
    added: after.length - both.length,
    removed: before.length - both.length,
    changed: both.filter((pair) => columns.some((column) => differs(pair, column))).length,
    revealing: both.flatMap((pair) =>
      counts
        .filter((column) => differs(pair, column) && isFew(pair, column))
        .map(({name}) => `${name} for ${keyOf(pair[1])}`)
    )
  };
}

/** One sentence for each table by which the release before could be subtracted. */
export function revealed(found: Difference[], {name}: KeptRelease): string[] {
  return found
    .filter(({revealing}) => revealing.length > 0)
    .map(({table, revealing}) => {
      const more = revealing.length > 1 ? ` og ${revealing.length - 1} andre tal` : "";
      return `${table}: sammenholdt med udgivelsen ${name} afslører ${revealing[0]}${more} en gruppe, der er så lille, at den skal være skjult.`;
    });
}

/** What changed, a line a table. */
export function describeDifferences(found: Difference[], {name}: KeptRelease): string[] {
  if (found.length === 0) return [`Siden udgivelsen ${name} er ingen tal ændret.`];
  return [
    `Siden udgivelsen ${name}:`,
    ...found.map(
      ({table, added, removed, changed}) => `  ${table}: ${changed} rækker med andre tal, ${added} nye, ${removed} væk`
    )
  ];
}
