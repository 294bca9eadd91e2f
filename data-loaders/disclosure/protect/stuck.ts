import {least} from "d3-array";
import {relationsByCell, type Need, type Relation} from "../system.js";
import {candidates, systemOf, type Block} from "./block.js";
import {close, knowledge, needsOf, type Problem} from "./problem.js";
import {attack} from "../attack/attack.js";
import type {Effort} from "../attack/effort.js";

/*
 * What helps a block in which some counts cannot be protected, whatever of it is hidden.
 */

/**
 * Lowers needs to what is left to an attacker when every number is hidden, where that is less: that somebody is in two
 * parts of a whole follows from neither being shown as zero, and how many forms lack an answer is always shown.
 * @returns whether any was lowered
 */
export async function lower(
  problem: Problem,
  stuck: number[],
  examined: Set<number>,
  effort: () => Effort
): Promise<boolean> {
  const asked = stuck.filter((cell) => !examined.has(cell));
  for (const cell of asked) examined.add(cell);
  if (asked.length === 0) return false;
  const everything = new Set(problem.cells.flatMap(({hideable}, i) => (hideable ? [i] : [])).concat(problem.primary));
  const {verdicts} = await attack(
    knowledge(problem, everything),
    needsOf(problem).filter(({cell}) => asked.includes(cell)),
    {effort}
  );
  const narrow = verdicts.filter(({result}) => result === "narrow");
  for (const {cell, low, high} of narrow) {
    const need = problem.cells[cell]!.need!;
    problem.cells[cell]!.need = {atMost: Math.max(need.atMost, low), atLeast: Math.min(need.atLeast, high)};
  }
  return narrow.length > 0;
}

/**
 * Hides all that reveals a relation, such as the bars of a composite's answers, where it makes
 * a count too narrow whatever else the block hides. @returns whether there was any
 */
export async function silence(
  problem: Problem,
  block: Block,
  stuck: Need[],
  given: Set<number>,
  effort: () => Effort
): Promise<boolean> {
  const everything = new Set([...block.given, ...candidates(block)]);
  const helps = async (silent: Relation[]) =>
    (
      await narrowNeeds(
        {...block, relations: block.relations.filter((relation) => !silent.includes(relation))},
        everything,
        effort
      )
    ).length < stuck.length;
  const revealed = block.relations.filter(({revealedBy}) =>
    revealedBy?.every((cell) => problem.cells[cell]!.hideable || given.has(cell))
  );
  if (revealed.length === 0 || !(await helps(revealed))) return false;
  const alone: Relation[] = [];
  for (const relation of revealed) if (await helps([relation])) alone.push(relation);
  const silenced = new Set((alone.length > 0 ? alone : revealed).flatMap(({revealedBy}) => revealedBy!));
  for (const cell of silenced) given.add(cell);
  close(given, problem.implies);
  return true;
}

/**
 * Lets totals be hidden too: of each count that cannot be protected without, the cheapest in a sum
 * it is in, or else in the sums next to those, and so on. @returns whether there were any
 */
export function release(
  {cells, relations}: Problem,
  {places}: Block,
  stuck: Need[],
  anchored: Set<number>,
  given: Set<number>
): boolean {
  const mayBeHidden = (cell: number) => anchored.has(cell) && cells[cell]!.hideable && !given.has(cell);
  const touching = relationsByCell({cells, relations});
  const released = stuck.flatMap(({cell}) => {
    const near = new Set([places[cell]!]);
    for (let size = 0; size < near.size; ) {
      size = near.size;
      const around = new Set(
        [...near].flatMap((member) => touching[member]!).flatMap((r) => relations[r]!.terms.map((term) => term.cell))
      );
      const cheapest = least([...around].filter(mayBeHidden), (member) => cells[member]!.cost);
      if (cheapest !== undefined) return [cheapest];
      for (const member of around)
        if (!cells[member]!.published || given.has(member) || cells[member]!.hideable) near.add(member);
    }
    return [];
  });
  for (const cell of released) anchored.delete(cell);
  return released.length > 0;
}

/** The needs of a block that are not met when these of its cells are hidden. */
export async function narrowNeeds(block: Block, hidden: ReadonlySet<number>, effort: () => Effort): Promise<Need[]> {
  const {verdicts} = await attack(systemOf(block, hidden), block.needs, {effort, intervals: false});
  const open = new Set(verdicts.filter(({result}) => result !== "protected").map(({cell}) => cell));
  return block.needs.filter(({cell}) => open.has(cell));
}
