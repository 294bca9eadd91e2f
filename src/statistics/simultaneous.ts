import type {Limits} from "./limits.js";
import {normalQuantile} from "./normal.js";
import {tQuantile} from "./studentT.js";

/**
 * By how much the arms of 95 % limits are lengthened so that the limits of `compared` estimates hold all at once:
 * the ratio of the quantiles at 1 − 0.025 / compared and at 0.975.
 *
 * O. J. Dunn: Multiple comparisons among means. JASA 1961;56:52-64 (Bonferroni's inequality).
 *
 * @param compared estimates looked at, at least 1
 * @param clusters participants that the limits rest on: Student's t with one degree of freedom less; normal without
 * @throws RangeError when nothing is compared
 */
export function widening(compared: number, clusters?: number): number {
  if (!(compared >= 1)) throw new RangeError(`The number of comparisons ${compared} must be at least 1.`);
  if (compared === 1) return 1;
  const quantile = (probability: number) =>
    clusters === undefined ? normalQuantile(probability) : tQuantile(probability, Math.max(1, clusters - 1));
  const key = `${compared} ${clusters}`;
  let found = known.get(key);
  if (found === undefined) known.set(key, (found = quantile(1 - 0.025 / compared) / quantile(0.975)));
  return found;
}

/** A sentence asks the same of every estimate it compares. */
const known = new Map<string, number>();

/** Limits with their arms around a value lengthened by a factor. */
export function widened(value: number, {low, high}: Limits, by: number): Limits {
  return {low: value - (value - low) * by, high: value + (high - value) * by};
}
