import type {Column} from "../rows/column.js";
import {count, percent} from "../words/format.js";

const counted = (field: string, label: string): Column => ({field, label, format: (value) => count(value as number)});
const inPercent = (field: string, label: string): Column => ({
  field,
  label,
  unit: "%",
  format: (value) => percent(value as number)
});
const share = inPercent("percent", "Andel");
const withLimits = [share, inPercent("low", "95 %-interval, nedre"), inPercent("high", "95 %-interval, øvre")];

/** A share of registrations with its limits, as the table behind a figure shows it. */
export const shareColumns: Column[] = [
  counted("n", "Registreringer med svaret"),
  counted("total", "Registreringer i alt"),
  ...withLimits
];

/** Answers compared between professions. */
export const answerColumns: Column[] = [
  {field: "label", label: "Svar"},
  {field: "profession_da", label: "Faggruppe"},
  ...shareColumns
];

/** Professions of the audit and areas of the registers in one table. */
export const acrossColumns: Column[] = [
  {field: "side", label: "Kilde"},
  {field: "label", label: "Svar eller mål"},
  {field: "who", label: "Faggruppe eller område"},
  counted("n", "Registreringer eller patienter, det gælder"),
  counted("total", "Registreringer eller patienter i alt"),
  ...withLimits
];

/** The columns behind figures that compare areas. */
export const areaColumns: Column[] = [
  {field: "name", label: "Område"},
  {field: "area_id", label: "Kode"},
  counted("denominator", "Patienter i nævneren"),
  ...withLimits
];

const timings: Record<string, string> = {before: "før kontakten", after: "efter kontakten"};

/** The columns behind figures of groups of an indicator's patients. */
export const patientShareColumns: Column[] = [
  {field: "label", label: "Gruppe"},
  {field: "timing", label: "Hvornår", format: (value) => timings[value as string] ?? "–"},
  counted("patients", "Patienter i gruppen"),
  counted("total", "Patienter i alt"),
  share
];
