import {incompleteBeta} from "./incompleteBeta.js";
import {root} from "./root.js";

/**
 * Quantile of Student's t distribution, by solving its distribution function
 * (Abramowitz and Stegun 26.7.1: P(|T| > t) = I(df / (df + t²); df/2, 1/2)).
 *
 * @param probability lower tail, above 0 and below 1
 * @param df degrees of freedom, above 0
 * @throws RangeError when an argument is outside its range
 */
export function tQuantile(probability: number, df: number): number {
  if (!(probability > 0 && probability < 1))
    throw new RangeError(`The probability ${probability} must lie between 0 and 1.`);
  if (!(df > 0)) throw new RangeError(`The degrees of freedom ${df} must be above 0.`);
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -tQuantile(1 - probability, df);
  const tail = 2 * (1 - probability);
  const beyond = (t: number) => incompleteBeta(df / (df + t * t), df / 2, 0.5);
  let high = 1;
  while (beyond(high) > tail) high *= 2;
  return root((t) => tail - beyond(t), high === 1 ? 0 : high / 2, high);
}
