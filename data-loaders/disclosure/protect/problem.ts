import {isRevealed, type Need, type Relation, type System} from "../system.js";

/** A count as the data owner knows it. */
export interface TrueCell {
  key: string;
  value: number;
  /** Printed in some row; else only a sum away, such as those who are not severely affected. */
  published: boolean;
  /** Whether it may be hidden to protect others. */
  hideable: boolean;
  /** Whether it is a zero that may be hidden where its group is too small to be shown. */
  zero?: true;
  /** Rows lost with it. */
  cost: number;
  /** Printed in so many places that it is hidden only when nothing else helps: totals, the country. */
  anchor?: boolean;
  /** What an attacker knows of it all the same when it is hidden, by the reason. */
  hiddenLow: number;
  hiddenHigh: number;
  /** At least so many, as the reasons of rows that are a share of it say, also where its own says nothing. */
  baseLow?: number;
  /** Hidden, if it is, for belonging to a group too small to be shown, whatever its number: that says nothing of it. */
  silent?: true;
  /** The cell of which it is what is left of a total: why that one is hidden says that it is small. */
  restOf?: number;
  /** Every number it must still be possible to be, where the count must not become known. */
  need?: {from: number; to: number};
}

/** What is to be protected: everything counted, every sum, and what is hidden already. */
export interface Problem {
  cells: TrueCell[];
  relations: Relation[];
  /** With the first of a pair the second is hidden too, as a share with its total. */
  implies: [cell: number, implied: number][];
  /** Too small by themselves. */
  primary: number[];
}

/** What an attacker knows when the cells in `hidden` are not shown. */
export function knowledge({cells, relations}: Problem, hidden: ReadonlySet<number>): System {
  return {
    relations: knownRelations({cells, relations}, hidden),
    cells: cells.map((cell, i) =>
      cell.published && !hidden.has(i)
        ? {key: cell.key, low: cell.value, high: cell.value}
        : {key: cell.key, low: cell.hiddenLow, high: cell.hiddenHigh}
    )
  };
}

/** Every count that must not become known. */
export function needsOf({cells}: Problem): Need[] {
  return cells.flatMap(({need}, cell) => (need ? [{cell, ...need}] : []));
}

/** Adds what must be hidden with the cells hidden. */
export function close(hidden: Set<number>, implies: Problem["implies"]): Set<number> {
  for (let grown = true; grown; ) {
    grown = false;
    for (const [cell, implied] of implies) {
      if (!hidden.has(cell) || hidden.has(implied)) continue;
      hidden.add(implied);
      grown = true;
    }
  }
  return hidden;
}

const nothing = {hiddenLow: 0, hiddenHigh: Infinity};

/** Hides a cell without a reason that says anything of it. */
export function silence(cell: TrueCell): void {
  Object.assign(cell, {silent: true, hideable: true, ...nothing, hiddenLow: cell.baseLow ?? 0});
}

/**
 * Copies of cells, some of them hidden without a reason: nor is anything known of what those leave.
 * @param placeOf where a cell stands among the problem's
 */
export function silenced(
  cells: readonly TrueCell[],
  silent: ReadonlySet<number>,
  placeOf: (cell: number) => number = (cell) => cell
): TrueCell[] {
  return cells.map((cell, i) => {
    const copy = {...cell, ...(cell.restOf !== undefined && silent.has(cell.restOf) && nothing)};
    if (silent.has(placeOf(i))) silence(copy);
    return copy;
  });
}

/** The problem with some cells hidden without a reason. */
export function withSilent(problem: Problem, silent: ReadonlySet<number>): Problem {
  return {...problem, cells: silenced(problem.cells, silent)};
}

/** The relations that are known when the cells in `hidden` are not shown. */
export function knownRelations(
  {cells, relations}: Pick<Problem, "cells" | "relations">,
  hidden: ReadonlySet<number>
): Relation[] {
  return relations
    .filter((relation) => isRevealed(relation, (cell) => !hidden.has(cell)))
    .map((relation) =>
      relation.about !== undefined && cells[relation.about]!.silent ? unlimited(relation) : relation
    );
}

/** What is known of a sum of which no reason says anything: it is not negative. */
export function unlimited(relation: Relation): Relation {
  return {...relation, low: 0, high: Infinity};
}
