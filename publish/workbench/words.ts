import type {ResultColumn} from "./results.js";

const whole = new Intl.NumberFormat("da-DK");
const decimal = new Intl.NumberFormat("da-DK", {maximumFractionDigits: 4});

/** A count in Danish: `1 række`, `12.345 rækker`. */
export function counted(n: number, one: string, many: string): string {
  return `${whole.format(n)} ${n === 1 ? one : many}`;
}

/** A time: `35 ms`, `2,4 s`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${decimal.format(Math.round(milliseconds / 100) / 10)} s`;
}

/** A value in a cell of a table. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "number") return decimal.format(value);
  return typeof value === "boolean" ? (value ? "ja" : "nej") : String(value);
}

export function isNumeric({type}: Pick<ResultColumn, "type">): boolean {
  return /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL|DOUBLE|FLOAT)/.test(type) && !type.endsWith("]");
}

/** What a type is called in Danish. */
export function typeText(type: string): string {
  if (isNumeric({type})) return /INT/.test(type) ? "heltal" : "tal";
  if (type === "VARCHAR") return "tekst";
  if (type === "BOOLEAN") return "ja/nej";
  if (type === "DATE") return "dato";
  return type.startsWith("TIME") ? "tid" : "sammensat";
}
