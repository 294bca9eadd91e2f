import {assemble, leaves, leavesKnown, type Assembly, type CountedTable} from "./assemble.js";
import {readBack} from "./readBack.js";
import type {Cell, Need, Relation, System} from "./system.js";
import {isHiddenRow, statusOf} from "./withhold.js";
import {largestBase, mustBePossible, type DisclosureRules, type Reason} from "../ground/rules.js";
import {percentColumn, type Sums} from "../tables/counted/group.js";

/** What who reads published tables has: counts, shares, every sum that holds, and why each row is hidden. */
export interface Published {
  assembly: Assembly;
  system: System;
  /** Counts that must not become known. */
  needs: Need[];
  /** Places of hidden counts, in tables or as totals. */
  hidden: number[];
}

const reasonOf = new Map(Object.entries(statusOf).map(([reason, status]) => [status as unknown, reason as Reason]));

/**
 * Reads published tables as an attacker does who knows the code, the settings and why each number is hidden, but not
 * whether somebody is left of a total: nobody, or at least as many as are shown.
 * @param tables all of one kind of extracts, with rows as published
 * @throws Error where two rows count a group differently
 */
export function readPublished(tables: CountedTable[], sums: Sums, rules: DisclosureRules): Published {
  const known = tables.map((table) => readBack(table, tables));
  const assembly = assemble(known, sums);
  const most = rules.threshold - 1;
  const asked = mustBePossible(rules);
  const cells = assembly.cells.map(({key, value}): Cell => ({key, low: value ?? 0, high: value ?? Infinity}));
  const relations = [...assembly.relations];
  const strict = new Set<number>();
  const hidden = new Set<number>();
  const learn = (place: number, low: number, high: number) => {
    const cell = cells[place]!;
    if (cell.low !== cell.high) Object.assign(cell, {low: Math.max(cell.low, low), high: Math.min(cell.high, high)});
  };
  const isOpen = (place: number) => assembly.cells[place]!.value === undefined;
  for (const count of assembly.counts) {
    const {main, total, row, alone} = count;
    for (const place of total === undefined ? [main] : [main, total]) if (isOpen(place)) hidden.add(place);
    if (!isHiddenRow(row)) continue;
    const reason = alone ? reasonOf.get(row.status) : "base";
    if (reason === "few") strict.add(main);
    if (total !== undefined && reason !== "base") learn(total, largestBase(rules) + 1, Infinity);
    if (reason === "few") learn(main, 1, most);
    else if (reason !== "base") learn(main, rules.threshold, Infinity);
    if (total === undefined) continue;
    if (reason === "rest") {
      strict.add(cells.length);
      cells.push({key: `resten af ${cells[main]!.key}`, low: 1, high: most});
      const terms = [...leaves(count), {cell: cells.length - 1, factor: -1}];
      relations.push({name: `${cells[main]!.key} og resten`, terms, low: 0, high: 0});
    } else
      relations.push({
        name: `${cells[main]!.key} og resten`,
        terms: leaves(count),
        low: 0,
        high: Infinity,
        ...(reason === "protects" && !leavesKnown(count, assembly.cells) && {witnessLow: rules.threshold})
      });
  }
  for (const table of known) relations.push(...sharesOf(table, assembly));
  const needs = cells.flatMap(({low, high}, cell): Need[] => {
    if (low === high || low > most || assembly.cells[cell]?.exempt || assembly.cells[cell]?.known) return [];
    return [{cell, ...asked, ...(!strict.has(cell) && {mayBeOther: true as const})}];
  });
  return {assembly, system: {cells, relations}, needs, hidden: [...hidden]};
}

/** Counts of a hidden number as a rounded share of a total. */
function sharesOf({name, protection, rows}: CountedTable, {placeOf, cells}: Assembly): Relation[] {
  return rows.flatMap((row) => {
    if (row.status === "incomplete") return [];
    return protection.counts(row).flatMap(({column, group, of}): Relation[] => {
      const percent = row[percentColumn({column})];
      if (!of || typeof percent !== "number") return [];
      const [part, whole] = [placeOf(group)!, placeOf(of.group)!];
      if (part === whole || (cells[part]!.value !== undefined && cells[whole]!.value !== undefined)) return [];
      const rounding = Math.abs(10 * percent - Math.round(10 * percent)) < 1e-9 ? 0.05 : 1e-7;
      const share = (p: number): Relation["terms"] => [
        {cell: part, factor: 100},
        {cell: whole, factor: -p}
      ];
      const said = `procenten i ${name} (${cells[part]!.key})`;
      return [
        {name: said, terms: share(percent - rounding), low: 0, high: Infinity},
        {name: said, terms: share(percent + rounding), low: -Infinity, high: 0}
      ];
    });
  });
}
