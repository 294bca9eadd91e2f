import {totalOf} from "./totalOf.js";

/** Pearson's correlation of two equally long series: 1 where one profile is the other, stretched or moved. */
export function correlation(xs: number[], ys: number[]): number {
  const [x0, y0] = [totalOf(xs) / xs.length, totalOf(ys) / ys.length];
  const covariance = totalOf(xs.map((x, i) => (x - x0) * (ys[i]! - y0)));
  return covariance / Math.sqrt(totalOf(xs.map((x) => (x - x0) ** 2)) * totalOf(ys.map((y) => (y - y0) ** 2)));
}
