import {sum} from "d3-array";
import {requireShareOf} from "./checks.js";
import {wilson} from "./wilson.js";

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
  /** Effective number of registrations, n / deff. */
  effective: number | null;
}

/**
 * Proportion with 95 % limits when registrations cluster within participants: ratio estimator with participants as
 * clusters, its variance turned into a design effect, and Wilson's interval at the effective size.
 *
 * W. G. Cochran: Sampling Techniques, 3rd ed. 1977, ch. 3.12 and 6; design effect and effective size after L. Kish:
 * Survey Sampling, 1965, and E. L. Korn and B. I. Graubard, Survey Methodology 1998;24:193-201. The design effect is
 * never taken below 1, and is 1 where nobody or everybody is ticked and no variance can be estimated.
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
  const effective = n / deff;
  return {p, n, clusters: k, ...wilson(Math.min(p * effective, effective), effective), deff, effective};
}

/** Variance of the ratio Σy / Σn between clusters. */
function ratioVariance(clusters: Cluster[], p: number, n: number): number {
  const k = clusters.length;
  return ((k / (k - 1)) * sum(clusters, (c) => (c.y - p * c.n) ** 2)) / n ** 2;
}
