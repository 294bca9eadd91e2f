import type {Highs} from "highs";
import {Effort} from "../attack/effort.js";
import {Program} from "../attack/program.js";
import type {Need} from "../system.js";
import {candidates, type Block} from "./block.js";
import {close} from "./problem.js";

/** Moves of what is hidden already cost next to nothing. */
const free = 1e-4;

/** Every need is asked about, also when the others took all. */
const fewestIterations = 5000;

/**
 * Hidden cells of a block too large for the integer program: for one need after the other, the
 * table nearest to the true one in which the cell is as small, or as large, as required; what
 * differs in it is hidden as well (the incremental attack of J. P. Kelly, B. L. Golden and A. A.
 * Assad, Networks 1992;22:397-417, with a linear program in place of flows).
 * @returns cells hidden, and for the sake of which need each was
 */
export function incrementalChoice(
  highs: Highs,
  block: Block,
  begin: ReadonlySet<number>,
  needs: Need[],
  integer: boolean,
  effort: Effort,
  cause = new Map<number, number>()
): {hidden: Set<number>; cause: Map<number, number>} {
  const {cells, relations} = block;
  const hidden = new Set(begin);
  const isOpen = new Set(candidates(block));
  // Every cell moves up by one column and down by another, from its true value.
  const columns = cells.flatMap((cell, i) => {
    const may = isOpen.has(i) || hidden.has(i) || !cell.published;
    return [
      {low: 0, high: may ? cell.hiddenHigh - cell.value : 0},
      {low: 0, high: may ? cell.value - cell.hiddenLow : 0}
    ];
  });
  const moves = relations.map(({terms, low, high}) => {
    const now = terms.reduce((sum, {cell, factor}) => sum + factor * cells[cell]!.value, 0);
    return {
      terms: terms.flatMap(({cell, factor}) => [
        {cell: 2 * cell, factor},
        {cell: 2 * cell + 1, factor: -factor}
      ]),
      low: low - now,
      high: high - now
    };
  });
  const program = new Program(highs, columns, moves, {integer});
  const costs = cells.map((cell, i) => (isOpen.has(i) && !hidden.has(i) ? cell.cost : free));
  program.minimise(
    costs.flatMap((cost, i): [number, number][] => [
      [2 * i, cost],
      [2 * i + 1, cost]
    ])
  );
  try {
    for (const need of needs) {
      const {cell, from, to} = need;
      const {value} = cells[cell]!;
      for (const [column, least] of [
        [2 * cell, to - value],
        [2 * cell + 1, value - from]
      ] as const) {
        if (least <= 0) continue;
        program.bound(column, least, Math.max(least, columns[column]!.high));
        program.bound(column ^ 1, 0, 0);
        const outcome = program.solve(effort.isSpent ? new Effort(fewestIterations) : effort, 0.2);
        program.bound(column, 0, columns[column]!.high);
        program.bound(column ^ 1, 0, columns[column ^ 1]!.high);
        if (outcome.status !== "optimal") continue;
        const moved = cells.flatMap((_, i) =>
          isOpen.has(i) && !hidden.has(i) && Math.abs(outcome.x[2 * i]! - outcome.x[2 * i + 1]!) > 1e-6 ? [i] : []
        );
        const before = new Set(hidden);
        for (const i of moved) hidden.add(i);
        close(hidden, block.implies);
        for (const i of hidden) {
          if (before.has(i)) continue;
          cause.set(i, cell);
          program.recost([
            [2 * i, free],
            [2 * i + 1, free]
          ]);
        }
      }
    }
    return {hidden, cause};
  } finally {
    program.dispose();
  }
}
