import type {Column} from "../rows/column.js";
import {count, percent} from "../words/format.js";

/** A share with its limits, as the table behind a figure shows it. */
export const shareColumns: Column[] = [
  {field: "n", label: "Registreringer med svaret", format: (value) => count(value as number)},
  {field: "total", label: "Registreringer i alt", format: (value) => count(value as number)},
  {field: "percent", label: "Andel", unit: "%", format: (value) => percent(value as number)},
  {field: "low", label: "95 %-interval, nedre", unit: "%", format: (value) => percent(value as number)},
  {field: "high", label: "95 %-interval, øvre", unit: "%", format: (value) => percent(value as number)}
];

/** Answers compared between professions. */
export const answerColumns: Column[] = [
  {field: "label", label: "Svar"},
  {field: "profession_da", label: "Faggruppe"},
  ...shareColumns
];
