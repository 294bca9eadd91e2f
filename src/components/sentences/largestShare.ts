import {maxIndex} from "d3-array";
import type {PatientShare} from "../charts/patientShares.js";
import {percent} from "../words/format.js";

/**
 * The largest of some groups of patients.
 * @param what the groups in words, such as `Efter kontakten har flest indløst`
 */
export function largestShare(rows: readonly PatientShare[], what: string): string {
  const shown = rows.filter((row) => row.percent !== null);
  const largest = shown[maxIndex(shown, (row) => row.percent!)];
  return largest
    ? `${what}: ${largest.label.toLowerCase()}, ${percent(largest.percent)}.`
    : "Ingen af grupperne har tal at vise.";
}
