import {sum} from "d3-array";
import {requireShareOf} from "./checks.js";
import {clopperPearson} from "./clopperPearson.js";
import {degreesOfFreedom} from "./degreesOfFreedom.js";
import {tQuantile} from "./studentT.js";

/** What one cluster (participant) counts: `y` ticked of `n` registrations. */
export interface Cluster {
  y: number;
  n: number;
}

export interface ClusteredProportion {
  /** Proportion 0 to 1; null without registrations. */
  p: number | null;
  /** Registrations. */
  n: number;
  /** Participants with at least one registration. */
  clusters: number;
  /** 95 % limits, proportions 0 to 1; null with fewer than two participants. */
  low: number | null;
  high: number | null;
  /** Design effect, at least 1; null with fewer than two participants. */
  deff: number | null;
  /** Effective number of registrations, at most n; null with fewer than two participants. */
  effective: number | null;
}

/**
 * Proportion with 95 % limits when registrations cluster within participants: ratio estimator with participants as
 * clusters, and Clopper and Pearson's limits at the effective number of registrations.
 *
 * E. L. Korn and B. I. Graubard: Confidence intervals for proportions with small expected number of positive counts
 * estimated from survey data. Survey Methodology 1998;24:193-201: effective number n* = n / deff · (t(n − 1) / t(df))²,
 * at most n; variance of the ratio after W. G. Cochran: Sampling Techniques, 3rd ed. 1977, ch. 6. Two things hold
 * coverage up where participants are few (N. Dean and M. Pagano, J Surv Stat Methodol 2015;3:484-503, compare): the
 * design effect is never taken below 1, and is 1 where nobody or everybody is ticked and no variance can be estimated;
 * and the degrees of freedom are the k − 1 of Korn and Graubard only where participants are of equal size, else those
 * of `degreesOfFreedom`. With k − 1 and sizes of 1 to 40, five participants' limits hold 93 to 98 % of true shares in
 * simulations (shares 10 to 90 %, intra-class correlation .05 to .2), and with these 96 to 99 %.
 *
 * @param clusters one per participant; those without registrations are passed over
 * @throws RangeError unless 0 ≤ y ≤ n in every cluster
 */
export function clusteredProportion(clusters: Iterable<Cluster>): ClusteredProportion {
  const used: Cluster[] = [];
  for (const cluster of clusters) {
    requireShareOf(cluster.y, cluster.n);
    if (cluster.n > 0) used.push(cluster);
  }
  const k = used.length;
  const n = sum(used, (c) => c.n);
  const y = sum(used, (c) => c.y);
  if (k === 0) return {p: null, n, clusters: k, low: null, high: null, deff: null, effective: null};
  const p = y / n;
  if (k === 1) return {p, n, clusters: k, low: null, high: null, deff: null, effective: null};
  const deff = y === 0 || y === n ? 1 : Math.max(1, ratioVariance(used, p, n) / ((p * (1 - p)) / n));
  const few = tQuantile(0.975, n - 1) / tQuantile(0.975, degreesOfFreedom(used.map((c) => c.n)));
  const effective = Math.min(n, (n / deff) * few ** 2);
  return {p, n, clusters: k, ...clopperPearson(Math.min(p * effective, effective), effective), deff, effective};
}

/** Variance of the ratio Σy / Σn between clusters. */
function ratioVariance(clusters: Cluster[], p: number, n: number): number {
  const k = clusters.length;
  return ((k / (k - 1)) * sum(clusters, (c) => (c.y - p * c.n) ** 2)) / n ** 2;
}
