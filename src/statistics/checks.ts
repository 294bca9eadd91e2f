/** Stops a numerator that is negative, above its denominator or not a number: statistics never repair their input. */
export function requireShareOf(y: number, n: number): void {
  if (!(Number.isFinite(n) && n >= 0))
    throw new RangeError(`The denominator ${n} must be a finite number of at least 0.`);
  if (!(y >= 0 && y <= n)) throw new RangeError(`The numerator ${y} must lie between 0 and ${n}.`);
}

/** Stops a proportion outside 0 to 1. */
export function requireProportion(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`The proportion ${p} must lie between 0 and 1.`);
}
