import {sum} from "d3-array";

/** One part of the registrations: how many there are, and how much likelier an answer is there. */
export interface Cell {
  /** Registrations. */
  size: number;
  /** Log odds against the other cells. */
  effect: number;
  /** The fewest and the most ticks that fit, whole numbers, 0 ≤ low ≤ high ≤ size. */
  low: number;
  high: number;
}

/**
 * Splits a known total over cells whose odds differ by known ratios: the one common intercept with which the expected
 * numbers, held within their limits, add up to the total (found by bisection, they grow with it), then whole numbers by
 * largest remainder.
 *
 * @param total ticks in all cells together, a whole number
 * @throws RangeError when the limits do not admit the total
 */
export function spread(total: number, cells: Cell[]): number[] {
  const low = sum(cells, (c) => c.low);
  const high = sum(cells, (c) => c.high);
  if (!(low <= total && total <= high)) throw new RangeError(`${total} is outside ${low} to ${high}`);
  const expected = (intercept: number) =>
    cells.map((c) => Math.min(c.high, Math.max(c.low, c.size / (1 + Math.exp(-intercept - c.effect)))));
  let [below, above] = [-60, 60];
  for (let step = 0; step < 60; step++) {
    const middle = (below + above) / 2;
    if (sum(expected(middle)) < total) below = middle;
    else above = middle;
  }
  return wholeNumbers(
    expected(above),
    total,
    cells.map((c) => c.high)
  );
}

/** Whole numbers with the given sum, each at most its limit and within one of its share where the limits allow it. */
export function wholeNumbers(shares: number[], total: number, limits: number[] = shares.map(() => Infinity)): number[] {
  const result = shares.map((share) => Math.floor(share + 1e-9));
  const order = shares.map((_, i) => i).sort((a, b) => shares[b]! - result[b]! - (shares[a]! - result[a]!) || a - b);
  let rest = total - sum(result);
  while (rest > 0) {
    const before = rest;
    for (const i of order) {
      if (rest > 0 && result[i]! < limits[i]!) {
        result[i]!++;
        rest--;
      }
    }
    if (rest === before) throw new RangeError(`${rest} too many for the limits`);
  }
  return result;
}
