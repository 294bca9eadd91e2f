import type {Highs} from "highs";
import {holds, type Need} from "../system.js";
import type {Part} from "./presolve.js";
import {Program, type Outcome} from "./program.js";

/** Whether a cell can be as small, or as large, as asked; `linear`: the linear program was enough to say no. */
export interface Reach {
  reached: "yes" | "no" | "unproven";
  linear?: boolean;
}

/**
 * Looks for tables of whole numbers that meet every relation of one connected part. Every such table that turns up, for
 * whatever cell, tells of all cells of the part, so that most are settled without a search of their own.
 */
export class Search {
  /** Smallest and largest value seen of each cell in a table of whole numbers. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly #linear: Program;
  #integer: Program | undefined;

  /** @param until when to give up, on the clock of `performance.now()` */
  constructor(
    private readonly highs: Highs,
    private readonly part: Part,
    private readonly bounds: {low: number; high: number}[],
    private readonly until: number
  ) {
    this.least = new Float64Array(bounds.length).fill(Infinity);
    this.most = new Float64Array(bounds.length).fill(-Infinity);
    this.#linear = new Program(highs, bounds, part.relations);
  }

  /** Tables in which many cells at once are small, or large: a vertex is often whole, and always cheap. */
  probe(needs: Need[]): void {
    const rounds = Math.min(6, Math.ceil(needs.length / 4));
    for (let round = 0; round < rounds; round++) {
      const small = needs.filter(({cell, atMost}) => this.least[cell]! > atMost);
      const large = needs.filter(({cell, atLeast}) => this.most[cell]! < atLeast);
      if (small.length > 1) this.#solve(this.#linear, small.map(({cell}, i) => [cell, 1 + ((i * 7 + round) % 5)]));
      // Bounded above for the while, since nothing else may be.
      for (const {cell, atLeast} of large) this.#linear.bound(cell, this.bounds[cell]!.low, Math.min(this.bounds[cell]!.high, atLeast));
      if (large.length > 1) this.#solve(this.#linear, large.map(({cell}, i) => [cell, -1 - ((i * 7 + round) % 5)]));
      for (const {cell} of large) this.#linear.bound(cell, this.bounds[cell]!.low, this.bounds[cell]!.high);
    }
  }

  /** Whether a table has the cell at `target` or beyond. @param way -1: or less, 1: or more */
  reaches(cell: number, way: -1 | 1, target: number): Reach {
    if (this.#seen(cell, way, target)) return {reached: "yes"};
    const {low, high} = this.bounds[cell]!;
    if (way < 0 ? low > target : high < target) return {reached: "no", linear: true};
    const narrowed: [number, number] = way < 0 ? [low, target] : [target, high];
    this.#linear.bound(cell, ...narrowed);
    // Towards the target and no further, so that nothing runs to infinity.
    const outcome = this.#solve(this.#linear, [[cell, way]]);
    this.#linear.bound(cell, low, high);
    if (outcome.status === "infeasible") return {reached: "no", linear: true};
    if (this.#seen(cell, way, target)) return {reached: "yes"};
    if (outcome.status === "limit") return {reached: "unproven"};
    const integer = (this.#integer ??= new Program(this.highs, this.bounds, this.part.relations, {integer: true}));
    integer.bound(cell, ...narrowed);
    const whole = this.#solve(integer, []);
    integer.bound(cell, low, high);
    if (whole.status === "infeasible") return {reached: "no", linear: false};
    return {reached: this.#seen(cell, way, target) ? "yes" : "unproven"};
  }

  /** The smallest, or largest, whole number a cell can have; what the relations leave open where the time is up. */
  extreme(cell: number, way: -1 | 1): number {
    const integer = (this.#integer ??= new Program(this.highs, this.bounds, this.part.relations, {integer: true}));
    const outcome = this.#solve(integer, [[cell, -way]]);
    if (outcome.status === "optimal") return Math.round(outcome.x[cell]!);
    return way < 0 ? this.bounds[cell]!.low : this.bounds[cell]!.high;
  }

  dispose(): void {
    this.#linear.dispose();
    this.#integer?.dispose();
  }

  #seen(cell: number, way: -1 | 1, target: number): boolean {
    return way < 0 ? this.least[cell]! <= target : this.most[cell]! >= target;
  }

  #solve(program: Program, costs: [number, number][]): Outcome {
    const seconds = (this.until - performance.now()) / 1000;
    if (seconds <= 0) return {status: "limit"};
    program.minimise(costs);
    const outcome = program.solve(seconds);
    if (outcome.status === "optimal") this.#note(outcome.x);
    return outcome;
  }

  #note(x: Float64Array): void {
    const table = x.map(Math.round);
    const whole = table.every((value, i) => Math.abs(value - x[i]!) < 1e-6 && value >= this.bounds[i]!.low && value <= this.bounds[i]!.high);
    if (!whole || !this.part.relations.every((relation) => holds(relation, table))) return;
    table.forEach((value, i) => {
      if (value < this.least[i]!) this.least[i] = value;
      if (value > this.most[i]!) this.most[i] = value;
    });
  }
}
