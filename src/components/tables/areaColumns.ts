import type {Column} from "../rows/column.js";
import {count, percent} from "../words/format.js";

const share: Column[] = [
  {field: "percent", label: "Andel", unit: "%", format: (value) => percent(value as number | null)},
  {field: "low", label: "95 %-interval, nedre", unit: "%", format: (value) => percent(value as number | null)},
  {field: "high", label: "95 %-interval, øvre", unit: "%", format: (value) => percent(value as number | null)}
];

/** The columns behind figures that compare areas. */
export const areaColumns: Column[] = [
  {field: "name", label: "Område"},
  {field: "area_id", label: "Kode"},
  {field: "denominator", label: "Patienter i nævneren", format: (value) => count(value as number | null)},
  ...share
];

const timings: Record<string, string> = {before: "før kontakten", after: "efter kontakten"};

/** The columns behind figures of groups of an indicator's patients. */
export const shareColumns: Column[] = [
  {field: "label", label: "Gruppe"},
  {field: "timing", label: "Hvornår", format: (value) => timings[value as string] ?? "–"},
  {field: "patients", label: "Patienter i gruppen", format: (value) => count(value as number | null)},
  {field: "total", label: "Patienter i alt", format: (value) => count(value as number | null)},
  share[0]!
];
