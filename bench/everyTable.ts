import {close, knowledge, needsOf, type Problem} from "../data-loaders/disclosure/protect/problem.js";
import type {Relation} from "../data-loaders/disclosure/system.js";

/**
 * Every table of whole numbers within the bounds that meets the relations, by trying them
 * all: independent of any solver.
 * @returns false when there are more than it is patient to try
 */
export function enumerate(
  relations: Relation[],
  bounds: {low: number; high: number}[],
  visit: (table: number[]) => void,
  most = 60_000
): boolean {
  const table = bounds.map(({low}) => low);
  const open = bounds.flatMap(({low, high}, i) => (low === high ? [] : [i]));
  // A relation is due as soon as its last unknown cell has a value.
  const due = open.map((): Relation[] => []);
  const early: Relation[] = [];
  for (const relation of relations) {
    const last = Math.max(-1, ...relation.terms.map(({cell}) => open.indexOf(cell)));
    (last < 0 ? early : due[last]!).push(relation);
  }
  const sum = ({terms}: Relation) => terms.reduce((total, {cell, factor}) => total + factor * table[cell]!, 0);
  const holds = (relation: Relation) => sum(relation) >= relation.low && sum(relation) <= relation.high;
  if (!early.every(holds)) throw new Error("no table meets the relations");
  let tried = 0;
  const assign = (depth: number): void => {
    if (depth === open.length) return visit(table);
    const cell = open[depth]!;
    let {low, high} = bounds[cell]!;
    const equation = due[depth]!.find((relation) => relation.low === relation.high);
    if (equation) {
      // Only one value can meet it.
      const {factor} = equation.terms.find((term) => term.cell === cell)!;
      table[cell] = 0;
      const value = (equation.low - sum(equation)) / factor;
      [low, high] = [Math.max(low, value), Math.min(high, value)];
    }
    for (let value = low; value <= high; value++) {
      if (++tried > most) return;
      table[cell] = value;
      if (due[depth]!.every(holds)) assign(depth + 1);
    }
  };
  assign(0);
  return tried <= most;
}

/** Every value that trying every table finds each cell to have; undefined when there are too many. */
function enumerated(problem: Problem, hidden: ReadonlySet<number>): Set<number>[] | undefined {
  const seen = problem.cells.map(() => new Set<number>());
  const {cells, relations} = knowledge(problem, hidden);
  const all = enumerate(relations, cells, (table) => table.forEach((value, i) => seen[i]!.add(value)));
  return all ? seen : undefined;
}

/** Whether there are few enough tables to try them all. */
export function canBeTried(problem: Problem): boolean {
  return enumerated(problem, everything(problem)) !== undefined;
}

/** Whether each need is kept, found by trying every table; undefined when there are too many. */
export function keptByEnumeration(problem: Problem, hidden: ReadonlySet<number>): boolean | undefined {
  const left = enumerated(problem, hidden);
  if (!left) return undefined;
  return needsOf(problem).every(({cell, from, to}) => {
    for (let value = from; value <= to; value++) if (!left[cell]!.has(value)) return false;
    return true;
  });
}

/**
 * The fewest cells besides those too small by themselves that any choice can hide, found by trying every choice.
 * @returns undefined when there are more choices than those of `most` cells, or too many tables
 */
export function fewestByEnumeration(problem: Problem, most: number): number | undefined {
  const open = problem.cells.flatMap(({hideable}, i) => (hideable && !problem.primary.includes(i) ? [i] : []));
  if (open.length > most || !canBeTried(problem)) return undefined;
  let fewest = Infinity;
  for (let choice = 0; choice < 2 ** open.length; choice++) {
    const also = open.filter((_, bit) => choice & (1 << bit));
    if (
      also.length < fewest &&
      keptByEnumeration(problem, close(new Set([...problem.primary, ...also]), problem.implies))
    )
      fewest = also.length;
  }
  return fewest;
}

function everything({cells}: Problem): Set<number> {
  return new Set(cells.flatMap(({hideable}, i) => (hideable ? [i] : [])));
}
