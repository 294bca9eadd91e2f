import {sum} from "d3-array";
import type {Highs} from "highs";
import {holds, isEither, type Relation} from "../system.js";
import type {Effort} from "./effort.js";
import {Program, type Outcome} from "./program.js";

/** A table of whole numbers that meets every relation, or whether there is none: false where the effort was spent. */
export type Found = {table: Float64Array} | {table?: undefined; none: boolean};

type Costs = [cell: number, cost: number][];

/** A sum of cells without a limit is taken to be no larger when it is left open whether it is nothing. */
const largestSum = 10_000;

/** How many numbers of a solution are made whole one after the other before the integer program is asked. */
const mostHeld = 200;

/** The number of a solution that is nearest to a whole one, and not whole. */
function leastBroken(x: Float64Array): number | undefined {
  let [found, least]: [number | undefined, number] = [undefined, Infinity];
  x.forEach((value, cell) => {
    const off = Math.abs(value - Math.round(value));
    if (off > 1e-6 && off < least) [found, least] = [cell, off];
  });
  return found;
}

/** The tables of whole numbers that agree with what is known of a connected part, found one at a time. */
export class Tables {
  readonly #linear: Program;
  #integer: Program | undefined;
  #relations: Relation[];
  /** Relations whose sum is `low` or at least `witnessLow`, and the program in which each may be either. */
  #either: Relation[] = [];
  #open: Program | undefined;

  /**
   * @param bounds of each cell; changed by `narrow`
   * @param relations terms by place in `bounds`
   * @param effort how much may be done before giving up
   */
  constructor(
    private readonly highs: Highs,
    readonly bounds: {low: number; high: number}[],
    relations: Relation[],
    private readonly effort: Effort
  ) {
    this.#relations = relations.map((relation) => ({...relation, low: relation.witnessLow ?? relation.low}));
    this.#linear = new Program(highs, bounds, this.#relations);
    const disjunct = relations.some(({witnessLow}) => witnessLow !== undefined);
    if (disjunct && this.#solve(this.#linear, []).status === "infeasible") this.#tellApart(relations);
    this.#either = disjunct ? relations : [];
  }

  /** Of sums that are either `low` or at least `witnessLow`, those that no table has at least there are `low`. */
  #tellApart(relations: Relation[]): void {
    this.relax(relations);
    this.#relations = relations.map((relation, r) => {
      const {terms, low, high, witnessLow = low} = relation;
      if (witnessLow === low) return relation;
      const most = -this.least(terms.map(({cell, factor}) => [cell, -factor])).bound;
      const limits = most < witnessLow - 1e-6 ? {low, high: low} : {low: witnessLow, high};
      this.#linear.limit(r, limits.low, limits.high);
      return {...relation, ...limits};
    });
  }

  /** From now on every table counts that agrees with what is known, also where nobody is left of a total. */
  relax(relations: Relation[]): void {
    relations.forEach(({low, high, witnessLow}, r) => {
      if (witnessLow !== undefined) for (const program of this.#programs()) program.limit(r, low, high);
    });
    this.#relations = relations;
    this.#either = [];
  }

  /** Changes what is known of a cell. */
  narrow(cell: number, low: number, high: number): void {
    this.bounds[cell] = {low, high};
    for (const program of this.#programs()) program.bound(cell, low, high);
  }

  /** A table with the cell between two numbers, where there are many the one that costs least of those at hand. */
  find(cell: number, from: number, to: number, costs: Costs = []): Found {
    const {low, high} = this.bounds[cell]!;
    if (from > high || to < low) return {none: true};
    this.narrow(cell, Math.max(low, from), Math.min(high, to));
    try {
      const outcome = this.#solve(this.#linear, costs);
      if (outcome.status === "infeasible") return {none: true};
      const table = outcome.status === "optimal" && (this.#whole(outcome.x) ?? this.#dive(outcome.x));
      if (table) return {table};
      if (costs.length > 0) return this.find(cell, from, to);
      const second = this.#solve(this.#wholeNumbers(), []);
      if (second.status === "infeasible") return {none: true};
      const found = second.status === "optimal" && this.#whole(second.x);
      return found ? {table: found} : {none: false};
    } finally {
      this.narrow(cell, low, high);
    }
  }

  /** Whether `find` leaves out tables that agree with what is known. */
  get leavesOut(): boolean {
    return this.#either.length > 0;
  }

  /** A table with the cell between two numbers, each sum that may be nothing or many being either. */
  findEither(cell: number, from: number, to: number): Found {
    const {low, high} = this.bounds[cell]!;
    if (from > high || to < low) return {none: true};
    const program = (this.#open ??= this.#eitherProgram());
    program.bound(cell, Math.max(low, from), Math.min(high, to));
    const outcome = this.#solve(program, []);
    program.bound(cell, low, high);
    if (outcome.status === "infeasible") return {none: true};
    const table = outcome.status === "optimal" && this.#whole(outcome.x.subarray(0, this.bounds.length), this.#either);
    const found = table && this.#either.every((relation) => isEither(relation, table)) ? table : undefined;
    return found ? {table: found} : {none: false};
  }

  #eitherProgram(): Program {
    const switches = this.#either.filter(({low, witnessLow = low}) => witnessLow > low);
    const columns = [...this.bounds, ...switches.map(() => ({low: 0, high: 1}))];
    const rows = switches.flatMap(({terms, low, witnessLow}, i) => {
      const most = Math.min(
        largestSum,
        sum(terms, ({cell, factor}) => factor * this.bounds[cell]![factor > 0 ? "high" : "low"])
      );
      const column = this.bounds.length + i;
      return [
        {terms: [...terms, {cell: column, factor: low - witnessLow!}], low, high: Infinity},
        {terms: [...terms, {cell: column, factor: low - Math.max(most, witnessLow!)}], low: -Infinity, high: low}
      ];
    });
    return new Program(this.highs, columns, [...this.#either, ...rows], {integer: true});
  }

  /**
   * The least sum of costs that any table can have, of whole numbers or of any, and the table that has it where it is
   * whole; -Infinity where there is no least or the effort is spent.
   */
  least(costs: Costs, numbers: "any" | "whole" = "any"): {bound: number; table?: Float64Array} {
    const outcome = this.#solve(numbers === "any" ? this.#linear : this.#wholeNumbers(), costs);
    if (outcome.status !== "optimal") return {bound: -Infinity};
    const table = this.#whole(outcome.x);
    return {bound: outcome.value, ...(table && {table})};
  }

  /**
   * A table near a solution that is not whole: one broken number after the other is held at the nearest whole one, and
   * the rest solved again. Nothing is proved where it finds none.
   */
  #dive(x: Float64Array): Float64Array | undefined {
    const held: number[] = [];
    try {
      while (held.length < mostHeld) {
        const cell = leastBroken(x);
        if (cell === undefined) return undefined;
        held.push(cell);
        const near = Math.round(x[cell]!);
        const other = near > x[cell]! ? near - 1 : near + 1;
        const solved = [near, other].some((value) => {
          const {low, high} = this.bounds[cell]!;
          if (value < low || value > high) return false;
          this.#linear.bound(cell, value, value);
          const outcome = this.#linear.solve(this.effort);
          if (outcome.status === "optimal") ({x} = outcome);
          return outcome.status === "optimal";
        });
        if (!solved) return undefined;
        const table = this.#whole(x);
        if (table) return table;
      }
      return undefined;
    } finally {
      for (const cell of held) this.#linear.bound(cell, this.bounds[cell]!.low, this.bounds[cell]!.high);
    }
  }

  dispose(): void {
    for (const program of this.#programs()) program.dispose();
  }

  #programs(): Program[] {
    return [this.#linear, this.#integer, this.#open].filter((program) => program !== undefined);
  }

  /** A solution in whole numbers, checked against every relation here whatever the solver says. */
  #whole(x: Float64Array, relations = this.#relations): Float64Array | undefined {
    const table = x.map(Math.round);
    const near = table.every(
      (value, i) => Math.abs(value - x[i]!) < 1e-6 && value >= this.bounds[i]!.low && value <= this.bounds[i]!.high
    );
    return near && relations.every((relation) => holds(relation, table)) ? table : undefined;
  }

  #wholeNumbers(): Program {
    return (this.#integer ??= new Program(this.highs, this.bounds, this.#relations, {integer: true}));
  }

  #solve(program: Program, costs: Costs): Outcome {
    program.minimise(costs);
    return program.solve(this.effort);
  }
}
