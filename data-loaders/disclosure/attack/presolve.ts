import {connectedParts, relationsByCell, withoutKnown, type Relation, type System} from "../system.js";

/** What follows for whole numbers from one relation at a time. */
export interface Presolved {
  low: Float64Array;
  high: Float64Array;
  /** Cells that are still unknown, in groups that no relation connects. */
  parts: Part[];
  /** A relation that no whole numbers within the bounds can meet. */
  contradiction?: string;
}

/** Unknown cells that hang together, with the relations between them; known cells are moved to the limits. */
export interface Part {
  /** Places in the system. */
  cells: number[];
  /** Terms by place in `cells`. */
  relations: Relation[];
}

/** A cell whose bounds creep in small steps is left to the solver. */
const mostSteps = 60;
const tolerance = 1e-6;

/** Tightens bounds until no single relation says more, and splits what is left in connected parts. */
export function presolve(system: System): Presolved {
  const {cells, relations} = system;
  const low = Float64Array.from(cells, (c) => c.low);
  const high = Float64Array.from(cells, (c) => c.high);
  const contradiction = tighten(system, low, high);
  if (contradiction !== undefined) return {low, high, parts: [], contradiction};

  const unknown = (cell: number) => low[cell]! < high[cell]!;
  const open = relations.filter(({terms, witnessLow}) => {
    const {length} = terms.filter(({cell}) => unknown(cell));
    return length > 1 || (length === 1 && witnessLow !== undefined);
  });
  const place = new Int32Array(cells.length).fill(-1);
  const groups = connectedParts(cells.length, open, unknown);
  const partOf = new Int32Array(cells.length).fill(-1);
  const parts = groups.map((group, p): Part => {
    group.forEach((cell, i) => {
      place[cell] = i;
      partOf[cell] = p;
    });
    return {cells: group, relations: []};
  });
  for (const relation of open) {
    const first = relation.terms.find(({cell}) => unknown(cell))!;
    parts[partOf[first.cell]!]!.relations.push(withoutKnown(relation, unknown, (cell) => low[cell]!, place));
  }
  return {low, high, parts};
}

/** @returns the name of a relation that cannot hold, if any */
function tighten(system: System, low: Float64Array, high: Float64Array): string | undefined {
  const {cells, relations} = system;
  const touching = relationsByCell(system);
  const steps = new Uint16Array(cells.length);
  const queue = relations.map((_, r) => r);
  const queued = new Uint8Array(relations.length).fill(1);
  for (let next = 0; next < queue.length; next++) {
    const relation = relations[queue[next]!]!;
    queued[queue[next]!] = 0;
    for (const term of relation.terms) {
      const {cell, factor} = term;
      const others = rangeOf(relation, term, low, high);
      const ends = [(relation.low - others.high) / factor, (relation.high - others.low) / factor];
      const newLow = Math.max(low[cell]!, Math.ceil(Math.min(ends[0]!, ends[1]!) - tolerance));
      const newHigh = Math.min(high[cell]!, Math.floor(Math.max(ends[0]!, ends[1]!) + tolerance));
      if (newLow > newHigh) return relation.name;
      if (newLow === low[cell] && newHigh === high[cell]) continue;
      if (newLow < newHigh && ++steps[cell]! > mostSteps) continue;
      low[cell] = newLow;
      high[cell] = newHigh;
      for (const r of touching[cell]!) {
        if (queued[r]) continue;
        queued[r] = 1;
        queue.push(r);
      }
    }
  }
  return undefined;
}

/** The smallest and largest sum of a relation's other terms. */
function rangeOf(
  {terms}: Relation,
  without: Relation["terms"][number],
  low: Float64Array,
  high: Float64Array
): {low: number; high: number} {
  const range = {low: 0, high: 0};
  for (const term of terms) {
    if (term === without) continue;
    const {cell, factor} = term;
    range.low += factor * (factor > 0 ? low[cell]! : high[cell]!);
    range.high += factor * (factor > 0 ? high[cell]! : low[cell]!);
  }
  return range;
}
