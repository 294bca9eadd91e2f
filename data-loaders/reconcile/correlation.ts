import {mean, sum} from "d3-array";

/** Pearson's correlation of two equally long series: 1 where one profile is the other, stretched or moved. */
export function correlation(xs: number[], ys: number[]): number {
  const [x0, y0] = [mean(xs) ?? NaN, mean(ys) ?? NaN];
  const covariance = sum(xs, (x, i) => (x - x0) * (ys[i]! - y0));
  return covariance / Math.sqrt(sum(xs, (x) => (x - x0) ** 2) * sum(ys, (y) => (y - y0) ** 2));
}
