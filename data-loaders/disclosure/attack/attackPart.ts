import type {Highs} from "highs";
import type {Need, Relation} from "../system.js";
import {Effort} from "./effort.js";
import {loadSolver} from "./program.js";
import {Search} from "./search.js";
import {Tables} from "./tables.js";

/** Unknown cells that hang together, and needs among them: plain data, which a thread can be sent. */
export interface PartTask {
  bounds: {low: number; high: number}[];
  /** Terms by place in `bounds`. */
  relations: Relation[];
  /** Cells by place in `bounds`. */
  needs: Need[];
  /** False: without the exact interval of a narrow cell. */
  intervals: boolean;
}

/** What is found of one need. */
export interface Finding {
  /**
   * Smallest and largest whole number the cell can have; of a protected cell only that the
   * interval reaches at least so far.
   */
  low: number;
  high: number;
  /** `narrow`: the interval does not reach as far as required; `unproven`: it took too much effort to decide. */
  result: "protected" | "narrow" | "unproven";
}

/** Attacks each need of a part; the findings are in their order. */
export function attackPart(highs: Highs, {bounds, relations, needs, intervals}: PartTask, effort: Effort): Finding[] {
  const tables = new Tables(highs, [...bounds], relations, effort);
  try {
    const search = new Search(tables);
    search.probe(needs);
    return needs.map(({cell, atMost, atLeast}) => {
      const ends = [search.reaches(cell, -1, atMost), search.reaches(cell, 1, atLeast)];
      if (ends.every((reached) => reached === "yes"))
        return {low: search.least[cell]!, high: search.most[cell]!, result: "protected"};
      const known = bounds[cell]!;
      if (!ends.includes("no")) return {...known, result: "unproven"};
      if (!intervals) return {...known, result: "narrow"};
      return {low: tables.extreme(cell, -1), high: tables.extreme(cell, 1), result: "narrow"};
    });
  } finally {
    tables.dispose();
  }
}

/** The same in a thread. */
export async function work({iterations, ...task}: PartTask & {iterations: number}): Promise<Finding[]> {
  return attackPart(await loadSolver(), task, new Effort(iterations));
}
