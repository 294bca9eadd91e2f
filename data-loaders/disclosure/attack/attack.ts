import type {Highs} from "highs";
import type {Need, System} from "../system.js";
import {Effort} from "./effort.js";
import {presolve, type Part} from "./presolve.js";
import {loadSolver} from "./program.js";
import {Search} from "./search.js";
import {Tables} from "./tables.js";

/** What an attacker can infer of a hidden cell. */
export interface Verdict {
  key: string;
  cell: number;
  /**
   * Smallest and largest whole number the cell can have; of a protected cell only that the
   * interval reaches at least so far.
   */
  low: number;
  high: number;
  /** `narrow`: the interval does not reach as far as required; `unproven`: it took too much effort to decide. */
  result: "protected" | "narrow" | "unproven";
}

export interface Attack {
  verdicts: Verdict[];
  /** A relation that the published numbers break: then nothing is proved. */
  contradiction?: string;
  parts: number;
  largestPart: number;
}

/** More than any part of the default site takes by far. */
const iterationsPerPart = 1_000_000;

export interface AttackOptions {
  /** How much may be done for each connected part. */
  effort?: () => Effort;
  /** False: without the exact interval of a narrow cell. */
  intervals?: boolean;
}

/**
 * Finds how narrow an attacker can make each cell who knows the system and nothing else: bounds from
 * each relation alone, then a linear program for each connected part, then an integer program for what
 * that passes. A cell is protected when two tables of whole numbers are at hand that agree with
 * everything published, one with the cell at `atMost` or less, one with it at `atLeast` or more; both
 * tables are checked against every relation here, whatever the solver says.
 */
export async function attack(
  system: System,
  needs: Need[],
  {effort = () => new Effort(iterationsPerPart), intervals = true}: AttackOptions = {}
): Promise<Attack> {
  const {low, high, parts, contradiction} = presolve(system);
  if (contradiction !== undefined) return {verdicts: [], contradiction, parts: 0, largestPart: 0};
  const highs = await loadSolver();
  const partOf = new Map(parts.flatMap((part, p) => part.cells.map((cell) => [cell, p] as const)));
  const byPart = new Map<number, Need[]>();
  const verdicts: Verdict[] = [];
  for (const need of needs) {
    const p = partOf.get(need.cell);
    if (p === undefined || low[need.cell]! > need.atMost || high[need.cell]! < need.atLeast)
      verdicts.push(verdictOf(system, need, low[need.cell]!, high[need.cell]!));
    else if (byPart.has(p)) byPart.get(p)!.push(need);
    else byPart.set(p, [need]);
  }
  for (const [p, own] of byPart)
    verdicts.push(...attackPart(highs, system, parts[p]!, own, {low, high}, effort(), intervals));
  return {verdicts, parts: parts.length, largestPart: Math.max(0, ...parts.map((part) => part.cells.length))};
}

function attackPart(
  highs: Highs,
  system: System,
  part: Part,
  needs: Need[],
  {low, high}: {low: Float64Array; high: Float64Array},
  effort: Effort,
  intervals: boolean
): Verdict[] {
  const tables = new Tables(
    highs,
    part.cells.map((cell) => ({low: low[cell]!, high: high[cell]!})),
    part.relations,
    effort
  );
  try {
    const place = new Map(part.cells.map((cell, i) => [cell, i]));
    const search = new Search(tables);
    search.probe(needs.map((need) => ({...need, cell: place.get(need.cell)!})));
    return needs.map((need) => {
      const i = place.get(need.cell)!;
      const ends = [search.reaches(i, -1, need.atMost), search.reaches(i, 1, need.atLeast)];
      if (ends.every((reached) => reached === "yes")) return verdictOf(system, need, search.least[i]!, search.most[i]!);
      const known = verdictOf(system, need, low[need.cell]!, high[need.cell]!);
      if (!ends.includes("no")) return {...known, result: "unproven"};
      return {...known, result: "narrow", ...(intervals && {low: tables.extreme(i, -1), high: tables.extreme(i, 1)})};
    });
  } finally {
    tables.dispose();
  }
}

function verdictOf({cells}: System, {cell, atMost, atLeast}: Need, low: number, high: number): Verdict {
  return {key: cells[cell]!.key, cell, low, high, result: low <= atMost && high >= atLeast ? "protected" : "narrow"};
}
