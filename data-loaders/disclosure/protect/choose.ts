import {Effort} from "../attack/effort.js";
import {loadSolver} from "../attack/program.js";
import {candidates, type Block} from "./block.js";
import {cheapestChoice} from "./exact.js";
import {incrementalChoice} from "./incremental.js";
import {reinstate} from "./reinstate.js";
import {narrowNeeds} from "./stuck.js";

/** What to hide in a block. */
export interface Chosen {
  hidden: Set<number>;
  exact: boolean;
  leastCost?: number;
}

/** A block, and how much may be done for it: plain data, which a thread can be sent. */
export interface BlockTask {
  block: Block;
  /** Blocks with more cells that could be hidden than this are left to the heuristic. */
  mostExact: number;
  /** How much may be done at each step. */
  iterations: number;
}

/** What to hide in a block so that each of its needs is met; those that are met already stay so whatever is hidden. */
export async function work({block: whole, mostExact, iterations}: BlockTask): Promise<Chosen> {
  const effort = () => new Effort(iterations);
  const highs = await loadSolver();
  const block = {...whole, needs: await narrowNeeds(whole, whole.given, effort)};
  if (block.needs.length === 0) return {hidden: block.given, exact: true, leastCost: 0};
  const open = candidates(block);
  if (open.length <= mostExact) {
    const choice = await cheapestChoice(highs, block, effort());
    if (choice) return {...choice, exact: true};
  }
  let {hidden, cause} = incrementalChoice(highs, block, block.given, block.needs, false, effort());
  // What only whole numbers reveal.
  const left = await narrowNeeds(block, hidden, effort);
  if (left.length > 0) ({hidden, cause} = incrementalChoice(highs, block, hidden, left, true, effort(), cause));
  return {
    hidden: reinstate(highs, block, hidden, cause, effort()) ?? new Set([...block.given, ...open]),
    exact: false
  };
}
