import {sum} from "d3-array";
import type {RegisterAssumptions} from "./assumptions.js";
import {apportion, inProportion, printsAs} from "./apportion.js";
import {contingency} from "./contingency.js";
import type {PrintedRegister} from "./printed.js";

const publicSpecialties = ["acute", "medicine", "surgery"] as const;
export const specialties = [...publicSpecialties, "private"] as const;
const diagnosisGroups = ["DM47", "DM48", "DM51", "DM54", "other"] as const;

/** First contacts of a period alike in hospital region, specialty and diagnosis group. */
export interface HospitalCell {
  /** Region code, `private` or `unknown`. */
  area: string;
  specialty: string;
  group: string;
  n: number;
}

/**
 * First contacts by area, specialty and diagnosis group: the printed margins of the last period, scaled to the period's
 * patients. Within an area, specialty and diagnosis group are independent, as nothing else is printed.
 *
 * @throws RangeError when the printed percents of a region cannot hold beside the printed totals
 */
export function planHospitals(
  patients: number,
  printed: PrintedRegister,
  assumptions: RegisterAssumptions
): HospitalCell[] {
  const regions = [...printed.firstContacts.keys()].filter((area) => area !== "private");
  const printedPrivate = printed.atContact.get("1/private")!; // I19: 9,411 as in the flow, not 9,412
  const ofRegions = regions.map((region) => printed.areaPatients.get(region)!);
  const unknown = printed.patients - sum(ofRegions) - printedPrivate;
  const areas = [...regions, "unknown", "private"];
  const [sizes, bySpecialty, byGroup] = scaled(patients, [
    [...ofRegions, unknown, printedPrivate],
    specialties.map((specialty) => printed.atContact.get(`1/${specialty}`)!),
    groupCounts(printed, "country", printed.patients)
  ]);
  sizes![areas.length - 1] = bySpecialty![3]!;
  sizes![areas.length - 2]! += patients - sum(sizes!);
  const percentOf = (area: string, specialty: string) =>
    area === "unknown"
      ? assumptions.unknown_region[specialty]! * 100
      : printed.firstContacts.get(area)!.get(specialty)!;
  const publicAreas = areas.slice(0, -1);
  const firsts = contingency(
    publicAreas.map((area, i) => publicSpecialties.map((specialty) => percentOf(area, specialty) * sizes![i]!)),
    sizes!.slice(0, -1),
    bySpecialty!.slice(0, -1)
  );
  regions.forEach((region, i) =>
    publicSpecialties.forEach((specialty, j) => {
      const {low, high} = printsAs(percentOf(region, specialty), sizes![i]!);
      if (firsts[i]![j]! < low || firsts[i]![j]! > high)
        throw new RangeError(`${region} ${specialty}: ${firsts[i]![j]} is outside ${low} to ${high}`);
    })
  );
  const groups = contingency(
    areas.map((area, i) => areaGroups(printed, area, areas, i, unknown, printedPrivate)),
    sizes!,
    byGroup!
  );
  return areas.flatMap((area, i) => {
    const within = area === "private" ? [0, 0, 0, sizes![i]!] : [...firsts[i]!, 0];
    const joint = contingency(
      within.map((n) => groups[i]!.map((m) => n * m)),
      within,
      groups[i]!
    );
    return specialties.flatMap((specialty, j) =>
      diagnosisGroups.flatMap((group, k) => (joint[j]![k]! > 0 ? [{area, specialty, group, n: joint[j]![k]!}] : []))
    );
  });
}

/**
 * Patients of an area in every diagnosis group; the five regions and the private hospitals
 * leave the rest without region.
 */
function areaGroups(
  printed: PrintedRegister,
  area: string,
  areas: string[],
  i: number,
  unknown: number,
  ofPrivate: number
): number[] {
  if (area === "private") return groupCounts(printed, area, ofPrivate);
  if (area !== "unknown") return groupCounts(printed, area, printed.areaPatients.get(area)!);
  const others = areas.filter((other) => other !== area);
  const rest = diagnosisGroups
    .slice(0, 4)
    .map(
      (group) =>
        printed.diagnoses.get("country")!.get(group)! -
        sum(others, (other) => printed.diagnoses.get(other)!.get(group)!)
    );
  if (i < 0 || rest.some((n) => n < 0)) throw new RangeError("more diagnoses in the regions than in the country");
  return [...rest, unknown - sum(rest)];
}

function groupCounts(printed: PrintedRegister, area: string, patients: number): number[] {
  const counts = diagnosisGroups.slice(0, 4).map((group) => printed.diagnoses.get(area)!.get(group)!);
  return [...counts, patients - sum(counts)];
}

/** Margins with the same sum, scaled to another one. */
export function scaled(total: number, margins: number[][]): number[][] {
  return margins.map((margin) => inProportion(total, margin));
}

/** Patients per diagnosis code: shares of each group. */
export function planCodes(
  cells: HospitalCell[],
  assumptions: RegisterAssumptions
): {group: string; code: string; n: number}[] {
  return diagnosisGroups.flatMap((group) => {
    const total = sum(
      cells.filter((cell) => cell.group === group),
      (cell) => cell.n
    );
    const codes = Object.entries(assumptions.codes[group]!);
    const counts = apportion(
      total,
      codes.map(([, share]) => ({target: share, low: 0, high: total}))
    );
    return codes.map(([code], i) => ({group, code, n: counts[i]!}));
  });
}
