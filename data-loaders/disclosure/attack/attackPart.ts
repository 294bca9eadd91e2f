import type {Highs} from "highs";
import type {Need, Range, Relation} from "../system.js";
import {Effort} from "./effort.js";
import {loadSolver} from "./program.js";
import {Search, type Verdict} from "./search.js";
import {Tables} from "./tables.js";

/** Unknown cells that hang together, and what is asked of them: plain data, which a thread can be sent. */
export interface PartTask {
  bounds: {low: number; high: number}[];
  /** Terms by place in `bounds`. */
  relations: Relation[];
  /** Cells by place in `bounds`. */
  needs: Need[];
  /** Places in `bounds` of cells whose range is asked for. */
  ranges: number[];
}

export interface PartFindings {
  verdicts: Verdict[];
  ranges: Range[];
}

/** Attacks each need of a part, and finds the ranges asked for, in their order. */
export function attackPart(highs: Highs, {bounds, relations, needs, ranges}: PartTask, effort: Effort): PartFindings {
  const tables = new Tables(highs, [...bounds], relations, effort);
  try {
    const search = new Search(tables, needs);
    const verdicts = [...search.verdicts().values()];
    tables.relax(relations);
    search.probe(ranges);
    return {verdicts, ranges: ranges.map((cell) => search.range(cell))};
  } finally {
    tables.dispose();
  }
}

/** The same in a thread. */
export async function work({iterations, ...task}: PartTask & {iterations: number}): Promise<PartFindings> {
  return attackPart(await loadSolver(), task, new Effort(iterations));
}
