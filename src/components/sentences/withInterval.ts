import {interval, percent} from "../format.js";

/** A share with its interval: `12,3 % (95 %-interval 10,1–14,6 %)`, or why there is none. */
export function withInterval({percent: value, low, high}: {percent: number | null; low: number | null; high: number | null}): string {
  const limits = interval(low, high);
  return `${percent(value)} (${low === null || high === null ? limits : `95 %-interval ${limits}`})`;
}

/** Whether two intervals part, in a sentence; nothing where either is not known. */
export function overlap(a: {low: number | null; high: number | null}, b: {low: number | null; high: number | null}): string {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return "";
  if (a.low > b.high || b.low > a.high) return "Intervallerne overlapper ikke.";
  return "Intervallerne overlapper, så forskellen kan være tilfældig.";
}
