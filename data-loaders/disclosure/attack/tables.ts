import type {Highs} from "highs";
import {holds, type Relation} from "../system.js";
import type {Effort} from "./effort.js";
import {Program, type Outcome} from "./program.js";

/** A table of whole numbers that meets every relation, or whether there is none: false where the effort was spent. */
export type Found = {table: Float64Array} | {table?: undefined; none: boolean};

type Costs = [cell: number, cost: number][];

/** The tables of whole numbers that agree with what is known of a connected part, found one at a time. */
export class Tables {
  readonly #linear: Program;
  #integer: Program | undefined;
  #relations: Relation[];

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
      const table = outcome.status === "optimal" && this.#whole(outcome.x);
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

  dispose(): void {
    for (const program of this.#programs()) program.dispose();
  }

  #programs(): Program[] {
    return this.#integer ? [this.#linear, this.#integer] : [this.#linear];
  }

  /** A solution in whole numbers, checked against every relation here whatever the solver says. */
  #whole(x: Float64Array): Float64Array | undefined {
    const table = x.map(Math.round);
    const near = table.every(
      (value, i) => Math.abs(value - x[i]!) < 1e-6 && value >= this.bounds[i]!.low && value <= this.bounds[i]!.high
    );
    return near && this.#relations.every((relation) => holds(relation, table)) ? table : undefined;
  }

  #wholeNumbers(): Program {
    return (this.#integer ??= new Program(this.highs, this.bounds, this.#relations, {integer: true}));
  }

  #solve(program: Program, costs: Costs): Outcome {
    program.minimise(costs);
    return program.solve(this.effort);
  }
}
