import {sum} from "d3-array";
import type {RegisterAssumptions} from "./assumptions.js";
import {inProportion, printsAs} from "./apportion.js";
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
  const sizes = inProportion(patients, [...ofRegions, unknown, printedPrivate]);
  const bySpecialty = inProportion(
    patients,
    specialties.map((specialty) => printed.atContact.get(`1/${specialty}`)!)
  );
  const ofCountry = groupCounts(printed, "country", printed.patients);
  sizes[areas.length - 1] = bySpecialty[3]!;
  sizes[areas.length - 2]! += patients - sum(sizes);
  const percentOf = (area: string, specialty: string) =>
    area === "unknown"
      ? assumptions.unknown_region[specialty]! * 100
      : printed.firstContacts.get(area)!.get(specialty)!;
  const publicAreas = areas.slice(0, -1);
  const firsts = contingency(
    publicAreas.map((area, i) => publicSpecialties.map((specialty) => percentOf(area, specialty) * sizes[i]!)),
    sizes.slice(0, -1),
    bySpecialty.slice(0, -1)
  );
  regions.forEach((region, i) =>
    publicSpecialties.forEach((specialty, j) => {
      const {low, high} = printsAs(percentOf(region, specialty), sizes[i]!);
      const n = firsts[i]![j]!;
      if (n < low || n > high) throw new RangeError(`${region} ${specialty}: ${n} is outside ${low} to ${high}`);
    })
  );
  const ofPrivate = groupCounts(printed, "private", printedPrivate);
  const known = [...regions.map((region, i) => groupCounts(printed, region, ofRegions[i]!)), ofPrivate];
  // The five regions and the private hospitals leave the rest without region.
  const rest = ofCountry.map((n, group) => n - sum(known, (counts) => counts[group]!));
  if (rest.some((n) => n < 0)) throw new RangeError("more diagnoses in the regions than in the country");
  const groups = contingency([...known.slice(0, -1), rest, ofPrivate], sizes, inProportion(patients, ofCountry));
  return areas.flatMap((area, i) => {
    const within = area === "private" ? [0, 0, 0, sizes[i]!] : [...firsts[i]!, 0];
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

function groupCounts(printed: PrintedRegister, area: string, patients: number): number[] {
  const counts = diagnosisGroups.slice(0, 4).map((group) => printed.diagnoses.get(area)!.get(group)!);
  return [...counts, patients - sum(counts)];
}

/** Patients per diagnosis code: shares of each group. */
export function planCodes(
  cells: HospitalCell[],
  assumptions: RegisterAssumptions
): {group: string; code: string; n: number}[] {
  return diagnosisGroups.flatMap((group) => {
    const total = sum(cells, (cell) => (cell.group === group ? cell.n : 0));
    const codes = assumptions.codes[group]!;
    const counts = inProportion(total, Object.values(codes));
    return Object.keys(codes).map((code, i) => ({group, code, n: counts[i]!}));
  });
}
