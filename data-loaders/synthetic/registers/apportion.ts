import {meet, type Limits} from "../spread.js";

/**
 * Splits a total over parts in proportion to their targets, each held within its limits.
 *
 * @throws RangeError when the limits do not admit the total
 */
export function apportion(total: number, parts: (Limits & {target: number})[]): number[] {
  return meet(total, parts, (part, factor) => part.target * factor, [0, 1]);
}

/** Splits a total in proportion to weights. */
export function inProportion(total: number, weights: number[]): number[] {
  return apportion(
    total,
    weights.map((target) => ({target, low: 0, high: target > 0 ? total : 0}))
  );
}

/** The whole numbers out of `base` that print as a whole percent, halves up and kept clear of. */
export function printsAs(percent: number, base: number): Limits {
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
