import type {Cell, Relation, System} from "./system.js";

/**
 * Gathers cells and sums from many tables: a key that comes twice is one cell, known as well
 * as by the one who knows best.
 */
export class SystemBuilder {
  readonly #places = new Map<string, number>();
  readonly #cells: Cell[] = [];
  readonly #relations: Relation[] = [];

  /** The place of a cell; what is known of it narrows what was known. */
  cell(key: string, {low = 0, high = Infinity}: {low?: number; high?: number} = {}): number {
    const place = this.#places.get(key);
    if (place === undefined) {
      this.#places.set(key, this.#cells.length);
      this.#cells.push({key, low, high});
      return this.#cells.length - 1;
    }
    const cell = this.#cells[place]!;
    cell.low = Math.max(cell.low, low);
    cell.high = Math.min(cell.high, high);
    return place;
  }

  /** The parts make up the whole. */
  sum(name: string, whole: string, parts: string[]): void {
    this.relation(name, [[whole, -1], ...parts.map((part): [string, number] => [part, 1])], 0, 0);
  }

  /** low ≤ Σ factor · cell ≤ high. */
  relation(name: string, terms: [key: string, factor: number][], low: number, high: number): void {
    this.#relations.push({name, terms: terms.map(([key, factor]) => ({cell: this.cell(key), factor})), low, high});
  }

  build(): System {
    return {cells: this.#cells, relations: this.#relations};
  }
}
