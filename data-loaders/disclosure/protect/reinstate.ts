import type {Highs} from "highs";
import type {Effort} from "../attack/effort.js";
import {presolve, type Part} from "../attack/presolve.js";
import {Tables} from "../attack/tables.js";
import type {Need} from "../system.js";
import {systemOf, type Block} from "./block.js";

/** A table in which the count of a need is one of the numbers it must be able to be. */
interface Witness {
  cell: number;
  value: number;
  table: Float64Array;
}

/**
 * Shows again every cell of a choice that no need depends on, the dearest first, so that in the end none can be shown
 * without a leak. A cell is shown again when every need still has its tables with the cell at its true value.
 * @param cause for the sake of which need a cell was hidden: that one is asked first
 * @returns undefined when a need has no tables to begin with
 */
export function reinstate(
  highs: Highs,
  block: Block,
  hidden: ReadonlySet<number>,
  cause: ReadonlyMap<number, number>,
  effort: Effort
): Set<number> | undefined {
  const {parts, low, high} = presolve(systemOf(block, hidden));
  const partOf = new Map(parts.flatMap((part) => part.cells.map((cell) => [cell, part] as const)));
  const kept = new Set(hidden);
  const order = [...hidden]
    .filter((cell) => !block.given.has(cell))
    .sort((a, b) => block.cells[b]!.cost - block.cells[a]!.cost || b - a);
  // What the other hidden cells give away anyhow may as well be shown.
  const isImplied = (cell: number) => block.implies.some(([other, implied]) => implied === cell && kept.has(other));
  for (const cell of order) if (!partOf.has(cell) && !isImplied(cell)) kept.delete(cell);
  for (const part of parts) {
    const needs = block.needs.filter(({cell}) => partOf.get(cell) === part);
    const own = order.filter((cell) => partOf.get(cell) === part);
    if (!reinstatePart(highs, block, part, {low, high}, needs, own, cause, kept, isImplied, effort)) return undefined;
  }
  return kept;
}

function reinstatePart(
  highs: Highs,
  block: Block,
  {cells, relations}: Part,
  {low, high}: {low: Float64Array; high: Float64Array},
  needs: Need[],
  order: number[],
  cause: ReadonlyMap<number, number>,
  kept: Set<number>,
  isImplied: (cell: number) => boolean,
  effort: Effort
): boolean {
  const place = new Map(cells.map((cell, i) => [cell, i]));
  const tables = new Tables(
    highs,
    cells.map((cell) => ({low: low[cell]!, high: high[cell]!})),
    relations,
    effort
  );
  const pool: Float64Array[] = [];
  const seek = (
    cell: number,
    value: number,
    usable: (table: Float64Array) => boolean = () => true
  ): Float64Array | undefined => {
    const old = pool.find((table) => usable(table) && table[cell] === value);
    if (old) return old;
    const {table} = tables.find(cell, value, value);
    if (table) pool.push(table);
    return table;
  };
  try {
    let witnesses: Witness[] = [];
    for (const {cell, from, to} of needs) {
      for (let value = from; value <= to; value++) {
        const i = place.get(cell)!;
        const table = seek(i, value);
        if (!table) return false;
        witnesses.push({cell: i, value, table});
      }
    }
    for (const cell of order) {
      if (effort.isSpent) return true;
      if (isImplied(cell)) continue;
      const i = place.get(cell)!;
      const {value} = block.cells[cell]!;
      const before = tables.bounds[i]!;
      tables.narrow(i, value, value);
      const shown = (table: Float64Array) => table[i] === value;
      const first = place.get(cause.get(cell) ?? -1);
      const found: Witness[] = [];
      const enough = witnesses
        .toSorted((a, b) => Number(b.cell === first) - Number(a.cell === first))
        .every((witness) => {
          const table = shown(witness.table) ? witness.table : seek(witness.cell, witness.value, shown);
          if (table) found.push({...witness, table});
          return table !== undefined;
        });
      if (enough) {
        kept.delete(cell);
        witnesses = found;
        pool.splice(0, pool.length, ...pool.filter(shown));
      } else {
        tables.narrow(i, before.low, before.high);
      }
    }
    return true;
  } finally {
    tables.dispose();
  }
}
