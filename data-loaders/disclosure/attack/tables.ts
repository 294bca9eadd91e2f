import type {Highs} from "highs";
import {holds, type Relation} from "../system.js";
import type {Effort} from "./effort.js";
import {Program, type Outcome} from "./program.js";

/** A table of whole numbers that meets every relation, or whether there is none: false where the effort was spent. */
export type Found = {table: Float64Array} | {table?: undefined; none: boolean};

/** The tables of whole numbers that agree with what is known of a connected part, found one at a time. */
export class Tables {
  readonly #linear: Program;
  #integer: Program | undefined;

  /**
   * @param bounds of each cell; changed by `narrow`
   * @param relations terms by place in `bounds`
   * @param effort how much may be done before giving up
   */
  constructor(
    private readonly highs: Highs,
    readonly bounds: {low: number; high: number}[],
    private readonly relations: Relation[],
    private readonly effort: Effort
  ) {
    this.#linear = new Program(highs, bounds, relations);
  }

  /** Changes what is known of a cell. */
  narrow(cell: number, low: number, high: number): void {
    this.bounds[cell] = {low, high};
    this.#linear.bound(cell, low, high);
    this.#integer?.bound(cell, low, high);
  }

  /** A table with the cell at `target` or beyond. @param way -1: or less, 1: or more */
  find(cell: number, way: -1 | 1, target: number): Found {
    const {low, high} = this.bounds[cell]!;
    if (way < 0 ? low > target : high < target) return {none: true};
    this.narrow(cell, way < 0 ? low : Math.max(low, target), way < 0 ? Math.min(high, target) : high);
    try {
      // Towards the target and no further, so that nothing runs to infinity.
      const outcome = this.#solve(this.#linear, [[cell, way]]);
      if (outcome.status === "infeasible") return {none: true};
      if (outcome.status !== "optimal") return {none: false};
      const table = this.whole(outcome.x);
      if (table) return {table};
      const second = this.#solve(this.#wholeNumbers(), []);
      if (second.status === "infeasible") return {none: true};
      const found = second.status === "optimal" && this.whole(second.x);
      return found ? {table: found} : {none: false};
    } finally {
      this.narrow(cell, low, high);
    }
  }

  /** The vertex that minimises a sum of cells, where it is whole. */
  vertex(costs: [cell: number, cost: number][]): Float64Array | undefined {
    const outcome = this.#solve(this.#linear, costs);
    return outcome.status === "optimal" ? this.whole(outcome.x) : undefined;
  }

  /** The smallest, or largest, whole number a cell can have; what is known beforehand where the effort is spent. */
  extreme(cell: number, way: -1 | 1): number {
    const outcome = this.#solve(this.#wholeNumbers(), [[cell, -way]]);
    if (outcome.status === "optimal") return Math.round(outcome.x[cell]!);
    return way < 0 ? this.bounds[cell]!.low : this.bounds[cell]!.high;
  }

  dispose(): void {
    this.#linear.dispose();
    this.#integer?.dispose();
  }

  /** A solution in whole numbers, checked against every relation here whatever the solver says. */
  private whole(x: Float64Array): Float64Array | undefined {
    const table = x.map(Math.round);
    const near = table.every(
      (value, i) => Math.abs(value - x[i]!) < 1e-6 && value >= this.bounds[i]!.low && value <= this.bounds[i]!.high
    );
    return near && this.relations.every((relation) => holds(relation, table)) ? table : undefined;
  }

  #wholeNumbers(): Program {
    return (this.#integer ??= new Program(this.highs, this.bounds, this.relations, {integer: true}));
  }

  #solve(program: Program, costs: [number, number][]): Outcome {
    program.minimise(costs);
    return program.solve(this.effort);
  }
}
