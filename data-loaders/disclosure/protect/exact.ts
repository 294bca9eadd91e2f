import type {Highs} from "highs";
import {attack} from "../attack/attack.js";
import type {Effort} from "../attack/effort.js";
import {Program} from "../attack/program.js";
import {boundsOf, candidates, systemOf, type Block} from "./block.js";
import {capacityCut, type Cut} from "./cut.js";
import {close} from "./problem.js";

/** Hidden cells of a block, and the least that any sufficient choice must cost where that is known. */
export interface Choice {
  hidden: Set<number>;
  /** False: no choice within the block is enough. */
  enough: boolean;
  leastCost?: number;
}

/**
 * The cheapest cells to hide: an integer program over hidden or not, to which every leak found by the attack adds a cut
 * until no leak is left. What only whole numbers reveal adds that one more cell must be hidden.
 * @returns undefined when the effort is spent
 */
export async function cheapestChoice(highs: Highs, block: Block, effort: Effort): Promise<Choice | undefined> {
  const open = candidates(block);
  if (open.length === 0) return undefined;
  const column = new Map(open.map((cell, i) => [cell, i]));
  const master = new Program(
    highs,
    open.map(() => ({low: 0, high: 1})),
    implications(block, column),
    {integer: true}
  );
  const attacker = new Program(highs, boundsOf(block, block.given), block.relations);
  master.minimise(open.map((cell, i) => [i, block.cells[cell]!.cost]));
  let hidden = close(new Set(block.given), block.implies);
  let leastCost = 0;
  try {
    for (;;) {
      const cuts = await leaks(attacker, block, hidden, effort);
      if (cuts === undefined) return undefined;
      if (cuts.length === 0) return {hidden, enough: true, leastCost};
      for (const cut of cuts)
        master.add({terms: cut.map(([cell, factor]) => ({cell: column.get(cell)!, factor})), low: 1, high: Infinity});
      const outcome = master.solve(effort);
      if (outcome.status === "infeasible") return {hidden: new Set([...block.given, ...open]), enough: false};
      if (outcome.status !== "optimal") return undefined;
      leastCost = outcome.value;
      hidden = close(new Set([...block.given, ...open.filter((_, i) => outcome.x[i]! > 0.5)]), block.implies);
    }
  } finally {
    master.dispose();
    attacker.dispose();
  }
}

function implications({implies}: Block, column: Map<number, number>) {
  return implies
    .filter(([cell, implied]) => column.has(cell) && column.has(implied))
    .map(([cell, implied]) => ({
      terms: [
        {cell: column.get(implied)!, factor: 1},
        {cell: column.get(cell)!, factor: -1}
      ],
      low: 0,
      high: Infinity
    }));
}

/** What a choice of hidden cells lacks; empty when it is enough, undefined when the effort is spent. */
async function leaks(attacker: Program, block: Block, hidden: Set<number>, effort: Effort): Promise<Cut[] | undefined> {
  const bounds = boundsOf(block, hidden);
  const {verdicts} = await attack(systemOf(block, hidden), block.needs, {effort: () => effort});
  if (verdicts.includes("unproven")) return undefined;
  const narrow = new Set(block.needs.filter((_, n) => verdicts[n] === "narrow").map(({cell}) => cell));
  bounds.forEach(({low, high}, i) => attacker.bound(i, low, high));
  const cuts = block.needs
    .filter(({cell}) => narrow.has(cell))
    .flatMap((need) => {
      const {low, high} = bounds[need.cell]!;
      const small = capacityCut(attacker, block, need, -1);
      // Bounded above for the while, since nothing else may be.
      attacker.bound(need.cell, low, Math.min(high, Math.max(low, need.to)));
      const large = capacityCut(attacker, block, need, 1);
      attacker.bound(need.cell, low, high);
      return [small, large].filter((cut) => cut !== undefined);
    });
  if (cuts.length > 0 || narrow.size === 0) return cuts;
  return [
    candidates(block)
      .filter((cell) => !hidden.has(cell))
      .map((cell) => [cell, 1])
  ];
}
