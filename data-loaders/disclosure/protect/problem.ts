import {isRevealed, type Need, type Relation, type System} from "../system.js";

/** A count as the data owner knows it. */
export interface TrueCell {
  key: string;
  value: number;
  /** Printed in some row; else only a sum away, such as those who are not severely affected. */
  published: boolean;
  /** Whether it may be hidden to protect others. */
  hideable: boolean;
  /** Rows lost with it. */
  cost: number;
  /** Printed in so many places that it is hidden only when nothing else helps: totals, the country. */
  anchor?: boolean;
  /** What an attacker knows of it all the same when it is hidden. */
  hiddenLow: number;
  hiddenHigh: number;
  /** How far the attacker's interval must reach, where the count must not become known. */
  need?: {atMost: number; atLeast: number};
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
    relations: relations.filter((relation) => isRevealed(relation, (cell) => !hidden.has(cell))),
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
