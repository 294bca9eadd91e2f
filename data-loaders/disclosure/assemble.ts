import {sum} from "d3-array";
import type {Row} from "../engine/session.js";
import {
  keyOf,
  without,
  type Group,
  type GroupRelation,
  type Sums,
  type TableProtection
} from "../tables/counted/group.js";
import {presolve} from "./attack/presolve.js";
import {splitOf, type Relation} from "./system.js";

/** A table's rows with what it declares. */
export interface CountedTable {
  name: string;
  protection: TableProtection;
  rows: Row[];
}

/** A group that some row counts, or that a sum needs. */
export interface GroupCell {
  key: string;
  group: Group;
  /** Undefined where no row and no sum gives it. */
  value: number | undefined;
  /** Whether a row has a place for it. */
  printed: boolean;
  /** Whether no row has a place for it because nobody is in it, or nobody can be. */
  empty: boolean;
  exempt: boolean;
  /** Whether its number follows from what everybody knows, whatever is hidden. */
  known: boolean;
  /** Whether the value is only one that fits, since nothing published gives it: then it is nobody's secret here. */
  assumed: boolean;
  /** What readers lose with the rows in which it is the number that decides, and how many have it as a total. */
  loss: number;
  totals: number;
}

/** A number of a row, by places in the cells: the number itself, and the total that it cannot be shown without. */
export interface PrintedCount {
  table: string;
  row: Row;
  main: number;
  total?: number;
  /** Parts of the total beside it that are shown however small. */
  exempt: number[];
  /** The sum that splits the total so that the number is one of its parts, if any is declared. */
  split?: Relation;
  /** Whether the row has no other number, so that its status is about this one. */
  alone: boolean;
}

/** Everything counted in a set of tables, with every sum between. */
export interface Assembly {
  cells: GroupCell[];
  relations: Relation[];
  /** Every number of every row. */
  counts: PrintedCount[];
  placeOf(group: Group): number | undefined;
}

/**
 * Makes one system of many tables. Groups are cells by their conditions, so that a group counted twice is one cell, and
 * each declared way of splitting becomes a sum wherever a printed group is a part of it.
 * @param rows with NULL where a number is hidden, or is to be
 * @throws Error naming a group that two rows count differently: then a declaration is wrong
 */
export function assemble(tables: CountedTable[], sums: Sums): Assembly {
  const cells: GroupCell[] = [];
  const places = new Map<string, number>();
  const place = (group: Group): number => {
    const key = keyOf(group);
    const old = places.get(key);
    if (old !== undefined) return old;
    places.set(key, cells.length);
    cells.push({
      key,
      group,
      value: undefined,
      printed: false,
      empty: false,
      exempt: sums.isExempt(group),
      known: false,
      assumed: false,
      loss: 0,
      totals: 0
    });
    return cells.length - 1;
  };
  const print = (table: string, column: string, group: Group, row: Row): number => {
    const at = place(group);
    const cell = cells[at]!;
    const value = (row[column] ?? undefined) as number | undefined;
    if (value !== undefined && cell.value !== undefined && cell.value !== value)
      throw new Error(`${table}.${column}: ${cell.key} is counted as ${cell.value} and as ${value}`);
    cell.printed = true;
    cell.value ??= value;
    return at;
  };
  const counts: PrintedCount[] = [];
  for (const {name, protection, rows} of tables) {
    for (const row of rows) {
      if (row.status === "incomplete") continue;
      const numbers = protection.counts(row);
      for (const {column, group, of} of numbers) {
        const main = print(name, column, group, row);
        cells[main]!.loss += protection.loss?.(row) ?? 1;
        const total = of && print(name, of.column, of.group, row);
        if (total !== undefined) cells[total]!.totals++;
        const isShare = total !== undefined && total !== main && !of!.apart;
        counts.push({table: name, row, main, ...(isShare && {total}), exempt: [], alone: numbers.length === 1});
      }
    }
  }
  const relations: Relation[] = [];
  const stated = new Set<string>();
  const isEmpty = (group: Group) => sums.isEmpty(group) || tables.some(({protection}) => protection.covers?.(group));
  const split = (at: number): void => {
    const {group} = cells[at]!;
    for (const {name, dimension, parts, parent, whole: wholeOf} of sums.classifications) {
      const value = group[dimension];
      if (value === undefined) continue;
      const rest = without(group, dimension);
      const of = parent?.(value, rest);
      const members = parts(rest, of);
      if (!members?.includes(value)) continue;
      const whole = wholeOf?.(rest) ?? (of === undefined ? rest : {...rest, [dimension]: of});
      const statement = `${dimension} ${keyOf(whole)}`;
      if (stated.has(statement)) continue;
      stated.add(statement);
      const terms = members.map((member) => ({cell: place({...rest, [dimension]: member}), factor: 1}));
      relations.push({
        name: `${name} (${keyOf(whole)})`,
        terms: [...terms, {cell: place(whole), factor: -1}],
        low: 0,
        high: 0
      });
    }
  };
  const relate = ({name, terms, low, high, revealedBy}: GroupRelation) => {
    const statement = `${name} ${terms.map(([group]) => keyOf(group)).join(" ")}`;
    if (stated.has(statement)) return;
    stated.add(statement);
    relations.push({
      name,
      terms: terms.map(([group, factor]) => ({cell: place(group), factor})),
      low,
      high,
      ...(revealedBy && {revealedBy: revealedBy.map(place)})
    });
  };
  // Groups that only a sum needs are split in their turn: their parts cannot be negative either.
  const printed = cells.length;
  for (let at = 0; at < cells.length; at++) split(at);
  for (let at = 0; at < printed; at++) sums.others(cells[at]!.group).forEach(relate);
  if (sums.known) {
    sums.known.forEach(relate);
    for (const at of following(cells, relations)) cells[at]!.known = true;
  }
  for (const {protection, rows} of tables) protection.states?.(rows).forEach(relate);
  const splits = splitsBy(relations);
  for (const count of counts) {
    const split = splits.get(`${count.total} ${count.main}`);
    if (!split) continue;
    count.split = split;
    count.exempt = split.terms
      .map(({cell}) => cell)
      .filter((cell) => cell !== count.main && cell !== count.total && cells[cell]!.exempt);
  }
  for (const cell of cells) {
    if (cell.printed || !isEmpty(cell.group)) continue;
    cell.empty = true;
    cell.value = 0;
  }
  return {cells, relations, counts, placeOf: (group) => places.get(keyOf(group))};
}

/** Places of numbers that follow from sums alone, one at a time; none where the sums contradict each other. */
function following(cells: GroupCell[], relations: Relation[]): number[] {
  const {low, high, contradiction} = presolve({
    cells: cells.map(({key}) => ({key, low: 0, high: Infinity})),
    relations: relations.filter(({revealedBy}) => revealedBy === undefined)
  });
  return contradiction === undefined ? cells.flatMap((_, i) => (low[i] === high[i] ? [i] : [])) : [];
}

/** The sums that split a whole, by the places of the whole and of each part. */
function splitsBy(relations: Relation[]): Map<string, Relation> {
  const splits = new Map<string, Relation>();
  for (const relation of relations) {
    const split = splitOf(relation);
    for (const part of split?.parts ?? []) splits.set(`${split!.whole} ${part}`, relation);
  }
  return splits;
}

/** Whether everybody knows what a total leaves beside the number and those shown however small. */
export function leavesKnown({main, total, exempt, split}: PrintedCount, cells: readonly GroupCell[]): boolean {
  const others = split?.terms.filter(({cell}) => ![main, total, ...exempt].includes(cell)) ?? [];
  return (
    (total !== undefined && cells[main]!.known && cells[total]!.known) ||
    (others.length > 0 && others.every(({cell}) => cells[cell]!.known))
  );
}

/** What a total leaves beside the number and those shown however small, where all are known. */
export function restOf({main, total, exempt}: PrintedCount, cells: readonly GroupCell[]): number {
  return cells[total!]!.value! - cells[main]!.value! - sum(exempt, (cell) => cells[cell]!.value);
}

/** The same as a sum to be given limits. */
export function leaves({main, total, exempt}: PrintedCount): Relation["terms"] {
  return [{cell: total!, factor: 1}, ...[main, ...exempt].map((cell) => ({cell, factor: -1}))];
}
