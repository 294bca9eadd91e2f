import {incompleteGamma} from "./incompleteGamma.js";
import {root} from "./root.js";

/**
 * Distribution function of the standard normal distribution (Abramowitz and Stegun 26.4.6: z² is χ² with one degree).
 */
export function normalProbability(z: number): number {
  return (1 + Math.sign(z) * incompleteGamma(0.5, (z * z) / 2)) / 2;
}

/**
 * Quantile of the standard normal distribution.
 *
 * @param probability lower tail, above 0 and below 1; exact to 1e-9 where neither tail is below 1e-6
 * @throws RangeError when the probability is outside its range
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1))
    throw new RangeError(`The probability ${probability} must lie between 0 and 1.`);
  return root((z) => normalProbability(z) - probability, -40, 40);
}
