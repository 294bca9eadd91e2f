/** A distance from the first contact: one unit, below 0 before it. */
type SpanInWords = {days: number} | {months: number} | {years: number};

const units = {days: ["dag", "dage"], months: ["måned", "måneder"], years: ["år", "år"]} as const;

/** A distance from the first contact in words: `3 måneder før`, `180 dage efter`, `dagen for kontakten`. */
export function spanText(span: SpanInWords): string {
  const [[unit, number]] = Object.entries(span) as [[keyof typeof units, number]];
  if (number === 0) return "dagen for kontakten";
  const size = Math.abs(number);
  return `${size}\u00A0${units[unit][size === 1 ? 0 : 1]} ${number < 0 ? "før" : "efter"}`;
}

/** A window around the first contact: `fra 90 dage efter til 180 dage efter`. */
export function windowText({from, to}: {from: SpanInWords; to: SpanInWords}): string {
  const [start, end] = [spanText(from), spanText(to)];
  return start === end ? start : `fra ${start} til ${end}`;
}
