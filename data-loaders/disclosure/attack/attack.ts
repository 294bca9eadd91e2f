import {inThreads} from "../../engine/inThreads.js";
import type {Need, System} from "../system.js";
import {attackPart, type Finding, type PartTask} from "./attackPart.js";
import {Effort} from "./effort.js";
import {presolve} from "./presolve.js";
import {loadSolver} from "./program.js";

/** What an attacker can infer of a hidden cell. */
export interface Verdict extends Finding {
  key: string;
  cell: number;
}

export interface Attack {
  /** In the order of the needs. */
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
  /** How many threads share the work; one: none but this. */
  threads?: number;
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
  {effort = () => new Effort(iterationsPerPart), intervals = true, threads = 1}: AttackOptions = {}
): Promise<Attack> {
  const {low, high, parts, contradiction} = presolve(system);
  if (contradiction !== undefined) return {verdicts: [], contradiction, parts: 0, largestPart: 0};
  const partOf = new Map(parts.flatMap((part, p) => part.cells.map((cell) => [cell, p] as const)));
  const byPart = new Map<number, number[]>();
  const findings: Finding[] = needs.map(({cell, atMost, atLeast}, n) => {
    const p = partOf.get(cell);
    const known = {low: low[cell]!, high: high[cell]!};
    if (p === undefined || known.low > atMost || known.high < atLeast)
      return {...known, result: known.low <= atMost && known.high >= atLeast ? "protected" : "narrow"};
    (byPart.get(p) ?? byPart.set(p, []).get(p)!).push(n);
    return {...known, result: "unproven"};
  });
  const tasks = [...byPart].map(([p, own]): PartTask => {
    const {cells, relations} = parts[p]!;
    const place = new Map(cells.map((cell, i) => [cell, i]));
    return {
      bounds: cells.map((cell) => ({low: low[cell]!, high: high[cell]!})),
      relations,
      needs: own.map((n) => ({...needs[n]!, cell: place.get(needs[n]!.cell)!})),
      intervals
    };
  });
  const ofParts =
    threads > 1
      ? await inThreads<PartTask & {iterations: number}, Finding[]>(
          new URL("./attackPart.ts", import.meta.url),
          tasks.map((task) => ({...task, iterations: effort().iterations})),
          {threads, size: ({bounds}) => bounds.length}
        )
      : await here(tasks, effort);
  [...byPart.values()].forEach((own, t) => own.forEach((n, i) => (findings[n] = ofParts[t]![i]!)));
  return {
    verdicts: needs.map(({cell}, n) => ({key: system.cells[cell]!.key, cell, ...findings[n]!})),
    parts: parts.length,
    largestPart: Math.max(0, ...parts.map((part) => part.cells.length))
  };
}

async function here(tasks: PartTask[], effort: () => Effort): Promise<Finding[][]> {
  const highs = await loadSolver();
  return tasks.map((task) => attackPart(highs, task, effort()));
}
