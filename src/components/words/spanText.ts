import type {Span, Window} from "../../../data-loaders/indicators/definition/indicator.js";

const units = {days: ["dag", "dage"], months: ["måned", "måneder"], years: ["år", "år"]} as const;

/** A distance from the first contact in words: `3 måneder før`, `180 dage efter`, `dagen for kontakten`. */
export function spanText(span: Span): string {
  const [[unit, number]] = Object.entries(span) as [[keyof typeof units, number]];
  if (number === 0) return "dagen for kontakten";
  const size = Math.abs(number);
  return `${size}\u00A0${units[unit][size === 1 ? 0 : 1]} ${number < 0 ? "før" : "efter"}`;
}

/** A window around the first contact: `fra 90 dage efter til 180 dage efter`. */
export function windowText({from, to}: Window): string {
  const [start, end] = [spanText(from), spanText(to)];
  return start === end ? start : `fra ${start} til ${end}`;
}
