import type {Column} from "../tables/table.js";

/** A value with as many decimals as its column is published with. */
export function rounded(value: unknown, {decimals}: Column): unknown {
  if (decimals === undefined || typeof value !== "number") return value;
  const unit = 10 ** decimals;
  // A small negative number must not be written as minus zero, which readers would meet as "-0".
  return Math.round(value * unit) / unit + 0;
}
