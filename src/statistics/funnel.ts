import {sum} from "d3-array";
import {requireProportion} from "./checks.js";
import type {Limits} from "./limits.js";

/** How much chance the two pairs of control limits hold. */
export type ControlLevel = 0.95 | 0.998;

/**
 * Control limits of a funnel plot, around the share that units are compared with. A unit lies outside exactly if chance
 * alone gives its count, or one further from the common share, with a probability of at most (1 − level) / 2: 2.5 % at
 * the 95 % limits, 0.1 % at the 99.8 % limits. Inside is `low ≤ share ≤ high`.
 *
 * D. J. Spiegelhalter: Funnel plots for comparing institutional performance. Stat Med 2005;24:1185-202, with binomial
 * probabilities summed exactly. His interpolated quantiles (appendix A.1.1) are not used: they put whole counts outside
 * that are likely, such as 10 of 10 where the common share is 88 %.
 *
 * @param p the share compared with, proportion 0 to 1
 * @param n size of the unit, a whole number of at least 1
 * @returns proportions 0 to 1. Between the last count inside and the first outside, the limit lies where the tail
 * probability, log-linear between the two, reaches its level, so that it runs smoothly with `n`. It is 0 or 1 where no
 * count is outside.
 * @throws RangeError when an argument is outside its range
 */
export function controlLimits(p: number, n: number, level: number = 0.95): Limits {
  requireProportion(p);
  if (!(Number.isInteger(n) && n >= 1)) throw new RangeError(`The size ${n} must be a whole number of at least 1.`);
  if (p === 0 || p === 1) return {low: p, high: p};
  const tail = (1 - level) / 2;
  return {low: 1 - upperLimit(1 - p, p, n, tail), high: upperLimit(p, 1 - p, n, tail)};
}

/**
 * Control limits of a unit whose share is known as a whole percent only, and its size by a band such as 5-9 or 50+: a
 * percent outside them is outside whatever the size and the share are. Limits narrow with size, so the least size of
 * the band has the widest, also where the band is open; half a percent at either end stands for what was rounded.
 *
 * @param least smallest size of the band
 * @returns as `controlLimits`
 */
export function limitsOfBand(p: number, least: number, level: number = 0.95): Limits {
  const {low, high} = controlLimits(p, least, level);
  return {low: Math.max(0, low - 0.005), high: Math.min(1, high + 0.005)};
}

/** Probabilities closer than this to the level are equal to it: as much as rounding can do. */
const rounding = 1e-9;

/** How near, in counts, a limit comes to a whole count, so that rounding cannot move it to the other side. */
const margin = 1e-6;

/** @param q 1 − p, which rounding would make 1 where p is very small */
function upperLimit(p: number, q: number, n: number, tail: number): number {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  // Relative to the mode's, so that none that matters underflows.
  const masses = [1];
  for (let r = mode; r < n && masses.at(-1)! > 1e-20; r++) masses.push((masses.at(-1)! * (n - r) * p) / ((r + 1) * q));
  let total = sum(masses);
  for (let r = mode, mass = 1; r > 0 && mass > 1e-20; r--) {
    mass *= (r * q) / ((n - r + 1) * p);
    total += mass;
  }
  let inside = mode + masses.length - 1;
  let outside = 0;
  const upTo = (r: number) => outside + masses[r - mode]! / total;
  while (upTo(inside) <= tail * (1 + rounding)) outside = upTo(inside--);
  if (inside === n) return 1;
  const part = Math.log(upTo(inside) / tail) / Math.log(upTo(inside) / outside);
  return (inside + Math.min(1 - margin, Math.max(margin, part))) / n;
}
