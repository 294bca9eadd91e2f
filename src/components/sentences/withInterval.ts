import {rangeText, type Ranged} from "../rows/range.js";
import {interval, percent} from "../words/format.js";

interface Share {
  percent: number | null;
  low: number | null;
  high: number | null;
}

/** A share with its interval: `12,3 % (95 %-interval 10,1–14,6 %)`, or why there is none. */
export function withInterval({percent: value, low, high}: Share): string {
  const limits = interval(low, high);
  return `${percent(value)} (${low === null || high === null ? limits : `95\u00A0%-interval ${limits}`})`;
}

/** Whether two intervals part; nothing where either is not known. Intervals that overlap settle nothing either way. */
export function overlap(a: Omit<Share, "percent">, b: Omit<Share, "percent">): string {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return "";
  if (a.low > b.high || b.low > a.high) return "Intervallerne overlapper ikke.";
  return "Intervallerne overlapper, så de afgør ikke, om forskellen er tilfældig.";
}

/** The same, or the range of a hidden share: `0,3–1,2 %`. */
export function withRange(share: Share & Ranged<"percent">): string {
  return rangeText(share, "percent", "%") ?? withInterval(share);
}
