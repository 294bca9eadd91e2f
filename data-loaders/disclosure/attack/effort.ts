/** A branch-and-bound node of the integer program costs about as much as so many iterations of the simplex method. */
const iterationsPerNode = 20;

/** The solver takes no infinity. */
const forever = 1e9;

/**
 * How much a search may still do before it is given up, counted in iterations of the simplex method: the same on every
 * machine, so that the same numbers are hidden everywhere. Seconds, where they are limited
 * too, may only stop a release, never choose what it hides.
 */
export class Effort {
  #left: number;
  readonly #until: number;

  constructor(iterations: number, seconds = forever) {
    this.#left = iterations;
    this.#until = performance.now() + 1000 * seconds;
  }

  get isSpent(): boolean {
    return this.#left <= 0 || this.seconds <= 0;
  }

  /** Iterations left, at least one: to the solver none is no limit. */
  get iterations(): number {
    return Math.max(1, Math.ceil(this.#left));
  }

  get nodes(): number {
    return Math.max(1, Math.ceil(this.#left / iterationsPerNode));
  }

  get seconds(): number {
    return (this.#until - performance.now()) / 1000;
  }

  /** Also what takes no iteration takes some effort. */
  spend(iterations: number, nodes: number): void {
    this.#left -= 1 + iterations + iterationsPerNode * nodes;
  }
}
