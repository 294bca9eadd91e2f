import {overdispersedLimits, overdispersion} from "../../statistics/overdispersion.js";
import {controlFlag, type Controlled} from "./shareLimits.js";

/** A published share of an area with the counts behind it and its control limits. */
export interface ComparedArea extends Controlled {
  area_id: string;
  numerator: number | null;
  denominator: number | null;
}

/** Which areas lie outside which limits around the country's share, by their ids in the order of the rows. */
export interface Outside {
  /** Those with a share to compare. */
  compared: string[];
  /** Outside the 95 % limits of chance alone, those outside the 99.8 % ones among them. */
  outside95: string[];
  outside998: string[];
  /** Outside the 95 % limits that also hold the variance between areas beyond chance. */
  outsideWidened: string[];
  /** Mean squared z score, about 1 where areas differ by chance alone; null with fewer than two areas. */
  phi: number | null;
  /** Variance between areas beyond chance; only above 0 are the widened limits others than those of chance. */
  tau2: number;
}

/**
 * Which areas lie outside the control limits of chance alone, and which outside the limits widened by over-dispersion.
 * @param rows areas of one level
 * @param country the country's share, 0 to 100; without it nothing is compared
 */
export function outsideOf(rows: readonly ComparedArea[], country: number | null): Outside {
  const nothing = {compared: [], outside95: [], outside998: [], outsideWidened: [], phi: null, tau2: 0};
  if (country === null) return nothing;
  const share = country / 100;
  const compared = rows.filter((row) => controlFlag(row) !== null);
  const units = compared.map(({numerator, denominator}) => ({y: numerator!, n: denominator!}));
  const {phi, tau2} = overdispersion(units, share) ?? nothing;
  const outside95 = compared.filter((row) => controlFlag(row) !== "inside");
  const isOutsideWidened = ({percent, denominator}: ComparedArea) => {
    const {low, high} = overdispersedLimits(share, denominator!, tau2);
    return percent! < 100 * low || percent! > 100 * high;
  };
  return {
    compared: ids(compared),
    outside95: ids(outside95),
    outside998: ids(outside95.filter((row) => controlFlag(row) === "outside998")),
    // Without variance beyond chance the limits are those already asked about, but for the last digit.
    outsideWidened: ids(tau2 > 0 ? outside95.filter(isOutsideWidened) : outside95),
    phi,
    tau2
  };
}

function ids(rows: readonly ComparedArea[]): string[] {
  return rows.map(({area_id}) => area_id);
}
