import type {Highs} from "highs";
import {Tables} from "../attack/tables.js";
import {boundsOf, type Block} from "./block.js";

/** A need's two tables: one with the cell small enough, one with it large enough. */
interface Witness {
  cell: number;
  way: -1 | 1;
  target: number;
  table: Float64Array;
}

/**
 * Shows again every cell of a choice that no need depends on, the dearest first, so that in the end none can be shown
 * without a leak. A cell is shown again when every need still has its tables with the cell at its true value.
 * @returns undefined when a need has no tables to begin with
 */
export function reinstate(highs: Highs, block: Block, hidden: ReadonlySet<number>, seconds: number): Set<number> | undefined {
  const kept = new Set(hidden);
  const until = performance.now() + 1000 * seconds;
  const tables = new Tables(highs, boundsOf(block, hidden), block.relations, until);
  try {
    const pool: Float64Array[] = [];
    const seek = (cell: number, way: -1 | 1, target: number, usable: (table: Float64Array) => boolean = () => true): Float64Array | undefined => {
      const old = pool.find((table) => usable(table) && (way < 0 ? table[cell]! <= target : table[cell]! >= target));
      if (old) return old;
      const {table} = tables.find(cell, way, target);
      if (table) pool.push(table);
      return table;
    };
    let witnesses: Witness[] = [];
    for (const {cell, atMost, atLeast} of block.needs) {
      for (const [way, target] of [[-1, atMost], [1, atLeast]] as const) {
        const table = seek(cell, way, target);
        if (!table) return undefined;
        witnesses.push({cell, way, target, table});
      }
    }
    const order = [...hidden].filter((cell) => !block.given.has(cell)).sort((a, b) => block.cells[b]!.cost - block.cells[a]!.cost || b - a);
    for (const cell of order) {
      if (performance.now() > until) break;
      if (block.implies.some(([other, implied]) => implied === cell && kept.has(other))) continue;
      const {value, hiddenLow, hiddenHigh} = block.cells[cell]!;
      tables.narrow(cell, value, value);
      const shown = (table: Float64Array) => table[cell] === value;
      const found: Witness[] = [];
      const enough = witnesses.every((witness) => {
        const table = shown(witness.table) ? witness.table : seek(witness.cell, witness.way, witness.target, shown);
        if (table) found.push({...witness, table});
        return table !== undefined;
      });
      if (enough) {
        kept.delete(cell);
        witnesses = found;
        const usable = pool.filter(shown);
        pool.splice(0, pool.length, ...usable);
      } else {
        tables.narrow(cell, hiddenLow, hiddenHigh);
      }
    }
    return kept;
  } finally {
    tables.dispose();
  }
}
