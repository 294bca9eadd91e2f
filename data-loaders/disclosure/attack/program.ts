import loadHighs, {type Highs, type Model} from "highs";
import type {Relation} from "../system.js";
import {Effort} from "./effort.js";

/** What became of a solve; `limit`: it was given up before anything was proved. */
export type Outcome =
  | {status: "optimal"; value: number; x: Float64Array; rowDual: Float64Array}
  | {status: "infeasible" | "unbounded" | "limit"};

/** More than any solve needs that is not stuck. */
const mostIterations = 1_000_000;

let loading: Promise<Highs> | undefined;

/** The solver, loaded once (HiGHS; Q. Huangfu and J. A. J. Hall, Math. Prog. Comp. 2018;10:119-142). */
export function loadSolver(): Promise<Highs> {
  return (loading ??= loadHighs() as Promise<Highs>);
}

/** A linear or integer program that is kept in the solver, so that each solve begins where the last one ended. */
export class Program {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #integer: boolean;
  #costed: number[] = [];

  /** @param relations terms whose `cell` is a place in `columns` */
  constructor(
    highs: Highs,
    columns: {low: number; high: number}[],
    relations: Pick<Relation, "terms" | "low" | "high">[],
    {integer = false} = {}
  ) {
    this.#highs = highs;
    this.#integer = integer;
    const starts = new Int32Array(relations.length + 1);
    relations.forEach(({terms}, r) => (starts[r + 1] = starts[r]! + terms.length));
    const terms = relations.flatMap((relation) => relation.terms);
    this.#model = highs.createModel({
      numCols: columns.length,
      numRows: relations.length,
      colCost: new Float64Array(columns.length),
      colLower: Float64Array.from(columns, (c) => c.low),
      colUpper: Float64Array.from(columns, (c) => c.high),
      rowLower: Float64Array.from(relations, (r) => r.low),
      rowUpper: Float64Array.from(relations, (r) => r.high),
      matrix: {
        format: "csr",
        numRows: relations.length,
        numCols: columns.length,
        starts,
        indices: Int32Array.from(terms, (t) => t.cell),
        values: Float64Array.from(terms, (t) => t.factor)
      },
      ...(integer && {integrality: new Int32Array(columns.length).fill(highs.constants.variableType.integer)})
    });
    this.#model.options.set({output_flag: false});
  }

  bound(column: number, low: number, high: number): void {
    this.#model.changeColBounds(column, low, high);
  }

  limit(relation: number, low: number, high: number): void {
    this.#model.changeRowBounds(relation, low, high);
  }

  add(...relations: Pick<Relation, "terms" | "low" | "high">[]): void {
    for (const {terms, low, high} of relations)
      this.#model.addRow(low, high, {
        indices: Int32Array.from(terms, (t) => t.cell),
        values: Float64Array.from(terms, (t) => t.factor)
      });
  }

  /** Replaces what is minimised. */
  minimise(costs: Iterable<[column: number, cost: number]>): void {
    for (const column of this.#costed) this.#model.changeColCost(column, 0);
    this.#costed = [];
    for (const [column, cost] of costs) {
      this.#model.changeColCost(column, cost);
      this.#costed.push(column);
    }
  }

  /** Changes some of what is minimised. */
  recost(costs: [column: number, cost: number][]): void {
    for (const [column, cost] of costs) this.#model.changeColCost(column, cost);
  }

  /** @param effort what the solve may take of it; @param gap share above the optimum that is good enough */
  solve(effort = new Effort(mostIterations), gap = 0): Outcome {
    if (effort.isSpent) return {status: "limit"};
    const limits = {simplex_iteration_limit: effort.iterations};
    this.#model.options.set(this.#integer ? {...limits, mip_max_nodes: effort.nodes, mip_rel_gap: gap} : limits);
    this.#model.run();
    effort.spend(this.#count("simplex_iteration_count"), this.#count("mip_node_count"));
    const {modelStatus} = this.#highs.constants;
    const status = this.#model.getModelStatus();
    if (status === modelStatus.optimal) {
      const {colValue: x, rowDual} = this.#model.getSolution();
      return {status: "optimal", value: this.#model.getObjectiveValue(), x, rowDual};
    }
    if (status === modelStatus.infeasible) return {status: "infeasible"};
    if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible) return {status: "unbounded"};
    return {status: "limit"};
  }

  dispose(): void {
    this.#model.dispose();
  }

  #count(name: string): number {
    return Math.max(0, Number(this.#model.info.get(name)));
  }
}
