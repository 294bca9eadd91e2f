import {least} from "d3-array";
import type {Need, Range} from "../system.js";
import type {Found, Tables} from "./tables.js";

/**
 * `narrow`: it cannot be every number it must be able to be; `unproven`: it took too much effort to decide.
 */
export type Verdict = "protected" | "narrow" | "unproven";

/** Solves for tables until everything is settled. A table found for one cell gives a value of every other as well. */
export class Search {
  /** Smallest and largest value seen of each cell. */
  readonly #least: Float64Array;
  readonly #most: Float64Array;
  /** Values of each need that no table has had yet. */
  readonly #unseen = new Map<Need, Set<number>>();
  #turn = 0;

  constructor(
    private readonly tables: Tables,
    needs: Need[]
  ) {
    this.#least = new Float64Array(tables.bounds.length).fill(Infinity);
    this.#most = new Float64Array(tables.bounds.length).fill(-Infinity);
    for (const need of needs)
      this.#unseen.set(need, new Set(Array.from({length: need.to - need.from + 1}, (_, i) => need.from + i)));
  }

  /** Whether each need is met. */
  verdicts(): Map<Need, Verdict> {
    this.#walk();
    const found = new Map<Need, Verdict>();
    for (const [need, unseen] of this.#unseen) found.set(need, this.#verdict(need, unseen));
    return found;
  }

  /**
   * Tables in which many needs at once have a number that none has had, from one to the next, as long as that helps.
   */
  #walk(): void {
    const asked = [...this.#unseen].filter(([{mayBeOther}]) => !mayBeOther);
    const left = () => asked.reduce((sum, [, unseen]) => sum + unseen.size, 0);
    if (asked.length < 2) return;
    let {table} = this.tables.find(asked[0]![0].cell, 0, Infinity);
    this.#note(table);
    for (let before = Infinity; table && left() > 0 && left() < before; ) {
      before = left();
      const here = table;
      const costs: [number, number][] = [];
      const known = asked.map(([{cell}]) => ({cell, ...this.tables.bounds[cell]!}));
      asked.forEach(([{cell}, unseen], i) => {
        const {low, high} = known[i]!;
        const value = here[cell]!;
        const next = least(
          [...unseen].filter((other) => other >= low && other <= high),
          (other) => Math.abs(other - value)
        );
        if (next === undefined) return;
        this.tables.narrow(cell, Math.min(value, next), Math.max(value, next));
        costs.push([cell, Math.sign(value - next) * (1 + ((i * 7 + this.#turn) % 5))]);
      });
      this.#turn++;
      ({table} = this.tables.least(costs));
      for (const {cell, low, high} of known) this.tables.narrow(cell, low, high);
      this.#note(table);
    }
  }

  #verdict(need: Need, unseen: Set<number>): Verdict {
    const verdict = this.#ask(need, unseen, (from, to) =>
      this.tables.find(need.cell, from, to, this.#towardsUnseen(need.cell))
    );
    if (verdict !== "narrow" || !this.tables.leavesOut) return verdict;
    return this.#ask(need, unseen, (from, to) => this.tables.findEither(need.cell, from, to));
  }

  #ask({from, to, mayBeOther}: Need, unseen: Set<number>, find: (from: number, to: number) => Found): Verdict {
    if (unseen.size > 0 && mayBeOther) {
      this.#note(find(-Infinity, 0).table);
      if (unseen.size > 0) this.#note(find(to + 1, Infinity).table);
    }
    for (let value = from; value <= to; value++) {
      if (!unseen.has(value)) continue;
      const found = find(value, value);
      this.#note(found.table);
      if (!found.table) return found.none ? "narrow" : "unproven";
    }
    return "protected";
  }

  /** The smallest and largest value of a cell; where the effort is spent, what it surely is between. */
  range(cell: number): Range {
    const [least, most] = [-1, 1].map((way) => this.#end(cell, way as -1 | 1));
    return {least: least!.value, most: most!.value, exact: least!.exact && most!.exact};
  }

  /** Tables in which many cells at once are as small, or as large, as what is known of them allows. */
  probe(cells: number[]): void {
    for (const way of [-1, 1] as const) {
      for (let round = 0; round < 8; round++) {
        const open = cells.filter((cell) => !this.#isReached(cell, way) && Number.isFinite(this.#limit(cell, way)));
        if (open.length < 2) break;
        const {table} = this.tables.least(open.map((cell, i) => [cell, -way * (1 + ((i * 7 + round * 3) % 5))]));
        if (!table) continue;
        this.#note(table);
      }
    }
  }

  #end(cell: number, way: -1 | 1): {value: number; exact: boolean} {
    const limit = this.#limit(cell, way);
    if (this.#isReached(cell, way)) return {value: limit, exact: true};
    for (const numbers of ["any", "whole"] as const) {
      const {bound, table} = this.tables.least([[cell, -way]], numbers);
      this.#note(table);
      // Rounded to the whole number that is still possible.
      const value = -way * Math.ceil(bound - 1e-6);
      const outer = way < 0 ? Math.max(limit, value) : Math.min(limit, value);
      if (!Number.isFinite(outer)) return {value: limit, exact: limit === way * Infinity};
      if (this.#seen(cell, way) === outer) return {value: outer, exact: true};
      if (numbers === "whole") return {value: outer, exact: false};
      this.#tighten(cell, way, outer);
    }
    throw new Error("unreachable");
  }

  /** What is proved of a cell is known of it from now on. */
  #tighten(cell: number, way: -1 | 1, value: number): void {
    const {low, high} = this.tables.bounds[cell]!;
    this.tables.narrow(cell, way < 0 ? value : low, way < 0 ? high : value);
  }

  #limit(cell: number, way: -1 | 1): number {
    const {low, high} = this.tables.bounds[cell]!;
    return way < 0 ? low : high;
  }

  #seen(cell: number, way: -1 | 1): number {
    return (way < 0 ? this.#least : this.#most)[cell]!;
  }

  #isReached(cell: number, way: -1 | 1): boolean {
    return this.#seen(cell, way) === this.#limit(cell, way);
  }

  /** Moves other cells towards values that no table has had. */
  #towardsUnseen(not: number): [number, number][] {
    const turn = this.#turn++;
    const costs: [number, number][] = [];
    let i = 0;
    for (const [{cell, to}, unseen] of this.#unseen) {
      i++;
      if (unseen.size === 0 || cell === not) continue;
      const up = unseen.has(to) && this.tables.bounds[cell]!.high <= to && (i + turn) % 2 === 0;
      costs.push([cell, (up ? -1 : 1) * (1 + ((i * 7 + turn) % 5))]);
    }
    return costs;
  }

  #note(table: Float64Array | undefined): void {
    if (!table) return;
    table.forEach((value, i) => {
      if (value < this.#least[i]!) this.#least[i] = value;
      if (value > this.#most[i]!) this.#most[i] = value;
    });
    for (const [{cell, to, mayBeOther}, unseen] of this.#unseen) {
      const value = table[cell]!;
      if (mayBeOther && (value <= 0 || value > to)) unseen.clear();
      else unseen.delete(value);
    }
  }
}
