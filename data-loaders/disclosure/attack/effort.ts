/** A branch-and-bound node of the integer program costs about as much as so many iterations of the simplex method. */
const iterationsPerNode = 20;

/**
 * How much a search may still do before it is given up, counted in iterations of the simplex method: the same on every
 * machine, so that the same numbers are hidden, and the same releases refused, everywhere.
 */
export class Effort {
  #left: number;

  constructor(iterations: number) {
    this.#left = iterations;
  }

  get isSpent(): boolean {
    return this.#left <= 0;
  }

  /** Iterations left, at least one: to the solver none is no limit. */
  get iterations(): number {
    return Math.max(1, Math.ceil(this.#left));
  }

  get nodes(): number {
    return Math.max(1, Math.ceil(this.#left / iterationsPerNode));
  }

  /** Also what takes no iteration takes some effort. */
  spend(iterations: number, nodes: number): void {
    this.#left -= 1 + iterations + iterationsPerNode * nodes;
  }
}
