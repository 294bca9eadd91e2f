import {connectedParts, withoutKnown, type Need, type Relation, type System} from "../system.js";
import {needsOf, type Problem, type TrueCell} from "./problem.js";

/** Counts that can protect each other as long as what surrounds them is shown. */
export interface Block {
  /** Places in the problem. */
  places: number[];
  cells: TrueCell[];
  /**
   * Terms by place in `cells`; what is shown around the block is moved to the limits. What
   * reveals them is left in the problem's places.
   */
  relations: Relation[];
  implies: [number, number][];
  /** Hidden whatever is decided here. */
  given: Set<number>;
  needs: Need[];
}

/**
 * Splits a problem where shown totals separate it.
 * @param shown cells that stay shown for the while
 */
export function blocksOf(problem: Problem, hidden: ReadonlySet<number>, shown: (cell: number) => boolean): Block[] {
  const {cells, relations, implies} = problem;
  const open = (cell: number) => !shown(cell);
  const groups = connectedParts(cells.length, relations, open);
  const blockOf = new Int32Array(cells.length).fill(-1);
  const place = new Int32Array(cells.length).fill(-1);
  const blocks = groups.map((places, b): Block => {
    places.forEach((cell, i) => {
      blockOf[cell] = b;
      place[cell] = i;
    });
    const given = new Set(places.flatMap((cell, i) => (hidden.has(cell) ? [i] : [])));
    return {places, cells: places.map((cell) => cells[cell]!), relations: [], implies: [], given, needs: []};
  });
  for (const relation of relations) {
    const first = relation.terms.find(({cell}) => open(cell));
    if (first)
      blocks[blockOf[first.cell]!]!.relations.push(withoutKnown(relation, open, (cell) => cells[cell]!.value, place));
  }
  for (const [cell, implied] of implies) {
    const block = blockOf[cell]!;
    if (block >= 0 && block === blockOf[implied]) blocks[block]!.implies.push([place[cell]!, place[implied]!]);
  }
  for (const {cell, ...need} of needsOf(problem)) {
    if (blockOf[cell]! >= 0) blocks[blockOf[cell]!]!.needs.push({cell: place[cell]!, ...need});
  }
  return blocks;
}

/** Cells of a block that can still be hidden. */
export function candidates({cells, given}: Block): number[] {
  return cells.flatMap(({published, hideable}, i) => (published && hideable && !given.has(i) ? [i] : []));
}

/** A block as an attacker meets it. */
export function systemOf(block: Block, hidden: ReadonlySet<number>): System {
  const bounds = boundsOf(block, hidden);
  return {cells: block.cells.map(({key}, i) => ({key, ...bounds[i]!})), relations: block.relations};
}

/** What an attacker knows of each cell of a block. */
export function boundsOf({cells}: Block, hidden: ReadonlySet<number>): {low: number; high: number}[] {
  return cells.map(({published, value, hiddenLow, hiddenHigh}, i) =>
    published && !hidden.has(i) ? {low: value, high: value} : {low: hiddenLow, high: hiddenHigh}
  );
}
