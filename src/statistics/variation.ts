import {deviation, max, mean, min, sum} from "d3-array";
import {requireShareOf} from "./checks.js";
import type {Cluster} from "./clusteredProportion.js";

export interface Variation {
  /** Units with at least one registration. */
  units: number;
  /** Spread of the units' shares around the common share, weighted by registrations, in percentage points. */
  observedSpread: number | null;
  /** The spread chance alone would give, in percentage points. */
  expectedSpread: number | null;
  /** How much of the observed variance chance explains, 0 to 100. */
  chanceShare: number | null;
  /** Systematic component of variation, × 100. */
  scv: number | null;
  /** Highest over lowest share; null when the lowest is 0. */
  extremalQuotient: number | null;
  /** Coefficient of variation of the units' shares, unweighted, in percent. */
  cv: number | null;
}

/**
 * How much units (participants) differ in a share, and how much of it chance explains.
 *
 * Observed spread √(Σ n_i (p_i − p)² / N); its square is expected to be p (1 − p)(k − 1) / N when all units have the
 * same true share. The chance share, expected² / observed², is (k − 1) over the χ² of heterogeneity (W. G. Cochran,
 * Biometrics 1954;10:417-51; P. Diehr et al.: What is too much variation? Health Serv Res 1990;24:741-71).
 * The SCV takes E_i = n_i p.
 *
 * @param units `y` ticked of `n` registrations; units without registrations are passed over
 * @returns null for what is not defined: spreads of fewer than two units, and chance share,
 * SCV and CV where nobody is ticked
 * @throws RangeError unless 0 ≤ y ≤ n in every unit
 */
export function variation(units: Iterable<Cluster>): Variation {
  const used: Cluster[] = [];
  for (const unit of units) {
    requireShareOf(unit.y, unit.n);
    if (unit.n > 0) used.push(unit);
  }
  const k = used.length;
  if (k < 2) {
    return {
      units: k,
      observedSpread: null,
      expectedSpread: null,
      chanceShare: null,
      scv: null,
      extremalQuotient: null,
      cv: null
    };
  }
  const n = sum(used, (u) => u.n);
  const p = sum(used, (u) => u.y) / n;
  const rates = used.map((u) => u.y / u.n);
  const observed = sum(used, (u) => u.n * (u.y / u.n - p) ** 2) / n;
  const expected = (p * (1 - p) * (k - 1)) / n;
  const lowest = min(rates)!;
  return {
    units: k,
    observedSpread: 100 * Math.sqrt(observed),
    expectedSpread: 100 * Math.sqrt(expected),
    chanceShare: expected > 0 ? 100 * Math.min(1, expected / observed) : null,
    scv: p > 0 ? scv(used.map((u) => ({observed: u.y, expected: u.n * p}))) : null,
    extremalQuotient: lowest > 0 ? max(rates)! / lowest : null,
    cv: p > 0 ? (100 * deviation(rates)!) / mean(rates)! : null
  };
}

/**
 * Systematic component of variation, × 100: the variation between units beyond what chance explains. Negative when
 * units differ less than chance would have them.
 *
 * K. McPherson et al.: Small-area variations in the use of common surgical procedures. NEJM 1982;307:1310-4:
 * (1/k) (Σ (O − E)² / E² − Σ 1 / E). Others multiply by 10 or 1000.
 *
 * @param units observed and expected counts, `expected` above 0
 * @returns null without units
 * @throws RangeError when an expected count is not above 0
 */
export function scv(units: Iterable<{observed: number; expected: number}>): number | null {
  const terms: number[] = [];
  for (const {observed, expected} of units) {
    if (!(expected > 0)) throw new RangeError(`The expected count ${expected} must be above 0.`);
    terms.push(((observed - expected) / expected) ** 2 - 1 / expected);
  }
  return terms.length === 0 ? null : 100 * mean(terms)!;
}
