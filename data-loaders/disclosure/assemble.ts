import type {Row} from "../engine/session.js";
import {keyOf, without, type Group, type Sums, type TableProtection} from "./group.js";
import type {Relation} from "./system.js";

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
  /** Undefined where no row tells and no sum gives it. */
  value: number | undefined;
  /** Whether a row has a place for it. */
  printed: boolean;
  /** Whether no row has a place for it because nobody is in it, or nobody can be. */
  empty: boolean;
  exempt: boolean;
  /** Rows in which it is the number that decides, and rows in which it is a total. */
  rows: number;
  totals: number;
}

/** Everything counted in a set of tables, with every sum between. */
export interface Assembly {
  cells: GroupCell[];
  relations: Relation[];
  /** Pairs of cells of one row: the total, and the number that cannot be shown without it. */
  pairs: [total: number, main: number][];
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
  const place = (group: Group, create = true): number => {
    const key = keyOf(group);
    const old = places.get(key);
    if (old !== undefined || !create) return old ?? -1;
    places.set(key, cells.length);
    cells.push({key, group, value: undefined, printed: false, empty: false, exempt: sums.isExempt(group), rows: 0, totals: 0});
    return cells.length - 1;
  };
  const pairs: Assembly["pairs"] = [];
  for (const {name, protection, rows} of tables) {
    for (const row of rows) {
      const printed = Object.entries(protection.groups(row)).map(([column, group], i) => {
        const at = place(group);
        const cell = cells[at]!;
        const value = row[column] as number | null;
        if (value !== null && cell.value !== undefined && cell.value !== value) throw new Error(`${name}.${column}: ${cell.key} is counted as ${cell.value} and as ${value}`);
        cell.printed = true;
        cell.value ??= value ?? undefined;
        if (i === 0) cell.rows++;
        else cell.totals++;
        return at;
      });
      for (const total of printed.slice(1)) if (total !== printed[0]) pairs.push([total, printed[0]!]);
    }
  }
  const relations: Relation[] = [];
  const stated = new Set<string>();
  const isEmpty = (group: Group) => sums.isEmpty(group) || tables.some(({protection}) => protection.covers?.(group));
  const split = (at: number): void => {
    const {group} = cells[at]!;
    for (const {name, dimension, parts, parent} of sums.classifications) {
      const value = group[dimension];
      if (value === undefined) continue;
      const rest = without(group, dimension);
      const of = parent?.(value);
      const members = parts(rest, of);
      if (!members?.includes(value)) continue;
      const whole = of === undefined ? rest : {...rest, [dimension]: of};
      const statement = `${dimension} ${keyOf(whole)}`;
      if (stated.has(statement)) continue;
      stated.add(statement);
      const terms = members.map((member) => ({cell: place({...rest, [dimension]: member}), factor: 1}));
      relations.push({name: `${name} (${keyOf(whole)})`, terms: [...terms, {cell: place(whole), factor: -1}], low: 0, high: 0});
    }
  };
  // Groups that only a sum needs are split in their turn: their parts cannot be negative either.
  const printed = cells.length;
  for (let at = 0; at < cells.length; at++) split(at);
  for (let at = 0; at < printed; at++) {
    for (const {name, terms, low, high} of sums.others(cells[at]!.group)) {
      const statement = `${name} ${terms.map(([group]) => keyOf(group)).join(" ")}`;
      if (stated.has(statement)) continue;
      stated.add(statement);
      relations.push({name, terms: terms.map(([group, factor]) => ({cell: place(group), factor})), low, high});
    }
  }
  for (const cell of cells) {
    if (cell.printed || !isEmpty(cell.group)) continue;
    cell.empty = true;
    cell.value = 0;
  }
  return {cells, relations, pairs, placeOf: (group) => places.get(keyOf(group))};
}

/** Gives groups that no row prints the value that the sums give them. @returns cells whose value no sum gives */
export function deduce({cells, relations}: Assembly): GroupCell[] {
  const touching = cells.map((): number[] => []);
  relations.forEach(({terms, low, high}, r) => low === high && terms.forEach(({cell}) => touching[cell]!.push(r)));
  const queue = relations.flatMap(({low, high}, r) => (low === high ? [r] : []));
  for (let next = 0; next < queue.length; next++) {
    const {terms, low} = relations[queue[next]!]!;
    const unknown = terms.filter(({cell}) => cells[cell]!.value === undefined);
    if (unknown.length !== 1) continue;
    const {cell, factor} = unknown[0]!;
    const known = terms.reduce((sum, term) => (term.cell === cell ? sum : sum + term.factor * cells[term.cell]!.value!), 0);
    cells[cell]!.value = (low - known) / factor;
    queue.push(...touching[cell]!);
  }
  return cells.filter(({value}) => value === undefined);
}
