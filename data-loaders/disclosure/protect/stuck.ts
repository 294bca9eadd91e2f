import {sort} from "d3-array";
import {relationsByCell, type Need, type System} from "../system.js";
import {candidates, systemOf, type Block} from "./block.js";
import {knowledge, silenced, unlimited, withSilent, type Problem} from "./problem.js";
import {attack, type AttackOptions} from "../attack/attack.js";
import {possibleNeeds} from "../attack/possible.js";
import type {Effort} from "../attack/effort.js";

/** The needs of a block that are not met when these of its cells are hidden. */
export async function narrowNeeds(block: Block, hidden: ReadonlySet<number>, effort: () => Effort): Promise<Need[]> {
  const {verdicts} = await attack(systemOf(block, hidden), block.needs, {effort});
  return block.needs.filter((_, n) => verdicts[n] !== "protected");
}

/** What is hidden for certain, and which totals stay shown as long as they can. */
export interface Standing {
  given: Set<number>;
  anchored: Set<number>;
  /** Needs of which it is known that they ask for no more than is possible. */
  examined: Set<number>;
  /** How many totals were given up for the sake of a count the last time. */
  freed: Map<number, number>;
}

/**
 * Helps a block in which some counts cannot be protected whatever of it is hidden, in this order: its numbers next to
 * them are hidden without a reason, where that helps, since "not small" and "not zero" say too much; what reveals a
 * relation is hidden, such as the bars of a composite's answers, where that helps; else of each count the cheapest
 * total in a sum it is in, or in the sums next to those, and so on, is no longer shown for certain; twice as many each
 * time.
 * @returns whether there was anything to do
 */
export async function unstick(
  problem: Problem,
  block: Block,
  stuck: Need[],
  standing: Standing,
  effort: () => Effort
): Promise<boolean> {
  const everything = new Set([...block.given, ...candidates(block)]);
  const around = aroundIn(problem);
  const near = await quietInBlock(block, stuck, everything, effort);
  const quiet = [...near.quiet, ...(await quietBeyond(problem, around, block, near.left, standing, effort))];
  if (quiet.length > 0) {
    for (const cell of quiet) {
      standing.given.add(cell);
      standing.anchored.delete(cell);
    }
    silenced(problem.cells, new Set(quiet)).forEach((cell, place) => Object.assign(problem.cells[place]!, cell));
    return true;
  }
  const revealing = block.relations.filter(({revealedBy}) =>
    revealedBy?.every((cell) => problem.cells[cell]!.hideable || standing.given.has(cell))
  );
  const silent = {...block, relations: block.relations.filter((relation) => !revealing.includes(relation))};
  if (revealing.length > 0 && (await narrowNeeds(silent, everything, effort)).length < stuck.length) {
    for (const {revealedBy} of revealing) for (const cell of revealedBy!) standing.given.add(cell);
    return true;
  }
  const freed = stuck.flatMap(({cell}) => nearestTotals(problem, around, block.places[cell]!, standing));
  for (const cell of freed) standing.anchored.delete(cell);
  return freed.length > 0;
}

/**
 * Lowers needs that nothing can meet: what follows from numbers that are never hidden, such as how many forms lack an
 * answer, follows whatever is hidden.
 * @param stuck needs that are not met where they stand, by places in the problem
 * @returns places of those lowered
 */
export async function askPossible(
  problem: Problem,
  stuck: Need[],
  {examined}: Standing,
  options: Pick<AttackOptions, "effort" | "threads">
): Promise<number[]> {
  const asked = stuck.filter(({cell}) => !examined.has(cell));
  if (asked.length === 0) return [];
  const all = new Set(problem.cells.flatMap(({hideable, zero}, i) => (hideable || zero ? [i] : [])));
  const possible = new Map(
    (await possibleNeeds(knowledge(withSilent(problem, all), all), asked, options)).map(({cell, from, to}) => [
      cell,
      {from, to}
    ])
  );
  const lowered: number[] = [];
  for (const {cell, from, to} of asked) {
    examined.add(cell);
    const need = possible.get(cell);
    if (need?.from === from && need.to === to) continue;
    lowered.push(cell);
    if (need) problem.cells[cell]!.need = need;
    else delete problem.cells[cell]!.need;
  }
  return lowered;
}

/**
 * The hidden numbers nearest to counts that protect them when no reason says anything of those numbers.
 * @returns their places in the problem, and the counts they are not enough for
 */
async function quietInBlock(
  block: Block,
  stuck: Need[],
  everything: ReadonlySet<number>,
  effort: () => Effort
): Promise<{quiet: number[]; left: Need[]}> {
  const around = aroundIn(block);
  const quiet = new Set<number>();
  let left = stuck;
  for (const steps of [1, 2, 3]) {
    const nearOf = new Map(
      left.map((need) => [
        need,
        around([need.cell], steps).filter((cell) => everything.has(cell) && !block.cells[cell]!.silent)
      ])
    );
    const asked = left.filter((need) => nearOf.get(need)!.length > 0);
    const changed = {...silencedBlock(block, [...nearOf.values()].flat()), needs: asked};
    const narrow = new Set(await narrowNeeds(changed, everything, effort));
    for (const need of asked)
      if (!narrow.has(need)) for (const cell of nearOf.get(need)!) quiet.add(block.places[cell]!);
    left = left.filter((need) => narrow.has(need) || !asked.includes(need));
    if (left.length === 0) break;
  }
  return {quiet: [...quiet], left};
}

/** The same with zeros next to them hidden as well, which nothing else hides; empty where that does not help either. */
async function quietBeyond(
  problem: Problem,
  around: Around,
  {places, given: own}: Block,
  stuck: Need[],
  {given, anchored}: Standing,
  effort: () => Effort
): Promise<number[]> {
  const found = new Set<number>();
  let left = stuck.map(({cell, ...need}) => ({...need, cell: places[cell]!}));
  for (const steps of [1, 2]) {
    const nearOf = new Map(
      left.map((need) => [
        need,
        around([need.cell], steps).filter((place) => {
          const {hideable, zero, silent} = problem.cells[place]!;
          return (hideable || zero) && !silent && !anchored.has(place);
        })
      ])
    );
    const asked = left.filter((need) => nearOf.get(need)!.some((place) => problem.cells[place]!.zero));
    if (asked.length === 0) continue;
    const quiet = asked.flatMap((need) => nearOf.get(need)!);
    const hidden = new Set([
      ...given,
      ...places.filter((place, i) => own.has(i) || problem.cells[place]!.hideable),
      ...quiet
    ]);
    const known = knowledge(withSilent(problem, new Set(quiet)), hidden);
    const {verdicts} = await attack(known, asked, {effort});
    asked.forEach((need, n) => {
      if (verdicts[n] === "protected") for (const place of nearOf.get(need)!) found.add(place);
    });
    left = left.filter((need) => verdicts[asked.indexOf(need)] !== "protected");
  }
  return [...found];
}

/** Cells within so many sums of others. */
type Around = (cells: number[], steps: number) => number[];

function aroundIn({cells: all, relations}: Pick<System, "relations"> & {cells: readonly unknown[]}): Around {
  const touching = relationsByCell({cells: all, relations});
  return (cells, steps) => {
    const near = new Set(cells);
    let edge = cells;
    for (let step = 0; step < steps; step++) {
      const reached = edge.flatMap((cell) => touching[cell]!.flatMap((r) => relations[r]!.terms));
      edge = [...new Set(reached.map(({cell}) => cell))].filter((cell) => !near.has(cell));
      for (const cell of edge) near.add(cell);
    }
    return [...near];
  };
}

function silencedBlock(block: Block, quiet: number[]): Block {
  const isQuiet = new Set(quiet.map((cell) => block.places[cell]!));
  return {
    ...block,
    cells: silenced(block.cells, isQuiet, (cell) => block.places[cell]!),
    relations: block.relations.map((relation) => (isQuiet.has(relation.about ?? -1) ? unlimited(relation) : relation))
  };
}

/** The cheapest totals that may be hidden among the sums a count is in, else among those next to them, and so on. */
function nearestTotals({cells}: Problem, around: Around, place: number, {given, anchored, freed}: Standing): number[] {
  const most = freed.has(place) ? 2 * freed.get(place)! : 1;
  freed.set(place, most);
  const mayBeHidden = (total: number) => anchored.has(total) && cells[total]!.hideable && !given.has(total);
  const totals: number[] = [];
  let near = [place];
  for (;;) {
    const reached = around(near, 1);
    const cheapest = sort(reached.filter(mayBeHidden), (total) => cells[total]!.cost);
    totals.push(...cheapest.filter((total) => !totals.includes(total)).slice(0, most - totals.length));
    if (totals.length === most) return totals;
    const isNear = new Set(near);
    const wider = reached.filter((c) => isNear.has(c) || !cells[c]!.published || given.has(c) || cells[c]!.hideable);
    if (wider.length === near.length) return totals;
    near = wider;
  }
}
