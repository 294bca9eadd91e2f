import {controlLimits} from "../../statistics/funnel.js";
import {rangeOf, type Ranged} from "./range.js";
import {controlFlag, type Controlled} from "./shareLimits.js";

/** How far an area's share lies from the country's with chance taken into account, in words; the lowest first. */
export const deviations = {
  farBelow: "under 99,8\u00A0%-grænsen",
  below: "under 95\u00A0%-grænsen",
  within: "inden for kontrolgrænserne",
  above: "over 95\u00A0%-grænsen",
  farAbove: "over 99,8\u00A0%-grænsen"
} as const;

export type Deviation = keyof typeof deviations;

/** A share with its control limits, or the range of a hidden one. */
export type Deviating = Controlled & Ranged<"denominator" | "percent"> & {denominator: number | null};

/**
 * The side of its control limits that a share lies on. A hidden share has one only where every share and every size
 * that its published ranges leave open lies in the same.
 * @param country the country's share, 0 to 100
 * @returns null where there is no share, or a hidden one may be on more than one side
 */
export function deviationOf(row: Deviating, country: number | null): Deviation | null {
  const flag = controlFlag(row);
  if (flag === null) return country === null ? null : sureDeviation(row, country);
  if (flag === "inside") return "within";
  const above = row.percent! > row.control_high_95!;
  if (flag === "outside998") return above ? "farAbove" : "farBelow";
  return above ? "above" : "below";
}

function sureDeviation(row: Deviating, country: number): Deviation | null {
  const share = rangeOf(row, "percent");
  const {denominator} = row;
  const size = denominator === null ? rangeOf(row, "denominator") : {least: denominator, most: denominator};
  if (!share || !size || size.most === Infinity) return null;
  let found: Deviation | null = null;
  // An area with a share has at least one patient.
  for (let n = Math.max(1, size.least); n <= size.most; n++) {
    const limits = controlsOf(country, n);
    for (const percent of [share.least, share.most]) {
      const here = deviationOf({...row, ...limits, percent}, null);
      found ??= here;
      if (here !== found) return null;
    }
  }
  return found;
}

/** The control limits of an area of size `n` around the country's share, in percent. */
function controlsOf(country: number, n: number): Omit<Controlled, "percent"> {
  const [inner, outer] = [controlLimits(country / 100, n, 0.95), controlLimits(country / 100, n, 0.998)];
  return {
    control_low_95: 100 * inner.low,
    control_high_95: 100 * inner.high,
    control_low_998: 100 * outer.low,
    control_high_998: 100 * outer.high
  };
}
