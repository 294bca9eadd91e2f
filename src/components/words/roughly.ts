import {count} from "./format.js";

/**
 * A computed number of people with no more precision than its source gives it: two digits,
 * tens below a hundred, 0 below ten.
 */
export function roughly(people: number): number {
  const unit = Math.max(10, 10 ** (Math.floor(Math.log10(Math.max(people, 1))) - 1));
  return people < 10 ? 0 : Math.round(people / unit) * unit;
}

/** People in words: `ca. 390.000`, `60.000–80.000`, `færre end 10`. */
export function roughText({low, high}: {low: number; high: number}): string {
  const [from, to] = [roughly(low), roughly(high)];
  if (to === 0) return "færre end 10";
  if (from === to) return `ca.\u00A0${count(to)}`;
  return from === 0 ? `op til ${count(to)}` : `${count(from)}–${count(to)}`;
}
