/**
 * A whole number, and what is known of it before any sum is drawn: `low` = `high` where it is published. None but a
 * change from one release to another is negative.
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
  /**
   * The lower limit in the tables that prove something possible, where it is known that the sum is `low` or at least
   * this: nobody may be left of a total, but not few.
   */
  witnessLow?: number;
  /** The cell whose reason for being hidden says it: of a cell hidden without a reason only that it is not negative. */
  about?: number;
}

/** Everything known about a set of counts. */
export interface System {
  cells: Cell[];
  relations: Relation[];
}

/** A count that must not become known: it must still be possible that it is each whole number from one to another. */
export interface Need {
  cell: number;
  from: number;
  to: number;
  /** Whether it is enough that nobody, or more than `to`, can be in it: then nothing says that it is small. */
  mayBeOther?: boolean;
}

/** The smallest and the largest whole number a cell can have. */
export interface Range {
  least: number;
  most: number;
  /** Whether a table was found at each end: else the range is only known to be no wider. */
  exact: boolean;
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

/** The whole and the parts of a relation that splits one group in others; undefined where it is another kind of sum. */
export function splitOf({terms, low, high}: Relation): {whole: number; parts: number[]} | undefined {
  const of = (sign: number) => terms.flatMap(({cell, factor}) => (factor === sign ? [cell] : []));
  const [whole, ...others] = of(-1);
  return low === 0 && high === 0 && whole !== undefined && others.length === 0 ? {whole, parts: of(1)} : undefined;
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

/** Whether a sum that is known to be nothing beyond `low`, or at least `witnessLow`, is so. */
export function isEither(relation: Relation, values: ArrayLike<number>): boolean {
  const {low, witnessLow = low} = relation;
  const sum = activity(relation, values);
  return sum <= low + 1e-6 || sum >= witnessLow - 1e-6;
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
    high: high - added,
    ...(about.witnessLow !== undefined && {witnessLow: about.witnessLow - added})
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
