import type {Need} from "../system.js";
import type {Tables} from "./tables.js";

/** Whether a cell can be as small, or as large, as asked. */
type Reached = "yes" | "no" | "unproven";

/** Solves for tables until every need is settled. A table found for one cell gives a value of every other as well. */
export class Search {
  /** Smallest and largest value seen of each cell. */
  readonly least: Float64Array;
  readonly most: Float64Array;

  constructor(private readonly tables: Tables) {
    this.least = new Float64Array(tables.bounds.length).fill(Infinity);
    this.most = new Float64Array(tables.bounds.length).fill(-Infinity);
  }

  /** Tables in which many cells at once are small, or large: a vertex is often whole, and always cheap. */
  probe(needs: Need[]): void {
    const rounds = Math.min(6, Math.ceil(needs.length / 4));
    for (let round = 0; round < rounds; round++) {
      const costs = (open: Need[], sign: number) =>
        open.map(({cell}, i): [number, number] => [cell, sign * (1 + ((i * 7 + round) % 5))]);
      const small = needs.filter(({cell, atMost}) => this.least[cell]! > atMost);
      if (small.length > 1) this.#note(this.tables.vertex(costs(small, 1)));
      const large = needs.filter(({cell, atLeast}) => this.most[cell]! < atLeast);
      if (large.length < 2) continue;
      // Bounded above for the while, since nothing else may be.
      const bounds = large.map(({cell}) => this.tables.bounds[cell]!);
      large.forEach(({cell, atLeast}, i) =>
        this.tables.narrow(cell, bounds[i]!.low, Math.max(bounds[i]!.low, Math.min(bounds[i]!.high, atLeast)))
      );
      this.#note(this.tables.vertex(costs(large, -1)));
      large.forEach(({cell}, i) => this.tables.narrow(cell, bounds[i]!.low, bounds[i]!.high));
    }
  }

  /** Whether a table has the cell at `target` or beyond. @param way -1: or less, 1: or more */
  reaches(cell: number, way: -1 | 1, target: number): Reached {
    if (way < 0 ? this.least[cell]! <= target : this.most[cell]! >= target) return "yes";
    const found = this.tables.find(cell, way, target);
    this.#note(found.table);
    if (found.table) return "yes";
    return found.none ? "no" : "unproven";
  }

  #note(table: Float64Array | undefined): void {
    table?.forEach((value, i) => {
      if (value < this.least[i]!) this.least[i] = value;
      if (value > this.most[i]!) this.most[i] = value;
    });
  }
}
