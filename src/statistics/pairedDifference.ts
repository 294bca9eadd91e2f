import {sum} from "d3-array";
import {requireShareOf} from "./checks.js";
import {degreesOfFreedom} from "./degreesOfFreedom.js";
import {tQuantile} from "./studentT.js";

/** One participant's registrations in two groups: `y1` ticked of `n1` in the first, `y2` of `n2` in the second. */
export interface PairedCluster {
  y1: number;
  n1: number;
  y2: number;
  n2: number;
}

export interface PairedDifference {
  /** Participants with registrations in at least one group. */
  participants: number;
  /** Their registrations in each group. */
  n1: number;
  n2: number;
  /** Their shares, proportions 0 to 1; null without registrations. */
  p1: number | null;
  p2: number | null;
  /** p2 − p1, −1 to 1; null where a group has no registrations. */
  difference: number | null;
  /** 95 % limits of the difference, cut at −1 and 1; null with fewer than two participants or without any variation. */
  low: number | null;
  high: number | null;
  standardError: number | null;
}

/**
 * Difference of a share between two groups of registrations of the same participants, such as two rounds, or severe
 * pain and the rest: difference of two ratio estimators, its variance by Taylor linearisation with participants as
 * clusters, and a t interval. A participant with registrations in one group only counts in that group.
 *
 * W. G. Cochran: Sampling Techniques, 3rd ed. 1977, ch. 6; C.-E. Särndal, B. Swensson and J. Wretman: Model Assisted
 * Survey Sampling, 1992, ch. 5.5-5.6: z_i = (y2_i − p2 n2_i)/N2 − (y1_i − p1 n1_i)/N1, var = k/(k − 1) Σ z_i².
 * Degrees of freedom are those of `degreesOfFreedom`: with k − 1, limits of five participants of 1 to 40 registrations
 * hold 92 to 94 % of true differences in simulations where shares lie between 10 and 50 %, and with these 94 to 96 %.
 *
 * @param clusters one per participant; those without registrations are passed over
 * @throws RangeError unless 0 ≤ y ≤ n in both groups of every participant
 */
export function pairedDifference(clusters: Iterable<PairedCluster>): PairedDifference {
  const used: PairedCluster[] = [];
  for (const cluster of clusters) {
    requireShareOf(cluster.y1, cluster.n1);
    requireShareOf(cluster.y2, cluster.n2);
    if (cluster.n1 + cluster.n2 > 0) used.push(cluster);
  }
  const k = used.length;
  const n1 = sum(used, (c) => c.n1);
  const n2 = sum(used, (c) => c.n2);
  const p1 = n1 === 0 ? null : sum(used, (c) => c.y1) / n1;
  const p2 = n2 === 0 ? null : sum(used, (c) => c.y2) / n2;
  const without = {participants: k, n1, n2, p1, p2, difference: null, low: null, high: null, standardError: null};
  if (p1 === null || p2 === null) return without;
  const difference = p2 - p1;
  if (k === 1) return {...without, difference};
  const squares = sum(used, (c) => ((c.y2 - p2 * c.n2) / n2 - (c.y1 - p1 * c.n1) / n1) ** 2);
  const standardError = Math.sqrt((k / (k - 1)) * squares);
  // An interval of no width would claim certainty where there is nothing to estimate it from.
  if (standardError < 1e-12) return {...without, difference};
  const df = degreesOfFreedom(
    used.map((c) => c.n1),
    used.map((c) => c.n2)
  );
  const half = tQuantile(0.975, df) * standardError;
  return {
    ...without,
    difference,
    low: Math.max(-1, difference - half),
    high: Math.min(1, difference + half),
    standardError
  };
}
