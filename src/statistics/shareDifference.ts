import {Z95, type Limits} from "./limits.js";
import {wilson} from "./wilson.js";

/**
 * Newcombe's interval for the difference between two independent proportions, built from their Wilson intervals.
 *
 * R. G. Newcombe: Interval estimation for the difference between independent proportions: comparison of eleven methods.
 * Stat Med 1998;17:873-90, method 10.
 *
 * @param later number counted and its total, above 0
 * @param earlier the same of what is subtracted
 * @returns limits of `later − earlier`, −1 to 1
 * @throws RangeError unless each number lies between 0 and its total
 */
export function shareDifference(later: Share, earlier: Share, z: number = Z95): Limits {
  const [p1, p2] = [later.n / later.total, earlier.n / earlier.total];
  const [w1, w2] = [wilson(later.n, later.total, z), wilson(earlier.n, earlier.total, z)];
  return {
    low: p1 - p2 - Math.hypot(p1 - w1.low, w2.high - p2),
    high: p1 - p2 + Math.hypot(w1.high - p1, p2 - w2.low)
  };
}

interface Share {
  n: number;
  total: number;
}
