import {requireProportion} from "./checks.js";
import {betaQuantile} from "./incompleteBeta.js";
import {logGamma} from "./logGamma.js";

/** Units' true shares, beta distributed with a mean (0 to 1) and a standard deviation. */
export interface BetaShares {
  mean: number;
  spread: number;
}

/**
 * How far true shares lie from their mean on average: of so many registrations in one the answer hangs on whom the
 * patient met.
 *
 * N. L. Johnson, S. Kotz and N. Balakrishnan: Continuous univariate distributions, volume 2, 2nd edition, 1995, 25.3:
 * 2 a^a b^b / (B(a, b) (a + b)^(a + b + 1)).
 *
 * @returns 0 to 1
 * @throws RangeError where no beta distribution has that spread
 */
export function meanDeviation(shares: BetaShares): number {
  if (shares.spread === 0) return 0;
  const [a, b] = parameters(shares);
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  return 2 * Math.exp(a * Math.log(a) + b * Math.log(b) - logBeta - (a + b + 1) * Math.log(a + b));
}

/**
 * Below which share a part (0 to 1) of them lies.
 * @throws RangeError where no beta distribution has that spread
 */
export function shareAt(part: number, shares: BetaShares): number {
  return shares.spread === 0 ? shares.mean : betaQuantile(part, ...parameters(shares));
}

function parameters({mean, spread}: BetaShares): [a: number, b: number] {
  requireProportion(mean);
  const both = (mean * (1 - mean)) / spread ** 2 - 1;
  if (!(spread > 0 && both > 0)) throw new RangeError(`No shares with the mean ${mean} have the spread ${spread}.`);
  return [mean * both, (1 - mean) * both];
}
