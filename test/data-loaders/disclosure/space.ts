/** Whole numbers modulo the prime of a space. */
export type Vector = Float64Array;

/** The largest prime below 2^26: products are exact in a double, and no small number is a multiple of it. */
const prime = 67_108_859;

/** The span of vectors, as their echelon form: exact, by elimination modulo a large prime. */
export class Space {
  /** By the place of its first number, which is 1. */
  readonly #rows: (Vector | undefined)[];

  constructor(readonly size: number) {
    this.#rows = new Array<Vector | undefined>(size).fill(undefined);
  }

  /**
   * Adds a vector. @returns what the others do not span of it, the first number 1, or undefined where they span it all
   */
  add(vector: ArrayLike<number>): Vector | undefined {
    const rest = Float64Array.from(vector, (x) => ((x % prime) + prime) % prime);
    let first = -1;
    for (let i = 0; i < this.size; i++) {
      if (rest[i] === 0) continue;
      const row = this.#rows[i];
      if (row) subtract(rest, row, i);
      else if (first < 0) first = i;
    }
    if (first < 0) return undefined;
    const inverse = power(rest[first]!, prime - 2);
    return (this.#rows[first] = rest.map((x) => (x * inverse) % prime));
  }

  /** Vectors that span it, each beginning where no other does. */
  basis(): Vector[] {
    return this.#rows.filter((row) => row !== undefined);
  }

  /** Vectors that span everything orthogonal to it. */
  orthogonal(): Vector[] {
    for (let i = this.size - 1; i >= 0; i--) {
      const row = this.#rows[i];
      if (!row) continue;
      for (let j = i + 1; j < this.size; j++) if (row[j] !== 0 && this.#rows[j]) subtract(row, this.#rows[j]!, j);
    }
    return Array.from({length: this.size}, (_, free) => free)
      .filter((free) => !this.#rows[free])
      .map((free) =>
        Float64Array.from({length: this.size}, (_, i) => (i === free ? 1 : prime - (this.#rows[i]?.[free] || prime)))
      );
  }
}

/** A number as it was before it was taken modulo the prime, if it was small. */
export function small(x: number): number {
  return x > prime / 2 ? x - prime : x;
}

/** Clears a place with a row that begins there. */
function subtract(rest: Vector, row: Vector, place: number): void {
  const factor = prime - rest[place]!;
  for (let j = place; j < rest.length; j++) if (row[j] !== 0) rest[j] = (rest[j]! + factor * row[j]!) % prime;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
