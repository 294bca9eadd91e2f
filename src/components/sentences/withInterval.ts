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

/** The same, or the range of a hidden share: `0,3–1,2 %`. */
export function withRange(share: Share & Ranged<"percent">): string {
  return rangeText(share, "percent", "%") ?? withInterval(share);
}
