import {sum} from "d3-array";
import type {Limits} from "./limits.js";
import {digamma, logGamma} from "./logGamma.js";
import {root} from "./root.js";

/** One unit: `y` with the outcome of `n`, where `share` (above 0, below 1) is expected of it before a common shift. */
export interface BetaBinomialUnit {
  y: number;
  n: number;
  share: number;
}

/** Half the χ² quantile of 95 % with one degree of freedom: how far a log likelihood may lie below its maximum. */
const drop = 3.841458820694124 / 2;

/** Intra-class correlations below this differ from none by less than rounding. */
const none = 1e-7;

/**
 * 95 % limits of the intra-class correlation ρ of counts that vary between units as beta-binomial ones do, with
 * variance n p (1 − p)(1 + (n − 1) ρ): likelihood ratio limits of the likelihood adjusted for the common level, which
 * is estimated too (a shift on the logit scale).
 *
 * J. G. Skellam, JRSS B 1948;10:257-61, and D. A. Williams, Biometrics 1975;31:949-52 (the distribution); D. R. Cox and
 * N. Reid: Parameter orthogonality and approximate conditional inference, JRSS B 1987;49:1-39 (l − ½ ln j at the level
 * that is most likely for ρ); M. S. Bartlett, Proc R Soc A 1937;160:268-82 (the factor 1 + 1 / (3 (k − 1)) for few
 * units).
 *
 * @param units at least two
 * @returns 0 to 1
 */
export function intraClassLimits(units: BetaBinomialUnit[]): Limits {
  const sizes = units.map((u) => u.n);
  const effective = (sum(sizes) - sum(sizes, (n) => n * n) / sum(sizes)) / (units.length - 1);
  if (effective <= 1) return {low: 0, high: 1};
  // Searched over the share of variance that chance explains, on which likelihoods are smooth also beside 0.
  const correlation = (chance: number) => (1 / chance - 1) / (effective - 1);
  const likelihood = (chance: number) => adjustedLogLikelihood(units, Math.max(none, correlation(chance)));
  const [least, most] = [1 / effective + 1e-9, 1];
  const best = highest(likelihood, least, most);
  const edge = likelihood(best) - drop * (1 + 1 / (3 * (units.length - 1)));
  const above = (chance: number) => likelihood(chance) - edge;
  return {
    low: above(most) >= 0 ? 0 : correlation(root(above, best, most)),
    high: above(least) >= 0 ? 1 : correlation(root(above, least, best))
  };
}

function adjustedLogLikelihood(units: BetaBinomialUnit[], correlation: number): number {
  const total = 1 / correlation - 1;
  const at = (shift: number) => (unit: BetaBinomialUnit) => 1 / (1 + (1 / unit.share - 1) * Math.exp(-shift));
  const information = (shift: number) =>
    sum(units, (u) => (u.n * at(shift)(u) * (1 - at(shift)(u))) / (1 + (u.n - 1) * correlation));
  const score = (shift: number) => sum(units, (u) => scoreOf(u, at(shift)(u), total));
  // Newton's steps with the slope of the last two scores, until one is less than a thousandth of a standard error.
  let [shift, slope, last] = [0, information(0), score(0)];
  for (let step = 0; step < 50; step++) {
    const change = Math.max(-1, Math.min(1, last / slope));
    shift += change;
    if (change * change * slope < 1e-6) break;
    const next = score(shift);
    if ((last - next) / change > 0) slope = (last - next) / change;
    last = next;
  }
  const likelihood = sum(units, (u) => logLikelihood(u, at(shift)(u) * total, total));
  return likelihood - Math.log(information(shift)) / 2;
}

/** Slope of the log likelihood by the logit of the share. */
function scoreOf({y, n}: BetaBinomialUnit, share: number, total: number): number {
  const [a, b] = [share * total, (1 - share) * total];
  return total * share * (1 - share) * (digamma(y + a) - digamma(a) - digamma(n - y + b) + digamma(b));
}

function logLikelihood({y, n}: BetaBinomialUnit, a: number, total: number): number {
  const choose = (x: number, count: number) => (count === 0 ? 0 : logGamma(x + count) - logGamma(x));
  return choose(a, y) + choose(total - a, n - y) - choose(total, n);
}

/** Where a function with one peak is highest, by golden section (J. Kiefer, Proc Am Math Soc 1953;4:502-6). */
function highest(f: (x: number) => number, low: number, high: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  let [left, right] = [b - golden * (b - a), a + golden * (b - a)];
  let [atLeft, atRight] = [f(left), f(right)];
  while (b - a > 1e-4 * b) {
    if (atLeft > atRight) {
      [b, right, atRight] = [right, left, atLeft];
      left = b - golden * (b - a);
      atLeft = f(left);
    } else {
      [a, left, atLeft] = [left, right, atRight];
      right = a + golden * (b - a);
      atRight = f(right);
    }
  }
  return f(high) > Math.max(atLeft, atRight) ? high : atLeft > atRight ? left : right;
}
