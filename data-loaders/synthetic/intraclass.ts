import {sum} from "d3-array";

/** What one participant counts: `y` ticked of `n` registrations. */
export interface Cluster {
  y: number;
  n: number;
}

/**
 * Intraclass correlation of a yes-or-no answer by analysis of variance between and within participants of unequal
 * size: A. Donner and J. J. Koval, Biometrics 1980;36:19-25; for yes-or-no answers M. S. Ridout, C. G. B. Demétrio
 * and D. Firth, Biometrics 1999;55:137-148 (their estimator "AOV").
 *
 * @returns the correlation, at most 1 and possibly below 0; null where it is undefined: fewer than two participants,
 * no participant with two registrations, or an answer that nobody or everybody is given
 * @throws RangeError unless 0 ≤ y ≤ n in every cluster
 */
export function intraclass(clusters: Iterable<Cluster>): number | null {
  const used: Cluster[] = [];
  for (const cluster of clusters) {
    if (!(cluster.y >= 0 && cluster.y <= cluster.n)) throw new RangeError(`${cluster.y} of ${cluster.n} is no share`);
    if (cluster.n > 0) used.push(cluster);
  }
  const k = used.length;
  const n = sum(used, (c) => c.n);
  const y = sum(used, (c) => c.y);
  if (k < 2 || n === k || y === 0 || y === n) return null;
  const squares = sum(used, (c) => c.y ** 2 / c.n);
  const between = (squares - y ** 2 / n) / (k - 1);
  const within = (y - squares) / (n - k);
  const size = (n - sum(used, (c) => c.n ** 2) / n) / (k - 1);
  return (between - within) / (between + (size - 1) * within);
}
