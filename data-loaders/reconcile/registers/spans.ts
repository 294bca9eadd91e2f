import type {Span} from "../../indicators/definition/indicator.js";

const units = {day: "days", month: "months", year: "years"} as const;
const danishUnits: Record<string, [one: string, many: string]> = {
  days: ["dag", "dage"],
  months: ["måned", "måneder"],
  years: ["år", "år"]
};

/**
 * The spans of a window in the transcript's words: `3 months before` is {months: -3}, `90-180
 * days after` is {days: 90} and {days: 180}, `half year before` is {months: -6}.
 */
export function spansIn(window: string): Span[] {
  const [, numbers, unit, side] = /(half|\d+(?:-\d+)?) (day|month|year)s? (before|after)/.exec(window) ?? [];
  if (!numbers) return [];
  const sign = side === "before" ? -1 : 1;
  if (numbers === "half") return [{months: 6 * sign}];
  return numbers.split("-").map((number) => ({[units[unit as keyof typeof units]]: Number(number) * sign}) as Span);
}

/** Whether two spans are the same; an absent one never is. */
export function isSame(a: Span | undefined, b: Span | undefined): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

/** `{months: -3}` is `3 måneder før`. */
export function spanInWords(span: Span | undefined): string {
  if (!span) return "intet vindue";
  const [unit, number] = Object.entries(span)[0] as [string, number];
  const size = Math.abs(number);
  return `${size} ${danishUnits[unit]![size === 1 ? 0 : 1]} ${number < 0 ? "før" : "efter"}`;
}
