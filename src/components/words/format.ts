// Numbers and names as Danish readers write them. A number and its unit never part at a line break (no-break space).

const NBSP = "\u00A0";
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(digits: number, signDisplay: "negative" | "exceptZero" = "negative"): Intl.NumberFormat {
  const key = `${digits} ${signDisplay}`;
  let found = formatters.get(key);
  if (!found) {
    // "negative" writes −0,04 with one digit as 0,0. TypeScript's library lacks the word.
    const options = {minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay};
    found = new Intl.NumberFormat("da-DK", options as Intl.NumberFormatOptions);
    formatters.set(key, found);
  }
  return found;
}

/** A value that may be hidden (NULL in a published table). */
type Maybe = number | null | undefined;

const isNumber = (value: Maybe): value is number => typeof value === "number" && Number.isFinite(value);

/** What stands in place of a number that is hidden. */
export const HIDDEN = "skjult";

/** `1234.56` → `1.234,6`; a hidden value → `skjult`. */
export function decimal(value: Maybe, digits = 1): string {
  return isNumber(value) ? formatter(digits).format(value).replace("-", "−") : HIDDEN;
}

/** `1234` → `1.234`; BigInt counts, as SQL answers them, are welcome. */
export function count(value: Maybe | bigint): string {
  return decimal(typeof value === "bigint" ? Number(value) : value, 0);
}

/** Percent of 0 to 100: `12.34` → `12,3 %`. */
export function percent(value: Maybe, digits = 1): string {
  return isNumber(value) ? `${decimal(value, digits)}${NBSP}%` : HIDDEN;
}

/** Proportion of 0 to 1: `0.1234` → `12,3 %`. */
export function share(value: Maybe, digits = 1): string {
  return percent(isNumber(value) ? 100 * value : null, digits);
}

/** Limits in percent: `10.1, 14.6` → `10,1–14,6 %`; without limits `uden interval`. */
export function interval(low: Maybe, high: Maybe, digits = 1): string {
  if (!isNumber(low) || !isNumber(high)) return "uden interval";
  // A dash between negative numbers would read as a minus.
  const to = low < 0 || high < 0 ? " til " : "–";
  return `${decimal(low, digits)}${to}${decimal(high, digits)}${NBSP}%`;
}

/** What a range is, in the line under figures that have one. */
export const RANGE_NOTE = `Skjulte tal står som et spænd, fx 1–4: det mindste og det største, tallet kan være ud fra alt, der er offentliggjort. Et spænd er ikke et 95${NBSP}%-interval.`;

/** Between what a hidden count lies: `1, 4` → `1–4`; without an upper limit `mindst 1`. */
export function countRange(least: number, most: number): string {
  if (most === Infinity) return `mindst ${count(least)}`;
  return least === most ? count(least) : `${count(least)}–${count(most)}`;
}

/**
 * Between what a hidden number with decimals lies: `0.31, 1.26` → `0,3–1,3`; the wider, the fewer decimals. Rounded
 * outward, so that it holds.
 */
export function decimalRange(least: number, most: number): string {
  if (most === Infinity) return `mindst ${decimal(least)}`;
  const digits = most < 1 ? 2 : most - least < 20 ? 1 : 0;
  const scale = 10 ** digits;
  // 0.57 · 100 is a little less than 57.
  const exact = (value: number) => Number((value * scale).toFixed(6));
  const [low, high] = [Math.floor(exact(least)) / scale, Math.ceil(exact(most)) / scale];
  return low === high ? decimal(low, digits) : `${decimal(low, digits)}–${decimal(high, digits)}`;
}

/** The same of a share in percent: `0.31, 1.26` → `0,3–1,3 %`. */
export function percentRange(least: number, most: number): string {
  return `${decimalRange(least, most)}${NBSP}%`;
}

/** A difference with its sign: `3.2` → `+3,2`. */
export function signed(value: Maybe, digits = 1): string {
  return isNumber(value) ? formatter(digits, "exceptZero").format(value).replace("-", "−") : HIDDEN;
}

/** A difference in percentage points, with its sign: `3.2` → `+3,2 procentpoint`. */
export function points(value: Maybe, digits = 1): string {
  return isNumber(value) ? `${signed(value, digits)}${NBSP}procentpoint` : HIDDEN;
}

/** `2026-03-01` → `1. marts 2026`. */
export function longDay(day: string): string {
  return new Intl.DateTimeFormat("da-DK", {dateStyle: "long", timeZone: "UTC"}).format(new Date(day));
}

/** A text that begins with a small letter. */
export function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

let collator: Intl.Collator | undefined;

/** Danish alphabetical order (æ, ø, å last), numbers in text by size: for `sort`. */
export function compareDanish(a: string, b: string): number {
  return (collator ??= new Intl.Collator("da", {numeric: true})).compare(a, b);
}

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
