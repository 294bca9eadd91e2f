import {logGamma} from "./logGamma.js";
import {root} from "./root.js";

/**
 * Regularised incomplete beta function I(x; a, b), by its continued fraction (Abramowitz and Stegun 26.5.8) evaluated
 * with Lentz's method (W. H. Press et al.: Numerical Recipes, 3rd ed. 2007, 6.4).
 *
 * @param x 0 to 1
 * @param a above 0
 * @param b above 0
 * @throws RangeError when an argument is outside its range
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0)) throw new RangeError(`I(${x}; ${a}, ${b}) is not defined.`);
  if (x === 0 || x === 1) return x;
  // The fraction converges fast only below the mean.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const logFront = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
  return (Math.exp(logFront) * continuedFraction(x, a, b)) / a;
}

/** The x with I(x; a, b) = probability: a quantile of the beta distribution. */
export function betaQuantile(probability: number, a: number, b: number): number {
  return root((x) => incompleteBeta(x, a, b) - probability, 0, 1);
}

function continuedFraction(x: number, a: number, b: number): number {
  const away = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m < 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    result *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return result;
}
