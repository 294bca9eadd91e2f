import {sum} from "d3-array";
import {wholeNumbers} from "../spread.js";

/** One part of a total: what it would like to be and what it may be, whole numbers for the limits. */
export interface Part {
  target: number;
  low: number;
  high: number;
}

/**
 * Splits a total over parts in proportion to their targets, each held within its limits: the one common
 * factor with which the held targets add up (bisection), then whole numbers by largest remainder.
 *
 * @throws RangeError when the limits do not admit the total
 */
export function apportion(total: number, parts: Part[]): number[] {
  const low = sum(parts, (p) => p.low);
  const high = sum(parts, (p) => p.high);
  if (!(low <= total && total <= high)) throw new RangeError(`${total} is outside ${low} to ${high}`);
  const held = (factor: number) => parts.map((p) => Math.min(p.high, Math.max(p.low, p.target * factor)));
  let [below, above] = [0, 1];
  while (sum(held(above)) < total && above < 1e12) above *= 2;
  for (let step = 0; step < 80; step++) {
    const middle = (below + above) / 2;
    if (sum(held(middle)) < total) below = middle;
    else above = middle;
  }
  return wholeNumbers(
    held(above),
    total,
    parts.map((p) => p.high)
  );
}

/** Splits a total in proportion to weights. */
export function inProportion(total: number, weights: number[]): number[] {
  return apportion(
    total,
    weights.map((target) => ({target, low: 0, high: target > 0 ? total : 0}))
  );
}

/** The whole numbers out of `base` that print as a whole percent, halves up and kept clear of. */
export function printsAs(percent: number, base: number): {low: number; high: number} {
  return {
    low: Math.max(0, Math.ceil(((percent - 0.5) / 100) * base + 1e-6)),
    high: Math.min(base, Math.ceil(((percent + 0.5) / 100) * base - 1e-6) - 1)
  };
}

/** Splits a total over named parts that print as whole percents of `base`. */
export function splitAsPrinted(total: number, base: number, percents: Record<string, number>): Record<string, number> {
  const names = Object.keys(percents);
  const counts = apportion(
    total,
    names.map((n) => ({target: percents[n]! * base, ...printsAs(percents[n]!, base)}))
  );
  return Object.fromEntries(names.map((n, i) => [n, counts[i]!]));
}
