import {sum} from "d3-array";

/** What a part of a total may be: whole numbers, 0 ≤ low ≤ high. */
export interface Limits {
  low: number;
  high: number;
}

/** One part of the registrations: how many there are, and how much likelier an answer is there. */
export interface Cell extends Limits {
  /** Registrations. */
  size: number;
  /** Log odds against the other cells. */
  effect: number;
}

/**
 * Splits a known total over cells whose odds differ by known ratios: the one common intercept with which the expected
 * numbers, held within their limits, add up to the total.
 *
 * @param total ticks in all cells together, a whole number
 * @throws RangeError when the limits do not admit the total
 */
export function spread(total: number, cells: Cell[]): number[] {
  return meet(total, cells, (cell, intercept) => cell.size / (1 + Math.exp(-intercept - cell.effect)), [-60, 60]);
}

/**
 * Splits a total over parts held within their limits: the one number, common to all, with which what the parts would
 * like to be adds up to the total (found by bisection, they grow with it), then whole numbers by largest remainder.
 *
 * @throws RangeError when the limits do not admit the total
 */
export function meet<Part extends Limits>(
  total: number,
  parts: Part[],
  wanted: (part: Part, common: number) => number,
  [below, above]: [number, number]
): number[] {
  const low = sum(parts, (part) => part.low);
  const high = sum(parts, (part) => part.high);
  if (!(low <= total && total <= high)) throw new RangeError(`${total} is outside ${low} to ${high}`);
  const held = (common: number) => parts.map((p) => Math.min(p.high, Math.max(p.low, wanted(p, common))));
  while (sum(held(above)) < total && above < 1e12) above *= 2;
  for (let step = 0; step < 80; step++) {
    const middle = (below + above) / 2;
    if (sum(held(middle)) < total) below = middle;
    else above = middle;
  }
  return wholeNumbers(
    held(above),
    total,
    parts.map((part) => part.high)
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
