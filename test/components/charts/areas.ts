import type {FunnelRow} from "../../../src/components/charts/funnelPlot.js";
import type {OrderedArea} from "../../../src/components/charts/orderedAreas.js";
import {controlLimits} from "../../../src/statistics/funnel.js";
import {document} from "../../support/svg.js";

export const title = "Stærk smertestillende medicin";
export const description = "Andelen går fra 78,0 % i Ærø til 93,1 % i Læsø.";
export const options = {title, description, document};
export const regions = [
  {id: "1081", name: "Nordjylland"},
  {id: "1083", name: "Syddanmark"}
];

/** An area with limits around 88 %. */
export function area(area_id: string, name: string, percent: number, denominator = 400): OrderedArea & FunnelRow {
  const [inner, outer] = [controlLimits(0.88, denominator), controlLimits(0.88, denominator, 0.998)];
  return {
    area_id,
    name,
    region: area_id < "0700" ? "1083" : "1081",
    percent,
    low: percent - 3,
    high: percent + 3,
    numerator: Math.round((percent * denominator) / 100),
    denominator,
    status: "shown",
    control_low_95: 100 * inner.low,
    control_high_95: 100 * inner.high,
    control_low_998: 100 * outer.low,
    control_high_998: 100 * outer.high
  };
}

export function hiddenArea(
  area_id: string,
  name: string,
  status: OrderedArea["status"] = "hidden"
): OrderedArea & FunnelRow {
  return {
    ...area(area_id, name, 0),
    percent: null,
    low: null,
    high: null,
    numerator: null,
    denominator: null,
    status,
    control_low_95: null,
    control_high_95: null,
    control_low_998: null,
    control_high_998: null
  };
}

export const rows = [
  area("0492", "Ærø", 78, 60),
  area("0825", "Læsø", 93.1, 90),
  area("0461", "Odense", 88.4, 2000),
  area("0851", "Aalborg", 84.2, 2400),
  hiddenArea("0563", "Fanø")
];
