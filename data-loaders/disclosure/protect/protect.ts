import {least} from "d3-array";
import type {Highs} from "highs";
import {attack, type Attack} from "../attack/attack.js";
import {Effort} from "../attack/effort.js";
import {loadSolver} from "../attack/program.js";
import {blocksOf, boundsOf, candidates, type Block} from "./block.js";
import {cheapestChoice} from "./exact.js";
import {incrementalChoice} from "./incremental.js";
import {close, knowledge, needsOf, type Problem} from "./problem.js";
import {reinstate} from "./reinstate.js";
import {isTold, relationsByCell, type Need, type Relation} from "../system.js";

/** What is hidden, and what the attack on it found. */
export interface Protection {
  /** Places of hidden cells; those not primary are hidden to protect others. */
  hidden: Set<number>;
  attack: Attack;
  /** Blocks in which cells were hidden to protect others, and how: by the integer program or the heuristic. */
  blocks: {cells: number; hidden: number; exact: boolean; leastCost?: number}[];
}

export interface ProtectOptions {
  /** Blocks with more cells that could be hidden than this are left to the heuristic. */
  mostExact?: number;
  /** How much may be done for one block. */
  iterationsPerBlock?: number;
  step?: (label: string) => void;
}

const perBlock = ({iterationsPerBlock = 2_000_000}: ProtectOptions) => () => new Effort(iterationsPerBlock);

/**
 * Hides cells until an attacker who knows every sum can make none of those that must not become known narrower than
 * required. Equations come first, since they split the problem in many blocks; what inequalities reveal beyond them, such
 * as that a composite is at most the sum of its answers, is mended afterwards on top of what is hidden by then.
 */
export async function protect(problem: Problem, options: ProtectOptions = {}): Promise<Protection> {
  // Needs may have to be lowered on the way.
  problem = {...problem, cells: problem.cells.map((cell) => ({...cell}))};
  const equations = problem.relations.filter(({low, high}) => low === high);
  const first = await protectBlocks({...problem, relations: equations}, options);
  if (equations.length === problem.relations.length) return first;
  const proof = await attack(knowledge(problem, first.hidden), needsOf(problem), {effort: perBlock(options)});
  if (proof.verdicts.every(({result}) => result === "protected")) return {...first, attack: proof};
  const second = await protectBlocks({...problem, primary: [...first.hidden]}, options);
  return {...second, blocks: [...first.blocks, ...second.blocks]};
}

/**
 * Totals (`anchor`) stay shown at first: they split the problem in blocks, each solved to the optimum where it is small
 * enough, else one need after the other with what is superfluous shown again. A block that cannot be protected gives up
 * the totals around it, and is then solved with its neighbours.
 */
async function protectBlocks(problem: Problem, {mostExact = 200, step, ...options}: ProtectOptions): Promise<Protection> {
  const {cells, implies, primary} = problem;
  const effort = perBlock(options);
  const highs = await loadSolver();
  const anchored = new Set(cells.flatMap(({anchor}, i) => (anchor ? [i] : [])));
  const given = close(new Set(primary), implies);
  // A block that a released total does not touch is not solved again.
  const solved = new Map<string, Chosen>();
  const examined = new Set<number>();
  for (;;) {
    const known = {...problem, relations: problem.relations.filter((relation) => isTold(relation, (cell) => !given.has(cell)))};
    const shown = withDeduced(known, (cell) => cells[cell]!.published && !given.has(cell) && (anchored.has(cell) || !cells[cell]!.hideable));
    const hidden = new Set(given);
    const reports: Protection["blocks"] = [];
    let released = false;
    const blocks = blocksOf(known, given, shown).filter(({needs}) => needs.length > 0);
    for (const [b, block] of blocks.entries()) {
      step?.(`${b + 1} af ${blocks.length}`);
      const name = block.places.join();
      const choice = solved.get(name) ?? (await choose(highs, block, mostExact, effort));
      solved.set(name, choice);
      if (choice.stuck.length > 0 && (await lower(problem, choice.stuck.map(({cell}) => block.places[cell]!), examined, effort))) {
        solved.delete(name);
        released = true;
        continue;
      }
      if (choice.stuck.length > 0 && (await silence(problem, block, choice.stuck, given, effort))) {
        solved.delete(name);
        released = true;
        continue;
      }
      if (choice.stuck.length > 0 && release(problem, block, choice.stuck, anchored, given)) {
        released = true;
        continue;
      }
      for (const cell of choice.hidden) hidden.add(block.places[cell]!);
      const added = choice.hidden.size - block.given.size;
      if (added > 0) reports.push({cells: candidates(block).length, hidden: added, exact: choice.exact, leastCost: choice.leastCost});
    }
    if (released) continue;
    close(hidden, implies);
    return {hidden, blocks: reports, attack: await attack(knowledge(problem, hidden), needsOf(problem), {effort})};
  }
}

/** Adds what follows from shown numbers alone, one sum at a time, since it connects nothing either. */
function withDeduced({cells, relations}: Problem, shown: (cell: number) => boolean): (cell: number) => boolean {
  const known = Uint8Array.from(cells, (_, cell) => Number(shown(cell)));
  const touching = relationsByCell({cells, relations});
  const queue = relations.map((_, r) => r);
  for (let next = 0; next < queue.length; next++) {
    const {terms, low, high} = relations[queue[next]!]!;
    if (low !== high) continue;
    const open = terms.filter(({cell}) => !known[cell]);
    // A number that must not become known is for the attack to find.
    if (open.length !== 1 || cells[open[0]!.cell]!.published || cells[open[0]!.cell]!.need) continue;
    known[open[0]!.cell] = 1;
    queue.push(...touching[open[0]!.cell]!);
  }
  return (cell) => known[cell] === 1;
}

/**
 * Lowers needs to what is left to an attacker when every number is hidden, where that is less: that somebody is in two parts
 * of a whole is told by neither being shown as zero, and how many forms lack an answer is always shown.
 * @returns whether any was lowered
 */
async function lower(problem: Problem, stuck: number[], examined: Set<number>, effort: () => Effort): Promise<boolean> {
  const asked = stuck.filter((cell) => !examined.has(cell));
  for (const cell of asked) examined.add(cell);
  if (asked.length === 0) return false;
  const everything = new Set(problem.cells.flatMap(({hideable}, i) => (hideable ? [i] : [])).concat(problem.primary));
  const {verdicts} = await attack(knowledge(problem, everything), needsOf(problem).filter(({cell}) => asked.includes(cell)), {effort});
  const narrow = verdicts.filter(({result}) => result === "narrow");
  for (const {cell, low, high} of narrow) {
    const need = problem.cells[cell]!.need!;
    problem.cells[cell]!.need = {atMost: Math.max(need.atMost, low), atLeast: Math.min(need.atLeast, high)};
  }
  return narrow.length > 0;
}

/**
 * Hides all that tells a relation, such as the bars of a composite's answers, where it makes a count too narrow whatever else
 * the block hides. @returns whether there was any
 */
async function silence(problem: Problem, block: Block, stuck: Need[], given: Set<number>, effort: () => Effort): Promise<boolean> {
  const everything = new Set([...block.given, ...candidates(block)]);
  const helps = async (silent: Relation[]) => (await narrowNeeds({...block, relations: block.relations.filter((relation) => !silent.includes(relation))}, everything, effort)).length < stuck.length;
  const told = block.relations.filter(({toldBy}) => toldBy?.every((cell) => problem.cells[cell]!.hideable || given.has(cell)));
  if (told.length === 0 || !(await helps(told))) return false;
  const alone: Relation[] = [];
  for (const relation of told) if (await helps([relation])) alone.push(relation);
  const silenced = new Set((alone.length > 0 ? alone : told).flatMap(({toldBy}) => toldBy!));
  for (const cell of silenced) given.add(cell);
  close(given, problem.implies);
  return true;
}

/**
 * Lets totals be hidden too: of each count that cannot be protected without, the cheapest in a sum it is in, or else in the
 * sums next to those, and so on. @returns whether there were any
 */
function release({cells, relations}: Problem, {places}: Block, stuck: Need[], anchored: Set<number>, given: Set<number>): boolean {
  const mayBeHidden = (cell: number) => anchored.has(cell) && cells[cell]!.hideable && !given.has(cell);
  const touching = relationsByCell({cells, relations});
  const released = stuck.flatMap(({cell}) => {
    const near = new Set([places[cell]!]);
    for (let size = 0; size < near.size; ) {
      size = near.size;
      const around = new Set([...near].flatMap((member) => touching[member]!).flatMap((r) => relations[r]!.terms.map((term) => term.cell)));
      const cheapest = least([...around].filter(mayBeHidden), (member) => cells[member]!.cost);
      if (cheapest !== undefined) return [cheapest];
      for (const member of around) if (!cells[member]!.published || given.has(member) || cells[member]!.hideable) near.add(member);
    }
    return [];
  });
  for (const cell of released) anchored.delete(cell);
  return released.length > 0;
}

interface Chosen {
  hidden: Set<number>;
  /** Needs that no choice within the block is enough for. */
  stuck: Need[];
  exact: boolean;
  leastCost?: number;
}

async function choose(highs: Highs, block: Block, mostExact: number, effort: () => Effort): Promise<Chosen> {
  const open = candidates(block);
  const narrow = await narrowNeeds(block, block.given, effort);
  if (narrow.length === 0) return {hidden: block.given, stuck: [], exact: true, leastCost: 0};
  const stuck = await narrowNeeds(block, new Set([...block.given, ...open]), effort);
  if (stuck.length > 0) return {hidden: new Set([...block.given, ...open]), stuck, exact: false};
  if (open.length <= mostExact) {
    const choice = await cheapestChoice(highs, block, effort());
    if (choice?.enough) return {...choice, stuck: [], exact: true};
  }
  let {hidden, cause} = incrementalChoice(highs, block, block.given, narrow, false, effort());
  // What only whole numbers reveal.
  const left = await narrowNeeds(block, hidden, effort);
  if (left.length > 0) ({hidden, cause} = incrementalChoice(highs, block, hidden, left, true, effort(), cause));
  return {hidden: reinstate(highs, block, hidden, cause, effort()) ?? new Set([...block.given, ...open]), stuck: [], exact: false};
}

async function narrowNeeds(block: Block, hidden: ReadonlySet<number>, effort: () => Effort) {
  const bounds = boundsOf(block, hidden);
  const system = {cells: block.cells.map(({key}, i) => ({key, ...bounds[i]!})), relations: block.relations};
  const {verdicts} = await attack(system, block.needs, {effort, intervals: false});
  const open = new Set(verdicts.filter(({result}) => result !== "protected").map(({cell}) => cell));
  return block.needs.filter(({cell}) => open.has(cell));
}
