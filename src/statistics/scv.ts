import {mean} from "d3-array";

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
