import {logGamma} from "./logGamma.js";

/**
 * Regularised lower incomplete gamma function P(a, x), the distribution function of a gamma distribution of shape `a`
 * and scale 1; of χ² with ν degrees of freedom it is P(ν/2, χ²/2). Its series (Abramowitz and Stegun 6.5.29) below a +
 * 1, its continued fraction (6.5.31) above, as in W. H. Press et al.: Numerical Recipes, 3rd ed. 2007, 6.2.
 *
 * @param a above 0
 * @param x at least 0
 * @throws RangeError when an argument is outside its range
 */
export function incompleteGamma(a: number, x: number): number {
  if (!(a > 0 && x >= 0)) throw new RangeError(`P(${a}, ${x}) is not defined.`);
  if (x === 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? front * series(a, x) : 1 - front * continuedFraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let total = term;
  for (let n = 1; term > total * 1e-17; n++) total += term *= x / (a + n);
  return total;
}

function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let result = d;
  for (let i = 1; i < 10_000; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    result *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return result;
}
