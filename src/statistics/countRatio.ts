import {clopperPearson} from "./clopperPearson.js";
import type {Limits} from "./limits.js";

/**
 * Exact interval for the ratio of two independent counts that vary as Poisson counts do, such
 * as patients of two years: given their sum, the first is binomial.
 *
 * J. Przyborowski and H. Wilenski: Homogeneity of results in testing samples from Poisson series. Biometrika
 * 1940;31:313-23; K. J. Rothman and S. Greenland: Modern Epidemiology, 2nd ed., 1998, p. 239.
 *
 * @param later events, at least 0
 * @param earlier events, above 0
 * @returns limits of `later / earlier`
 * @throws RangeError when a count is negative or `earlier` is 0
 */
export function countRatio(later: number, earlier: number): Limits {
  if (!(earlier > 0)) throw new RangeError(`The earlier count ${earlier} must be above 0.`);
  const {low, high} = clopperPearson(later, later + earlier);
  return {low: low / (1 - low), high: high / (1 - high)};
}
