/**
 * A whole, non-negative number, and what is known of it before any sum is drawn: `low` = `high` where it is published.
 */
export interface Cell {
  /** What is counted, the same wherever it is counted: a group counted in two tables is one cell. */
  key: string;
  low: number;
  /** Infinity where nothing is known. */
  high: number;
}

export interface Term {
  /** Place in `System.cells`. */
  cell: number;
  factor: number;
}

/** low ≤ Σ factor · cell ≤ high. Equal limits make an equation. */
export interface Relation {
  /** In Danish: named when the relation helps to reveal a cell. */
  name: string;
  terms: Term[];
  low: number;
  high: number;
  /** The cells whose rows reveal it, if it is not known anyhow. */
  revealedBy?: number[];
}

/** Everything known about a set of counts. */
export interface System {
  cells: Cell[];
  relations: Relation[];
}

/** How far an attacker's whole-number interval of a cell must reach: from `atMost` or less to `atLeast` or more. */
export interface Need {
  cell: number;
  atMost: number;
  atLeast: number;
}

/** Which relations each cell takes part in. */
export function relationsByCell({
  cells,
  relations
}: Pick<System, "relations"> & {cells: readonly unknown[]}): number[][] {
  const touching: number[][] = cells.map(() => []);
  relations.forEach(({terms}, r) => terms.forEach(({cell}) => touching[cell]!.push(r)));
  return touching;
}

/** Whether a relation is known when only some cells are shown. */
export function isRevealed({revealedBy}: Relation, isShown: (cell: number) => boolean): boolean {
  return revealedBy === undefined || revealedBy.some(isShown);
}

/** Σ factor · value. */
function activity({terms}: Relation, values: ArrayLike<number>): number {
  return terms.reduce((sum, {cell, factor}) => sum + factor * values[cell]!, 0);
}

/** Whether a table of values meets a relation; published rates bring fractions, hence the tolerance. */
export function holds(relation: Relation, values: ArrayLike<number>): boolean {
  const sum = activity(relation, values);
  return sum >= relation.low - 1e-6 && sum <= relation.high + 1e-6;
}

/**
 * A relation between the cells that are open, with what the others add moved to its limits.
 * @param place of each open cell among them
 */
export function withoutKnown(
  {terms, low, high, ...about}: Relation,
  open: (cell: number) => boolean,
  known: (cell: number) => number,
  place: Int32Array
): Relation {
  const added = terms.filter(({cell}) => !open(cell)).reduce((sum, {cell, factor}) => sum + factor * known(cell), 0);
  return {
    ...about,
    terms: terms.filter(({cell}) => open(cell)).map(({cell, factor}) => ({cell: place[cell]!, factor})),
    low: low - added,
    high: high - added
  };
}

/** Sets of places that hang together through a relation; `free` says which cells can carry a connection. */
export function connectedParts(size: number, relations: Relation[], free: (cell: number) => boolean): number[][] {
  const root = Int32Array.from({length: size}, (_, i) => i);
  const find = (i: number): number => {
    while (root[i] !== i) i = root[i] = root[root[i]!]!;
    return i;
  };
  for (const {terms} of relations) {
    let first = -1;
    for (const {cell} of terms) {
      if (!free(cell)) continue;
      if (first < 0) first = cell;
      else root[find(cell)] = find(first);
    }
  }
  const parts = new Map<number, number[]>();
  for (let cell = 0; cell < size; cell++) {
    if (!free(cell)) continue;
    const part = parts.get(find(cell));
    if (part) part.push(cell);
    else parts.set(find(cell), [cell]);
  }
  return [...parts.values()];
}
