import {least} from "d3-array";
import type {Need, Relation} from "../system.js";
import {candidates, systemOf, type Block} from "./block.js";
import {knowledge, silenced, unlimited, withSilent, type Problem} from "./problem.js";
import {attack} from "../attack/attack.js";
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
}

/**
 * Helps a block in which some counts cannot be protected whatever of it is hidden, in this order: no more is asked for
 * than is possible when everything is hidden; its numbers next to them are hidden without a reason, where that helps,
 * since "not small" and "not zero" say too much; what reveals a relation is hidden, such as the bars of a composite's
 * answers, where that helps; else of each count the cheapest total in a sum it is in, or in the sums next to those, and
 * so on, is no longer shown for certain.
 * @returns whether there was anything to do
 */
export async function unstick(
  problem: Problem,
  block: Block,
  stuck: Need[],
  standing: Standing,
  effort: () => Effort
): Promise<boolean> {
  if (await askPossible(problem, block, stuck, standing, effort)) return true;
  const everything = new Set([...block.given, ...candidates(block)]);
  const quiet = new Set<number>();
  for (const need of stuck) {
    const near = await quietInBlock(block, need, everything, effort);
    for (const cell of near ?? (await quietBeyond(problem, block, need, standing, effort))) quiet.add(cell);
  }
  if (quiet.size > 0) {
    for (const cell of quiet) {
      standing.given.add(cell);
      standing.anchored.delete(cell);
    }
    silenced(problem.cells, quiet).forEach((cell, place) => Object.assign(problem.cells[place]!, cell));
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
  const freed = stuck.flatMap(({cell}) => nearestTotal(problem, block, cell, standing) ?? []);
  for (const cell of freed) standing.anchored.delete(cell);
  return freed.length > 0;
}

/**
 * Lowers needs that nothing can meet: what follows from numbers that are never hidden, such as how many forms lack an
 * answer, follows whatever is hidden. @returns whether there were any
 */
async function askPossible(
  problem: Problem,
  {places}: Block,
  stuck: Need[],
  {examined}: Standing,
  effort: () => Effort
): Promise<boolean> {
  const asked = stuck
    .map(({cell, ...need}) => ({...need, cell: places[cell]!}))
    .filter(({cell}) => !examined.has(cell));
  if (asked.length === 0) return false;
  const all = new Set(problem.cells.flatMap(({hideable, zero}, i) => (hideable || zero ? [i] : [])));
  const possible = new Map(
    (await possibleNeeds(knowledge(withSilent(problem, all), all), asked, {effort})).map(({cell, from, to}) => [
      cell,
      {from, to}
    ])
  );
  let lowered = false;
  for (const {cell, from, to} of asked) {
    examined.add(cell);
    const need = possible.get(cell);
    if (need?.from === from && need.to === to) continue;
    lowered = true;
    if (need) problem.cells[cell]!.need = need;
    else delete problem.cells[cell]!.need;
  }
  return lowered;
}

/** The hidden numbers nearest to a count that protect it when no reason says anything of them, if any do. */
async function quietInBlock(
  block: Block,
  need: Need,
  everything: ReadonlySet<number>,
  effort: () => Effort
): Promise<number[] | undefined> {
  for (const steps of [1, 2, 3]) {
    const quiet = around(block.relations, [need.cell], steps).filter(
      (cell) => everything.has(cell) && !block.cells[cell]!.silent
    );
    const changed = {...silencedBlock(block, quiet), needs: [need]};
    if (quiet.length > 0 && (await narrowNeeds(changed, everything, effort)).length === 0)
      return quiet.map((cell) => block.places[cell]!);
  }
  return undefined;
}

/** The same with zeros next to it hidden as well, which nothing else hides; empty where that does not help either. */
async function quietBeyond(
  problem: Problem,
  {places, given: own}: Block,
  {cell, ...need}: Need,
  {given, anchored}: Standing,
  effort: () => Effort
): Promise<number[]> {
  for (const steps of [1, 2]) {
    const quiet = around(problem.relations, [places[cell]!], steps).filter((place) => {
      const {hideable, zero, silent} = problem.cells[place]!;
      return (hideable || zero) && !silent && !anchored.has(place);
    });
    if (!quiet.some((place) => problem.cells[place]!.zero)) continue;
    const hidden = new Set([
      ...given,
      ...places.filter((place, i) => own.has(i) || problem.cells[place]!.hideable),
      ...quiet
    ]);
    const known = knowledge(withSilent(problem, new Set(quiet)), hidden);
    if ((await attack(known, [{cell: places[cell]!, ...need}], {effort})).verdicts[0] === "protected") return quiet;
  }
  return [];
}

/** Cells within so many sums of others. */
function around(relations: Relation[], cells: number[], steps: number): number[] {
  const near = new Set(cells);
  for (let step = 0; step < steps; step++) {
    const reached = relations.filter(({terms}) => terms.some(({cell}) => near.has(cell)));
    for (const {terms} of reached) for (const {cell} of terms) near.add(cell);
  }
  return [...near];
}

function silencedBlock(block: Block, quiet: number[]): Block {
  const isQuiet = new Set(quiet.map((cell) => block.places[cell]!));
  return {
    ...block,
    cells: silenced(block.cells, isQuiet, (cell) => block.places[cell]!),
    relations: block.relations.map((relation) => (isQuiet.has(relation.about ?? -1) ? unlimited(relation) : relation))
  };
}

/** The cheapest total that may be hidden among the sums a cell is in, else among those next to them, and so on. */
function nearestTotal(
  {cells, relations}: Problem,
  {places}: Block,
  cell: number,
  {given, anchored}: Standing
): number | undefined {
  const mayBeHidden = (total: number) => anchored.has(total) && cells[total]!.hideable && !given.has(total);
  let near = new Set([places[cell]!]);
  for (;;) {
    const reached = around(relations, [...near], 1);
    const cheapest = least(reached.filter(mayBeHidden), (total) => cells[total]!.cost);
    if (cheapest !== undefined) return cheapest;
    const wider = reached.filter((c) => near.has(c) || !cells[c]!.published || given.has(c) || cells[c]!.hideable);
    if (wider.length === near.size) return undefined;
    near = new Set(wider);
  }
}
