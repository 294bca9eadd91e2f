import {sum} from "d3-array";
import {requireShareOf} from "./checks.js";
import type {CountOf} from "./surelyConcerned.js";
import type {Limits} from "./limits.js";
import {normalQuantile} from "./normal.js";

/** How many of how many have an outcome, or between which numbers that count lies. */
export interface RankedUnit {
  y: number | {least: number; most: number};
  n: number;
}

/**
 * Between which ranks each unit lies, the highest share being 1, when its share is known only as well as its size and
 * its likeness to the others allow: limits of the posterior distribution of its rank among all units.
 *
 * R. Lin, T. A. Louis, S. M. Paddock and G. Ridgeway: Loss function based ranking in two-stage, hierarchical models.
 * Bayesian Analysis 2006;1:915-46; H. Goldstein and D. J. Spiegelhalter, JRSS A 1996;159:385-443. On the scale arcsin
 * √p a share is nearly normal with variance 1 / (4 n + 2) around arcsin √((y + 3/8) / (n + 3/4)) (F. J. Anscombe,
 * Biometrika 1948;35:246-54), and true shares are normal around their mean with the variance τ² of DerSimonian and
 * Laird: without it, as if each unit were alone, limits meant to hold 95 % of true ranks hold 77 to 93 % of them in
 * simulations. Given a unit's own share, the others lie above it independently of each other, so that its rank is a
 * mixture of Poisson-binomial distributions, which are summed exactly.
 *
 * @param units a unit whose count is hidden counts as what widens the limits of the others
 * @param level how sure the limits are
 * @returns of each unit, ranks from 1 to the number of units; null for a unit whose own count is hidden
 * @throws RangeError unless 0 ≤ y ≤ n in every unit
 */
export function rankLimits(units: readonly RankedUnit[], level = 0.95): (Limits | null)[] {
  const isHidden = units.map(({y}) => typeof y !== "number");
  const [low, high] = (["least", "most"] as const).map((end) => {
    const angles = units.map((unit) => angleOf(unit, end));
    const prior = priorOf(angles.filter((_, i) => !isHidden[i]));
    return angles.map((angle) => posterior(angle, prior));
  });
  return units.map((_, own) => {
    if (isHidden[own]) return null;
    const ranks = rankDistribution(low!, own);
    return {
      low: rankAt(ranks, (1 - level) / 2),
      high: rankAt(isHidden.includes(true) ? rankDistribution(high!, own) : ranks, (1 + level) / 2)
    };
  });
}

/**
 * The share below which a part (0 to 1) of the units' true shares lie, chance taken away, by the same model as
 * {@link rankLimits}: where units differ by chance alone it is the share they have in common.
 *
 * @param units whose counts are known
 * @throws RangeError unless 0 ≤ y ≤ n in every unit
 */
export function trueShareAt(part: number, units: readonly CountOf[]): number {
  const {middle, variance} = priorOf(units.map((unit) => angleOf(unit, "least")));
  return Math.sin(Math.min(Math.PI / 2, Math.max(0, middle + normalQuantile(part) * Math.sqrt(variance)))) ** 2;
}

/** A share on the scale where it is normal: the middle and the variance. */
interface Angle {
  middle: number;
  variance: number;
}

function angleOf({y, n}: RankedUnit, end: "least" | "most"): Angle {
  const count = typeof y === "number" ? y : y[end];
  requireShareOf(count, n);
  return {middle: Math.asin(Math.sqrt((count + 3 / 8) / (n + 3 / 4))), variance: 1 / (4 * n + 2)};
}

/** Mean and variance of the true shares of units, on their scale; never quite without variance. */
function priorOf(angles: readonly Angle[]): Angle {
  const weight = sum(angles, ({variance}) => 1 / variance);
  const middle = sum(angles, (angle) => angle.middle / angle.variance) / weight;
  const heterogeneity = sum(angles, (angle) => (angle.middle - middle) ** 2 / angle.variance);
  const spread = weight - sum(angles, ({variance}) => variance ** -2) / weight;
  return {middle, variance: Math.max(1e-9, (heterogeneity - (angles.length - 1)) / spread || 0)};
}

/** What is known of a unit's share once it is known whom it is among. */
function posterior({middle, variance}: Angle, prior: Angle): Angle {
  const own = prior.variance / (prior.variance + variance);
  return {middle: own * middle + (1 - own) * prior.middle, variance: own * variance};
}

/** As many equally likely values stand for a unit's own share. */
const NODES = 40;
const nodes = Array.from({length: NODES}, (_, i) => normalQuantile((i + 0.5) / NODES));

/** The probability of each number of units above one of them. */
function rankDistribution(angles: readonly Angle[], own: number): Float64Array {
  const {middle, variance} = angles[own]!;
  const ranks = new Float64Array(angles.length);
  const above = new Float64Array(angles.length);
  for (const node of nodes) {
    const share = middle + node * Math.sqrt(variance);
    above.fill(0);
    above[0] = 1;
    let most = 0;
    angles.forEach((other, j) => {
      if (j !== own) addOne(above, most++, normalTail((share - other.middle) / Math.sqrt(other.variance)));
    });
    above.forEach((probability, number) => (ranks[number]! += probability / NODES));
  }
  return ranks;
}

/**
 * Turns the distribution of a number of units, `most` at most, into that with one more who counts with a probability.
 */
function addOne(numbers: Float64Array, most: number, probability: number): void {
  for (let i = most + 1; i > 0; i--) numbers[i] = numbers[i]! * (1 - probability) + numbers[i - 1]! * probability;
  numbers[0]! *= 1 - probability;
}

/** The rank that a probability is reached at. */
function rankAt(ranks: Float64Array, probability: number): number {
  let upTo = 0;
  const place = ranks.findIndex((one) => (upTo += one) >= probability);
  return 1 + (place < 0 ? ranks.length - 1 : place);
}

/**
 * Probability that a standard normal number is above `z`, quick since it is asked for each node and pair of units (M.
 * Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 26.2.17; off by at most 7.5e-8).
 */
function normalTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
  return z >= 0 ? tail : 1 - tail;
}
