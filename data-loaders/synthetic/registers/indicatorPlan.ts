import {sum} from "d3-array";
import type {RegisterAssumptions} from "./assumptions.js";
import {apportion, inProportion, printsAs} from "./apportion.js";
import type {Indicator, PrintedRegister} from "./printed.js";
import {differences, type Chance, type MunicipalityPlan} from "./residencePlan.js";

/** Who counts, and who of them meets the indicator, in one municipality. */
export interface Fraction {
  denominator: number;
  numerator: number;
}

/**
 * Patients of every municipality in the denominators: with, without and in neither medicine indicator; employed. The
 * named extremes get the nearest denominator with which their printed percent can be met and shown.
 */
export function planDenominators(
  totals: {noPrior: number; prior: number; employed: number},
  municipalities: MunicipalityPlan[],
  printed: PrintedRegister,
  assumptions: RegisterAssumptions,
  chance: Chance
): {noPrior: number[]; prior: number[]; neither: number[]; employed: number[]} {
  const sizes = municipalities.map((m) => m.patients);
  const codes = municipalities.map((m) => m.code);
  const neither = inProportion(sum(sizes) - totals.noPrior - totals.prior, sizes);
  const staying = sizes.map((n, i) => n - neither[i]!);
  const varied = (
    name: "prior_use" | "employed",
    total: number,
    factor: Record<string, number>,
    fixed: (code: string, n: number, all: number) => number | undefined
  ) => {
    const noise = differences(chance, name, codes);
    const target = codes.map(
      (code, i) => (total / sum(sizes)) * sizes[i]! * (factor[code] ?? Math.exp(noise[i]! * assumptions.spread[name]))
    );
    return apportion(
      total,
      codes.map((code, i) => {
        const n = fixed(code, Math.round(target[i]!), staying[i]!);
        return {target: target[i]!, low: n ?? 0, high: n ?? staying[i]!};
      })
    );
  };
  const extreme = (id: Indicator, code: string, denominator: number) => {
    const named = [printed.indicators[id].lowest, printed.indicators[id].highest].find((e) => e.municipality === code);
    return named && printable(named.percent, denominator, assumptions.shown_from);
  };
  const prior = varied("prior_use", totals.prior, {}, (code, n, all) => {
    const noPrior = extreme("strong_analgesic_no_prior_use", code, all - n);
    return noPrior === undefined ? extreme("strong_analgesic_prior_use", code, n) : all - noPrior;
  });
  const employed = varied("employed", totals.employed, assumptions.employed_factor, (code, n) =>
    extreme("labour_market_retention", code, n)
  );
  return {noPrior: staying.map((n, i) => n - prior[i]!), prior, neither, employed};
}

/** The denominator nearest to a wanted one for which a numerator prints as the percent and may be shown. */
function printable(percent: number, wanted: number, fewest: number): number {
  for (let off = 0; off <= wanted; off++) {
    for (const denominator of [wanted + off, wanted - off]) {
      const {low, high} = printsAs(percent, denominator);
      if (Math.max(low, fewest) <= Math.min(high, denominator - fewest)) return denominator;
    }
  }
  throw new RangeError(`no denominator near ${wanted} prints as ${percent} and may be shown`);
}

/**
 * The numerator in every municipality: the printed total, regions that print as assumed, the named extremes
 * to the printed percent, and every other municipality that may be shown strictly between them.
 *
 * @param strict whether regions and extremes are printed for this period; else they only guide
 * @throws RangeError when the denominators do not admit it
 */
export function planNumerators(
  id: Indicator,
  numerator: number,
  denominators: number[],
  municipalities: MunicipalityPlan[],
  printed: PrintedRegister,
  assumptions: RegisterAssumptions,
  chance: Chance,
  strict: boolean
): Fraction[] {
  const percents = assumptions.region_percent[id]!;
  const regions = Object.keys(percents);
  const inRegion = (region: string) =>
    municipalities.map((_, i) => i).filter((i) => municipalities[i]!.region === region);
  const base = regions.map((region) => sum(inRegion(region), (i) => denominators[i]!));
  const ofRegion = apportion(
    numerator,
    regions.map((region, r) => ({
      target: (percents[region]! / 100) * base[r]!,
      ...(strict ? printsAs(percents[region]!, base[r]!) : {low: 0, high: base[r]!})
    }))
  );
  const limits = municipalities.map((m, i) =>
    municipalLimits(id, m.code, denominators[i]!, printed, assumptions, strict)
  );
  const noise = differences(
    chance,
    id,
    municipalities.map((m) => m.code)
  );
  const result = denominators.map((denominator) => ({denominator, numerator: 0}));
  regions.forEach((region, r) => {
    const own = inRegion(region);
    const share = ofRegion[r]! / base[r]!;
    const target = (i: number) =>
      denominators[i]! * Math.min(0.99, Math.max(0.01, share + (noise[i]! * assumptions.spread[id]) / 100));
    apportion(
      ofRegion[r]!,
      own.map((i) => ({target: target(i), ...limits[i]!}))
    ).forEach((n, k) => (result[own[k]!]!.numerator = n));
  });
  return result;
}

/** What the numerator of a municipality may be. */
function municipalLimits(
  id: Indicator,
  code: string,
  denominator: number,
  printed: PrintedRegister,
  assumptions: RegisterAssumptions,
  strict: boolean
): {low: number; high: number} {
  const {lowest, highest} = printed.indicators[id];
  if (!strict) return {low: 0, high: denominator};
  const fewest = assumptions.shown_from;
  const named = [lowest, highest].find((extreme) => extreme.municipality === code);
  if (named) {
    const {low, high} = printsAs(named.percent, denominator);
    const [first, last] = [Math.max(low, fewest), Math.min(high, denominator - fewest)];
    if (first > last)
      throw new RangeError(`${code}: no numerator out of ${denominator} prints as ${named.percent} and may be shown`);
    // The nearest to what is printed, so that there is room on both sides.
    const nearest = Math.min(last, Math.max(first, Math.round((named.percent / 100) * denominator)));
    return {low: nearest, high: nearest};
  }
  const clear = assumptions.clear_of_extremes + 0.5;
  const low = Math.ceil(((lowest.percent + clear) / 100) * denominator);
  const high = Math.floor(((highest.percent - clear) / 100) * denominator);
  const shown = {low: Math.max(low, fewest), high: Math.min(high, denominator - fewest)};
  if (shown.low <= shown.high) return shown;
  // Too small to be shown within the extremes: then too few to be shown at all.
  return {low: Math.max(0, denominator - fewest + 1), high: denominator};
}
