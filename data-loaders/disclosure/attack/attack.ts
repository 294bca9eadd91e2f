import {inThreads} from "../../engine/inThreads.js";
import type {Need, Range, System} from "../system.js";
import {attackPart, type PartFindings, type PartTask} from "./attackPart.js";
import {Effort} from "./effort.js";
import {presolve} from "./presolve.js";
import {loadSolver} from "./program.js";
import type {Verdict} from "./search.js";

export interface Attack {
  /** In the order of the needs. */
  verdicts: Verdict[];
  /** In the order of the cells asked for. */
  ranges: Range[];
  /** A relation that the published numbers break: then nothing is proved. */
  contradiction?: string;
  parts: number;
  largestPart: number;
}

/** More than any part of the default site takes by far. */
const iterationsPerPart = 1_000_000;

/** What is asked of one part is shared out in lots of this size, whatever the number of threads. */
const lot = 400;

export interface AttackOptions {
  /** Cells whose range is asked for. */
  ranges?: number[];
  /** How much may be done for each lot. */
  effort?: () => Effort;
  /** How many threads share the work; one: none but this. */
  threads?: number;
}

/**
 * Finds what an attacker can know of each cell who knows the system and nothing else: bounds from each relation alone,
 * then a linear program for each connected part, then an integer program for what that passes. A need is met when for
 * each number it asks for a table of whole numbers is at hand that agrees with everything published; every table is
 * checked against every relation here, whatever the solver says. A range holds every such table.
 */
export async function attack(
  system: System,
  needs: Need[],
  {ranges = [], effort = () => new Effort(iterationsPerPart), threads = 1}: AttackOptions = {}
): Promise<Attack> {
  const {low, high, parts, contradiction} = presolve(system);
  if (contradiction !== undefined) return {verdicts: [], ranges: [], contradiction, parts: 0, largestPart: 0};
  const partOf = new Map(parts.flatMap((part, p) => part.cells.map((cell, i) => [cell, [p, i]] as const)));
  const verdicts = needs.map(({cell, from, to, mayBeOther}): Verdict => {
    if (partOf.has(cell)) return "unproven";
    const known = low[cell]!;
    return from === to || (mayBeOther && (known <= 0 || known > to)) ? "protected" : "narrow";
  });
  const found = ranges.map((cell): Range => ({least: low[cell]!, most: high[cell]!, exact: true}));
  const asked = parts.map(() => ({needs: [] as number[], ranges: [] as number[]}));
  needs.forEach(({cell}, n) => asked[partOf.get(cell)?.[0] ?? -1]?.needs.push(n));
  ranges.forEach((cell, r) => asked[partOf.get(cell)?.[0] ?? -1]?.ranges.push(r));
  const lots = asked.flatMap((of, p) => {
    const {length} = [...of.needs, ...of.ranges];
    return Array.from({length: Math.ceil(length / lot)}, (_, l) => {
      const mine = (all: number[]) => all.filter((_, i) => i % Math.ceil(length / lot) === l);
      return {part: parts[p]!, needs: mine(of.needs), ranges: mine(of.ranges)};
    });
  });
  const place = (cell: number) => partOf.get(cell)![1];
  const tasks = lots.map(
    ({part, ...own}): PartTask => ({
      bounds: part.cells.map((cell) => ({low: low[cell]!, high: high[cell]!})),
      relations: part.relations,
      needs: own.needs.map((n) => ({...needs[n]!, cell: place(needs[n]!.cell)})),
      ranges: own.ranges.map((r) => place(ranges[r]!))
    })
  );
  const findings =
    threads > 1
      ? await inThreads<PartTask & {iterations: number}, PartFindings>(
          new URL("./attackPart.ts", import.meta.url),
          tasks.map((task) => ({...task, iterations: effort().iterations})),
          {threads, size: ({bounds}) => bounds.length}
        )
      : await here(tasks, effort);
  lots.forEach((own, l) => {
    own.needs.forEach((n, i) => (verdicts[n] = findings[l]!.verdicts[i]!));
    own.ranges.forEach((r, i) => (found[r] = findings[l]!.ranges[i]!));
  });
  return {
    verdicts,
    ranges: found,
    parts: parts.length,
    largestPart: Math.max(0, ...parts.map((part) => part.cells.length))
  };
}

async function here(tasks: PartTask[], effort: () => Effort): Promise<PartFindings[]> {
  const highs = await loadSolver();
  return tasks.map((task) => attackPart(highs, task, effort()));
}
