import {Z95, type Limits} from "./limits.js";

/**
 * Byar's interval for a count that varies by chance as a Poisson count does.
 *
 * N. E. Breslow and N. E. Day: Statistical Methods in Cancer Research, vol. II, IARC 1987, p. 69: a cube-root
 * approximation to the exact limits, good also for small counts.
 *
 * @param count observed events, at least 0
 * @param z two-sided normal quantile, 95 % by default
 * @returns limits of the expected count
 * @throws RangeError when the count is negative or not a number
 */
export function byar(count: number, z: number = Z95): Limits {
  if (!(Number.isFinite(count) && count >= 0))
    throw new RangeError(`The count ${count} must be a finite number of at least 0.`);
  return {
    low: count === 0 ? 0 : Math.max(0, cube(count, -z)),
    high: cube(count + 1, z)
  };
}

function cube(x: number, z: number): number {
  const root = 1 - 1 / (9 * x) + z / (3 * Math.sqrt(x));
  // Multiplied out: the last bits of `root ** 3` depend on the version of Node.
  return x * (root * root * root);
}
