import type {Highs} from "highs";
import {attack} from "../attack/attack.js";
import type {Effort} from "../attack/effort.js";
import {Program} from "../attack/program.js";
import {boundsOf, candidates, systemOf, type Block} from "./block.js";
import {capacityCut, type Cut} from "./cut.js";
import {close} from "./problem.js";
import type {Need, Relation} from "../system.js";

/** A cut that a choice misses by less says too little to be worth a row. */
const leastViolation = 0.01;

/** Tells equal costs apart, by a share that no difference between declared costs is as small as. */
const smallest = 0.001;
const golden = 0.618_033_988_7;

/** Hidden cells of a block that are enough, and the least that any such choice must cost. */
interface Choice {
  hidden: Set<number>;
  leastCost: number;
}

type Row = Pick<Relation, "terms" | "low" | "high">;

/**
 * The cheapest cells to hide: an integer program over hidden or not, to which every leak found by the attack adds a cut
 * until no leak is left. What only whole numbers reveal adds that one more cell must be hidden.
 * @returns undefined when the effort is spent, or no choice within the block is enough
 */
export async function cheapestChoice(highs: Highs, block: Block, effort: Effort): Promise<Choice | undefined> {
  const open = candidates(block);
  if (open.length === 0) return undefined;
  const column = new Map(open.map((cell, i) => [cell, i]));
  const choiceOf = (rows: Row[], integer: boolean): Program => {
    const bounds = open.map(() => ({low: 0, high: 1}));
    const program = new Program(highs, bounds, rows, {integer});
    // Of equal cells the first: what the solver makes of a tie would depend on numbers that only the owner knows.
    program.minimise(open.map((cell, i) => [i, block.cells[cell]!.cost * (1 + smallest * ((cell * golden) % 1))]));
    return program;
  };
  const rowOf = (cut: Cut): Row => ({
    terms: cut.map(([cell, factor]) => ({cell: column.get(cell)!, factor})),
    low: 1,
    high: Infinity
  });
  const attacker = new Program(highs, boundsOf(block, block.given), block.relations);
  const rows = implications(block, column);
  // Choices that hide parts of cells come first: their cuts take no integer program, and each refuses many choices. A
  // need that lacks nothing is not asked about again, since the whole choice answers for each in the end.
  const relaxed = choiceOf(rows, false);
  for (let asked = block.needs; asked.length > 0; ) {
    const outcome = relaxed.solve(effort);
    if (outcome.status !== "optimal") break;
    const share = new Map(open.map((cell, i) => [cell, outcome.x[i]!]));
    const lacking = partLeaks(attacker, block, share, asked);
    asked = lacking.map(({need}) => need);
    const cuts = lacking.flatMap((leak) => leak.cuts.map(rowOf));
    rows.push(...cuts);
    relaxed.add(...cuts);
  }
  relaxed.dispose();
  const program = choiceOf(rows, true);
  try {
    for (;;) {
      const outcome = program.solve(effort);
      if (outcome.status !== "optimal") return undefined;
      const hidden = close(new Set([...block.given, ...open.filter((_, i) => outcome.x[i]! > 0.5)]), block.implies);
      const cuts = await leaks(attacker, block, hidden, effort);
      if (cuts === undefined) return undefined;
      if (cuts.length === 0) return {hidden, leastCost: outcome.value / (1 + smallest)};
      program.add(...cuts.map(rowOf));
    }
  } finally {
    program.dispose();
    attacker.dispose();
  }
}

function implications({implies}: Block, column: Map<number, number>): Row[] {
  return implies
    .filter(([cell, implied]) => column.has(cell) && column.has(implied))
    .map(([cell, implied]) => ({
      terms: [
        {cell: column.get(implied)!, factor: 1},
        {cell: column.get(cell)!, factor: -1}
      ],
      low: 0,
      high: Infinity
    }));
}

/** What a choice lacks that hides a share of each open cell, which may then move by that share of its way. */
function partLeaks(
  attacker: Program,
  block: Block,
  shareOf: ReadonlyMap<number, number>,
  needs: Need[]
): {need: Need; cuts: Cut[]}[] {
  const most = Math.max(...block.needs.map(({to}) => to));
  const bounds = boundsOf(block, new Set([...block.given, ...shareOf.keys()])).map(({low, high}, i) => {
    const {value} = block.cells[i]!;
    const share = shareOf.get(i);
    return share === undefined
      ? {low, high}
      : {low: value - share * (value - low), high: value + share * Math.min(high - value, most)};
  });
  const isMissed = (cut: Cut) =>
    cut.reduce((sum, [cell, factor]) => sum + factor * shareOf.get(cell)!, 0) < 1 - leastViolation;
  return cutsOf(attacker, block, bounds, needs)
    .map(({need, cuts}) => ({need, cuts: cuts.filter(isMissed)}))
    .filter(({cuts}) => cuts.length > 0);
}

/** What a choice of hidden cells lacks; empty when it is enough, undefined when the effort is spent. */
async function leaks(attacker: Program, block: Block, hidden: Set<number>, effort: Effort): Promise<Cut[] | undefined> {
  const {verdicts} = await attack(systemOf(block, hidden), block.needs, {effort: () => effort});
  if (verdicts.includes("unproven")) return undefined;
  const narrow = block.needs.filter((_, n) => verdicts[n] === "narrow");
  const cuts = cutsOf(attacker, block, boundsOf(block, hidden), narrow).flatMap((leak) => leak.cuts);
  if (cuts.length > 0 || narrow.length === 0) return cuts;
  return [
    candidates(block)
      .filter((cell) => !hidden.has(cell))
      .map((cell) => [cell, 1])
  ];
}

/** What the bounds of the cells lack for each need: a table found for one shows of others that they lack nothing. */
function cutsOf(
  attacker: Program,
  block: Block,
  bounds: {low: number; high: number}[],
  needs: Need[]
): {need: Need; cuts: Cut[]}[] {
  bounds.forEach(({low, high}, i) => attacker.bound(i, low, high));
  const [small, large] = [new Set<Need>(), new Set<Need>()];
  const note = (x: Float64Array) => {
    for (const need of needs) {
      if (x[need.cell]! <= need.from + 1e-6) small.add(need);
      if (x[need.cell]! >= need.to - 1e-6) large.add(need);
    }
  };
  return needs.map((need) => {
    const {low, high} = bounds[need.cell]!;
    const cuts: (Cut | undefined)[] = [];
    if (!small.has(need)) cuts.push(capacityCut(attacker, block, need, -1, note));
    if (!large.has(need)) {
      // Bounded above for the while, since nothing else may be.
      attacker.bound(need.cell, low, Math.min(high, Math.max(low, need.to)));
      cuts.push(capacityCut(attacker, block, need, 1, note));
      attacker.bound(need.cell, low, high);
    }
    return {need, cuts: cuts.filter((cut) => cut !== undefined)};
  });
}
