import {deviation, max, mean, min, sum} from "d3-array";
import {intraClassLimits} from "./betaBinomial.js";
import {requireShareOf} from "./checks.js";
import type {Cluster} from "./clusteredProportion.js";

/**
 * A unit: `y` ticked of `n`, and how many of its kind (by age and sex) would be ticked; without it, n times the share.
 */
export interface VaryingUnit extends Cluster {
  expected?: number;
}

export interface Variation {
  /** Units with at least one registration. */
  units: number;
  /** Spread of the units' shares around what is expected of them, weighted by registrations, in percentage points. */
  observedSpread: number | null;
  /** The spread chance alone would give, in percentage points. */
  expectedSpread: number | null;
  /** How much of the observed variance chance explains, 0 to 100, with 95 % limits. */
  chanceShare: number | null;
  chanceShareLow: number | null;
  chanceShareHigh: number | null;
  /** Standard deviation between the units' true shares, in percentage points, with 95 % limits. */
  betweenSpread: number | null;
  betweenSpreadLow: number | null;
  betweenSpreadHigh: number | null;
  /** Systematic component of variation, × 100: variance between true shares over the squared common share. */
  scv: number | null;
  /** Highest over lowest share; null when the lowest is 0. */
  extremalQuotient: number | null;
  /** Coefficient of variation of the units' shares, unweighted, in percent. */
  cv: number | null;
}

const undefinedMeasures = {
  chanceShare: null,
  chanceShareLow: null,
  chanceShareHigh: null,
  betweenSpread: null,
  betweenSpreadLow: null,
  betweenSpreadHigh: null,
  scv: null
};

/**
 * How much units (participants, areas) differ in a share, and how much of it chance explains. True shares are taken to
 * differ with an intra-class correlation ρ ≥ 0: a unit's count has variance n p (1 − p)(1 + (n − 1) ρ). Everything but
 * the extremal quotient and the CV follows from ρ, so that the measures agree and none is negative.
 *
 * With d_i = (y_i − E_i) / n_i, v_i = E_i (1 − E_i / n_i) and h_i = v_i / Σv, Σ n_i d_i² is expected to be
 * M(ρ) = Σ (v_i / n_i)(1 − h_i)(1 + (n_i − 1) ρ). Observed and expected spread are the roots of Σ n_i d_i² / N and M(0)
 * / N; ρ solves M(ρ) = Σ n_i d_i² (J. C. Kleinman, JASA 1973;68:46-54; D. A. Williams, Appl Stat 1982;31:144-8); the
 * chance share is M(0) / M(ρ), which is (k − 1) over the χ² of heterogeneity where E_i = n_i p (W. G. Cochran,
 * Biometrics 1954;10:417-51; P. Diehr et al.: What is too much variation? Health Serv Res 1990;24:741-71); the spread
 * between true shares √(ρ p (1 − p)); the SCV ρ (1 − p) / p, which is that of K. McPherson et al. (NEJM
 * 1982;307:1310-4) with the variance of a binomial count in place of a Poisson one, which is too large for outcomes
 * that many have. Others multiply the SCV by 10 or 1000. The limits are those of ρ from the beta-binomial likelihood,
 * widened where they leave out the estimate: χ² limits of the heterogeneity (Q-profile) hold far less than 95 % of true
 * values where outcomes are rare.
 *
 * @param units those without registrations are passed over; expected counts are scaled to the sum of those ticked
 * @returns null for what is not defined: spreads of fewer than two units, and what follows from ρ where nobody or
 * everybody is ticked, or nothing is left to chance
 * @throws RangeError unless 0 ≤ y ≤ n in every unit, and where an expected count is negative
 */
export function variation(units: Iterable<VaryingUnit>): Variation {
  const used: VaryingUnit[] = [];
  for (const unit of units) {
    requireShareOf(unit.y, unit.n);
    if (unit.expected !== undefined) requireShareOf(Math.min(unit.expected, unit.n), unit.n);
    if (unit.n > 0) used.push(unit);
  }
  const k = used.length;
  const nothing = {units: k, observedSpread: null, expectedSpread: null, ...undefinedMeasures};
  if (k < 2) return {...nothing, extremalQuotient: null, cv: null};
  const n = sum(used, (u) => u.n);
  const p = sum(used, (u) => u.y) / n;
  const rates = used.map((u) => u.y / u.n);
  const lowest = min(rates)!;
  return {
    ...spreads(used, p),
    units: k,
    extremalQuotient: lowest > 0 ? max(rates)! / lowest : null,
    cv: p > 0 ? (100 * deviation(rates)!) / mean(rates)! : null
  };
}

function spreads(used: VaryingUnit[], p: number) {
  const n = sum(used, (u) => u.n);
  const before = used.map((u) => u.expected ?? u.n * p);
  const scale = sum(before) > 0 ? (p * n) / sum(before) : 0;
  const expecting = used.map((u, i) => ({...u, share: Math.min(1, (scale * before[i]!) / u.n)}));
  const variances = expecting.map((u) => u.share * (1 - u.share));
  const inAll = sum(expecting, (u, i) => u.n * variances[i]!);
  const parts = expecting.map((u, i) => (inAll === 0 ? 0 : variances[i]! * (1 - (u.n * variances[i]!) / inAll)));
  const observed = sum(expecting, (u) => u.n * (u.y / u.n - u.share) ** 2);
  const chance = sum(parts);
  const slope = sum(parts, (part, i) => part * (used[i]!.n - 1));
  const common = {observedSpread: 100 * Math.sqrt(observed / n), expectedSpread: 100 * Math.sqrt(chance / n)};
  if (!(chance > 0)) return {...common, ...undefinedMeasures};
  const correlation = slope > 0 ? Math.min(1, Math.max(0, (observed - chance) / slope)) : 0;
  const varying = expecting.filter((u) => u.share > 0 && u.share < 1);
  const limits = varying.length < 2 ? {low: 0, high: 1} : intraClassLimits(varying);
  const [low, high] = [Math.min(limits.low, correlation), Math.max(limits.high, correlation)];
  const chanceShare = (rho: number) => 100 * (chance / (chance + rho * slope));
  const between = (rho: number) => 100 * Math.sqrt(rho * p * (1 - p));
  return {
    ...common,
    chanceShare: chanceShare(correlation),
    chanceShareLow: chanceShare(high),
    chanceShareHigh: chanceShare(low),
    betweenSpread: between(correlation),
    betweenSpreadLow: between(low),
    betweenSpreadHigh: between(high),
    scv: (100 * correlation * (1 - p)) / p
  };
}
