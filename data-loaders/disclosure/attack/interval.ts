import type {System} from "../system.js";
import {presolve} from "./presolve.js";
import {loadSolver, Program, type Outcome} from "./program.js";

export type Interval = [low: number, high: number];

/** The numbers a cell can have: any number, by linear programming, and whole numbers, by integer programming. */
export interface Intervals {
  linear: Interval;
  whole: Interval;
}

/**
 * Both intervals of each cell asked for; Infinity where nothing bounds it.
 * @throws RangeError when no table of whole numbers meets the system
 */
export async function intervals(system: System, cells: number[]): Promise<Intervals[]> {
  const {low, high, contradiction} = presolve(system);
  if (contradiction !== undefined) throw new RangeError(`the numbers contradict each other: ${contradiction}`);
  const highs = await loadSolver();
  const bounds = system.cells.map((_, i) => ({low: low[i]!, high: high[i]!}));
  const linear = new Program(highs, system.cells, system.relations);
  const whole = new Program(highs, bounds, system.relations, {integer: true});
  try {
    return cells.map((cell) => ({linear: both(linear, cell), whole: both(whole, cell)}));
  } finally {
    linear.dispose();
    whole.dispose();
  }
}

function both(program: Program, cell: number): Interval {
  const end = (cost: 1 | -1): Outcome => {
    program.minimise([[cell, cost]]);
    return program.solve();
  };
  return [valueOf(end(1), 1), valueOf(end(-1), -1)];
}

function valueOf(outcome: Outcome, sign: 1 | -1): number {
  if (outcome.status === "unbounded") return sign < 0 ? Infinity : -Infinity;
  if (outcome.status !== "optimal") throw new RangeError(`no interval: ${outcome.status}`);
  return Math.round(sign * outcome.value * 1e6) / 1e6 + 0;
}
