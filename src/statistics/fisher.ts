import {requireShareOf} from "./checks.js";

/**
 * The probability that chance alone sets one unit as far apart from all the others as it is, or further: Fisher's exact
 * test of two shares, two-sided as twice the smaller tail, with half the probability of what was found (mid-P).
 *
 * R. A. Fisher: The design of experiments (1935), ch. 2; mid-P: H. O. Lancaster, JASA 1961;56:223-34, since the plain
 * test of small counts is far stricter than its level.
 *
 * @param y of the unit with the outcome
 * @param n of the unit
 * @param total with the outcome, the unit among them
 * @param size of all, the unit among them
 * @returns 0 to 1; 1 where there is nobody to compare with
 * @throws RangeError unless 0 ≤ y ≤ n, and the others have as many with and without the outcome as that takes
 */
export function fisherMidP(y: number, n: number, total: number, size: number): number {
  requireShareOf(y, n);
  requireShareOf(total, size);
  requireShareOf(total - y, size - n);
  const [least, most] = [Math.max(0, n + total - size), Math.min(n, total)];
  // Relative to the count found, each from its neighbour's.
  const up = tail(y, most, (k) => ((n - k) * (total - k)) / ((k + 1) * (size - n - total + k + 1)));
  const down = tail(-y, -least, (k) => (-k * (size - n - total - k)) / ((n + k + 1) * (total + k + 1)));
  const all = 1 + up + down;
  return Math.min(1, (2 * (Math.min(up, down) + 0.5)) / all);
}

/** The sum of the masses beyond `from`, that of `from` being 1. */
function tail(from: number, to: number, ratio: (k: number) => number): number {
  let [mass, sum] = [1, 0];
  for (let k = from; k < to && mass > 0; k++) {
    mass *= ratio(k);
    sum += mass;
  }
  return sum;
}
