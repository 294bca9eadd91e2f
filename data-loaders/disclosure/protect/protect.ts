import {inThreads} from "../../engine/inThreads.js";
import {attack, type Attack} from "../attack/attack.js";
import {Effort} from "../attack/effort.js";
import {blocksOf, candidates, type Block} from "./block.js";
import {work as choose, type BlockTask, type Chosen} from "./choose.js";
import {work as examine} from "./examine.js";
import {close, knownRelations, knowledge, needsOf, type Problem} from "./problem.js";
import {askPossible, unstick} from "./stuck.js";
import {relationsByCell, type Need} from "../system.js";

/** What is hidden in the blocks of a problem. */
interface Choices {
  /** Places of hidden cells; those not primary are hidden to protect others. */
  hidden: Set<number>;
  /** Blocks in which cells were hidden to protect others, and how: by the integer program or the heuristic. */
  blocks: {cells: number; hidden: number; exact: boolean; leastCost?: number}[];
}

/** What is hidden, and what the attack on it found. */
export interface Protection extends Choices {
  /** Those of them that are hidden without a reason that says anything of their number. */
  silent: Set<number>;
  /** The attack it withstood on each of the needs, as far as anything can meet them. */
  attack: Attack;
  needs: Need[];
}

export interface ProtectOptions {
  /** Blocks with more cells that could be hidden than this are left to the heuristic. */
  mostExact?: number;
  /** How much may be done for one block. */
  iterationsPerBlock?: number;
  /** How many threads share the work; one: none but this. */
  threads?: number;
  step?: (label: string) => void;
}

/** More than ten times what any block of the default twins takes. */
const iterationsOfBlock = 1_000_000;

/**
 * Hides cells until an attacker who knows every sum can make none of those that must not become known narrower than
 * required. Equations come first, since they split the problem in many blocks; what inequalities reveal beyond them,
 * such as that a composite is at most the sum of its answers, is mended afterwards on top of what is hidden by then.
 * What is hidden on top makes nothing narrower, so that a need that is met is not asked about again.
 */
export async function protect(problem: Problem, options: ProtectOptions = {}): Promise<Protection> {
  // Cells may have to be hidden without a reason on the way, and needs may ask for more than is possible.
  problem = {...problem, cells: problem.cells.map((cell) => ({...cell}))};
  const {iterationsPerBlock = iterationsOfBlock, threads} = options;
  const effort = () => new Effort(iterationsPerBlock);
  let hidden = close(new Set(problem.primary), problem.implies);
  const blocks: Choices["blocks"] = [];
  const met = new Set<number>();
  const attacked = async (): Promise<Protection> => {
    const needs = needsOf(problem);
    const unmet = needs.filter(({cell}) => !met.has(cell));
    const found = await attack(knowledge(problem, hidden), unmet, {effort, threads});
    const verdicts = new Map(unmet.map(({cell}, n) => [cell, found.verdicts[n]!]));
    for (const [cell, verdict] of verdicts) if (verdict === "protected") met.add(cell);
    return {
      hidden,
      blocks,
      silent: new Set(problem.cells.flatMap(({silent}, i) => (silent ? [i] : []))),
      needs,
      attack: {
        ...found,
        verdicts: needs.map(({cell}) => (met.has(cell) ? "protected" : (verdicts.get(cell) ?? "unproven")))
      }
    };
  };
  let protection = await attacked();
  const equations = problem.relations.filter(({low, high}) => low === high);
  const steps = equations.length < problem.relations.length ? [equations, problem.relations] : [equations];
  for (const relations of steps) {
    const {attack: found, needs} = protection;
    if (found.contradiction !== undefined || needs.every(({cell}) => met.has(cell))) return protection;
    const chosen = await protectBlocks({...problem, relations, primary: [...hidden]}, options, met);
    ({hidden} = chosen);
    blocks.push(...chosen.blocks);
    protection = await attacked();
  }
  return protection;
}

/**
 * Totals (`anchor`) stay shown at first: they split the problem in blocks, each solved to the optimum where it is small
 * enough, else one need after the other with what is superfluous shown again. A block that cannot be protected gives up
 * the totals around it, and is then solved with its neighbours.
 * @param kept cells whose needs what is hidden to begin with meets
 */
async function protectBlocks(
  problem: Problem,
  {mostExact = 200, iterationsPerBlock: iterations = iterationsOfBlock, threads = 1, step}: ProtectOptions,
  kept: ReadonlySet<number> = new Set()
): Promise<Choices> {
  const {cells, implies, primary} = problem;
  const effort = () => new Effort(iterations);
  const anchored = new Set(cells.flatMap(({anchor}, i) => (anchor ? [i] : [])));
  const given = close(new Set(primary), implies);
  const standing = {given, anchored, examined: new Set<number>(), freed: new Map<number, number>()};
  // What helps a block makes nothing narrower: a need that is met once is met from then on, and a block that nothing
  // touched is not examined again.
  const met = new Set<number>();
  const examined = new Set<string>();
  for (;;) {
    const known = {
      ...problem,
      relations: knownRelations(problem, given)
    };
    const shown = withDeduced(
      known,
      (cell) => cells[cell]!.published && !given.has(cell) && (anchored.has(cell) || !cells[cell]!.hideable)
    );
    const blocks = blocksOf(known, given, shown)
      .map((block) => ({...block, needs: block.needs.filter(({cell}) => !kept.has(block.places[cell]!))}))
      .filter(({needs}) => needs.length > 0);
    const taskOf = (block: Block): BlockTask => ({block, mostExact, iterations});
    const nameOf = ({places}: Block) => places.join();
    const unmet = ({places, needs}: Block) => needs.filter(({cell}) => !met.has(places[cell]!));
    const isStuck = (block: Block) => unmet(block).length > 0;
    const open = blocks.filter((block) => isStuck(block) && !examined.has(nameOf(block)));
    step?.(`${open.length} dele`);
    const asked = open.map((block) => taskOf({...block, needs: unmet(block)}));
    const stuck = await inParts<Need[]>("./examine.ts", examine, asked, threads);
    asked.forEach(({block: {places, needs}}, b) => {
      examined.add(places.join());
      const cells = new Set(stuck[b]!.map(({cell}) => cell));
      for (const {cell} of needs) if (!cells.has(cell)) met.add(places[cell]!);
    });
    const unmetPlaces = (block: Block) => unmet(block).map(({cell, ...need}) => ({...need, cell: block.places[cell]!}));
    const lowered = await askPossible(known, blocks.flatMap(unmetPlaces), standing, {effort, threads});
    for (const block of blocks) if (lowered.some((cell) => block.places.includes(cell))) examined.delete(nameOf(block));
    if (lowered.length > 0) continue;
    let helped = false;
    for (const block of blocks.filter(isStuck)) {
      if (!(await unstick(known, block, unmet(block), standing, effort))) continue;
      examined.delete(nameOf(block));
      close(given, implies);
      helped = true;
    }
    if (helped) continue;
    const hidden = new Set(given);
    for (const block of blocks.filter(isStuck)) for (const cell of candidates(block)) hidden.add(block.places[cell]!);
    const solvable = blocks.filter((block) => !isStuck(block));
    const choices = await inParts<Chosen>("./choose.ts", choose, solvable.map(taskOf), threads);
    solvable.forEach(({places}, b) => choices[b]!.hidden.forEach((cell) => hidden.add(places[cell]!)));
    close(hidden, implies);
    return {
      hidden,
      blocks: solvable.flatMap((block, b) => {
        const {hidden: chosen, exact, leastCost} = choices[b]!;
        const added = chosen.size - block.given.size;
        return added > 0 ? [{cells: candidates(block).length, hidden: added, exact, leastCost}] : [];
      })
    };
  }
}

/** Works on blocks, which know nothing of each other. */
async function inParts<Result>(
  module: string,
  work: (task: BlockTask) => Promise<Result>,
  tasks: BlockTask[],
  threads: number
): Promise<Result[]> {
  if (threads > 1)
    return inThreads(new URL(module, import.meta.url), tasks, {threads, size: ({block}) => block.cells.length});
  const results: Result[] = [];
  for (const task of tasks) results.push(await work(task));
  return results;
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
