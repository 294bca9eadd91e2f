import {attack, type AttackOptions} from "./attack/attack.js";
import type {CountedTable} from "./assemble.js";
import {rangeNames} from "./rangeColumns.js";
import {readPublished, type Published} from "./published.js";
import type {Range} from "./system.js";
import type {Row} from "../engine/session.js";
import type {DisclosureRules} from "../ground/rules.js";
import {percentColumn, type Sums} from "../tables/counted/group.js";

/**
 * Adds to rows, as published but for their ranges, what follows from all of them of each hidden count.
 * @throws Error where a sum of the published counts does not hold: then a declaration is wrong
 */
export async function addRanges(
  tables: CountedTable[],
  sums: Sums,
  rules: DisclosureRules,
  options: Omit<AttackOptions, "ranges"> = {}
): Promise<void> {
  const published = readPublished(tables, sums, rules);
  const {ranges, contradiction} = await attack(published.system, [], {...options, ranges: published.hidden});
  if (contradiction !== undefined) throw new Error(`a published sum does not hold: ${contradiction}`);
  const found = rangesByPlace(published, ranges);
  for (const table of tables)
    for (const row of table.rows) Object.assign(row, rangesOfRow(table, row, published, found));
}

/** Ranges of hidden counts, in their order, by place in the assembly. */
export function rangesByPlace({hidden}: Published, ranges: Range[]): Map<number, Range> {
  return new Map(hidden.map((place, i) => [place, ranges[i]!]));
}

/** Shares are rounded outward to so many parts of a percent. */
const parts = 100;

/**
 * The range columns of a row, and what its hidden total is known to be: anybody can compute them from what is
 * published. A share lies between the least of the number in the most of its total, and the most in the least.
 */
export function rangesOfRow(
  {protection}: Pick<CountedTable, "protection">,
  row: Row,
  {assembly}: Published,
  found: ReadonlyMap<number, Range>
): Row {
  if (row.status === "incomplete") return {};
  const columns: Row = {};
  const rangeOf = (place: number): Range => {
    const {value} = assembly.cells[place]!;
    return value === undefined ? found.get(place)! : {least: value, most: value, exact: true};
  };
  for (const {column, group, of} of protection.counts(row)) {
    if (typeof row[column] === "number" && (!of || typeof row[of.column] === "number")) continue;
    const number = rangeOf(assembly.placeOf(group)!);
    if (typeof row[column] !== "number") write(columns, column, number.least, number.most);
    if (!of) continue;
    const total = rangeOf(assembly.placeOf(of.group)!);
    if (total.least === total.most) columns[of.column] = total.least;
    else write(columns, of.column, total.least, total.most);
    if (of.apart || typeof row[percentColumn({column})] === "number") continue;
    write(
      columns,
      percentColumn({column}),
      Math.floor((100 * parts * number.least) / Math.max(total.most, 1)) / parts,
      Math.min(100, Math.ceil((100 * parts * number.most) / Math.max(total.least, number.most, 1)) / parts)
    );
  }
  return columns;
}

/** A limit that nothing published gives is left empty. */
function write(columns: Row, column: string, least: number, most: number): void {
  const [low, high] = rangeNames(column);
  columns[low] = least;
  columns[high] = Number.isFinite(most) ? most : null;
}
