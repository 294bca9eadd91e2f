import {sum} from "d3-array";
import {normals, stream} from "../randomness.js";
import type {RegisterAssumptions} from "./assumptions.js";
import {inProportion} from "./apportion.js";
import {contingency} from "./contingency.js";
import type {HospitalCell} from "./hospitalPlan.js";
import type {Places} from "./places.js";
import type {PrintedRegister} from "./printed.js";

/** A municipality in one period. */
export interface MunicipalityPlan {
  code: string;
  region: string;
  patients: number;
  /** Inhabitants of 18 and more. */
  adults: number;
}

/** Chance with a memory: what a municipality keeps from period to period, and what is new in each. */
export interface Chance {
  seed: number;
  /** Years from the last period. */
  years: number;
}

/** Small differences between municipalities, standard normal; 70 % of their variance lasts over the periods. */
export function differences({seed, years}: Chance, name: string, codes: string[]): number[] {
  const lasting = normals(stream(seed, `registers/${name}`), codes.length);
  const passing = normals(stream(seed, `registers/${name}/${years}`), codes.length);
  return codes.map((_, i) => Math.sqrt(0.7) * lasting[i]! + Math.sqrt(0.3) * passing[i]!);
}

/**
 * Patients and adults of every municipality. Patients spread over regions by the printed incidence
 * and the assumed number of adults; then the adults are set so that each region's incidence prints
 * as it does. Within a region, patients follow the inhabitants, more or less.
 */
export function planResidence(
  patients: number,
  printed: PrintedRegister,
  places: Places,
  assumptions: RegisterAssumptions,
  chance: Chance
): MunicipalityPlan[] {
  const codes = Object.keys(assumptions.municipalities);
  const noise = differences(chance, "incidence", codes);
  const regions = [...printed.incidence.keys()];
  const ofRegion = inProportion(
    patients,
    regions.map((region) => printed.incidence.get(region)! * assumptions.adults[region]!)
  );
  return regions.flatMap((region, r) => {
    const own = codes.filter((code) => places.regionOf.get(code) === region);
    const inhabitants = own.map((code) => assumptions.municipalities[code]!);
    const weights = own.map(
      // An assumed factor stands instead of a difference by chance.
      (code, i) =>
        inhabitants[i]! *
        (assumptions.incidence_factor[code] ?? Math.exp(noise[codes.indexOf(code)]! * assumptions.spread.incidence))
    );
    const counts = inProportion(ofRegion[r]!, weights);
    // The last period has fewer patients than the one before on a growing population, so its
    // incidence is the printed one.
    const rate =
      (printed.incidence.get(region)! / 100_000) *
      (patients / printed.patients) *
      (1 + assumptions.growth * chance.years);
    const adults = inProportion(Math.round(ofRegion[r]! / rate), inhabitants);
    return own.map((code, i) => ({code, region, patients: counts[i]!, adults: adults[i]!}));
  });
}

/** Patients by area of the first contact and municipality of residence: most go to their own region's hospitals. */
export function planAreas(
  cells: HospitalCell[],
  municipalities: MunicipalityPlan[],
  assumptions: RegisterAssumptions
): {area: string; municipality: string; n: number}[] {
  const areas = [...new Set(cells.map((cell) => cell.area))];
  const sizes = areas.map((area) =>
    sum(
      cells.filter((cell) => cell.area === area),
      (cell) => cell.n
    )
  );
  const elsewhere = (1 - assumptions.own_region) / 4;
  const odds = (area: string, region: string) =>
    area === "private" || area === "unknown" ? 0.2 : area === region ? assumptions.own_region : elsewhere;
  const table = contingency(
    areas.map((area, i) => municipalities.map((m) => sizes[i]! * m.patients * odds(area, m.region))),
    sizes,
    municipalities.map((m) => m.patients)
  );
  return areas.flatMap((area, i) =>
    municipalities.flatMap((m, j) => (table[i]![j]! > 0 ? [{area, municipality: m.code, n: table[i]![j]!}] : []))
  );
}
