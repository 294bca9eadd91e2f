import type {Geometry} from "../../../data-loaders/geometry/geometry.js";
import type {AreaShare, AreaValue} from "../../../src/components/rows/areaValue.js";
import type {Controlled} from "../../../src/components/rows/shareLimits.js";
import {areaValue} from "../../../src/components/rows/areaValue.js";

const square = (x: number, y: number) => `M${x} ${y}l400 0 0 400-400 0z`;
const until2027 = {from: "2007-01-01", to: "2026-12-31"};
const west = [{id: "1081", from: "2007-01-01", to: ""}];
const east = (id: string) => [
  {id, ...until2027},
  {id: "oestdanmark", from: "2027-01-01", to: ""}
];

/** A country of four municipalities: two in the west, and two in the east whose regions become one in 2027. */
export const geometry: Geometry = {
  seal: "",
  source: "opfundet",
  width: 1000,
  height: 900,
  regions: [
    {id: "1081", name: "Vest", from: "2007-01-01", to: ""},
    {id: "1084", name: "Øst", ...until2027},
    {id: "1085", name: "Syd", ...until2027},
    {id: "oestdanmark", name: "Østdanmark", from: "2027-01-01", to: ""}
  ],
  municipalities: [
    {code: "0101", name: "Ærø", regions: east("1084"), path: square(500, 0), centre: [700, 200]},
    {code: "0147", name: "Aabyen", regions: east("1085"), path: square(500, 500), centre: [700, 700]},
    {code: "0400", name: "Øen", regions: west, path: square(0, 0), centre: [200, 200]},
    {code: "0810", name: "Byen", regions: west, path: square(0, 500), centre: [200, 700]}
  ],
  borders: [
    {between: ["0101", "0147"], path: "M500 450l400 0"},
    {between: ["0101", "0400"], path: "M450 0l0 400"}
  ],
  bornholm: {x: 0, y: 0, width: 400, height: 400},
  capital: {box: {x: 450, y: 0, width: 500, height: 450}, codes: ["0101"], around: ["0147"]}
};

/** A published share with its interval 5 points to each side. */
export function share(area_id: string, name: string, percent: number): AreaShare {
  return {area_id, name, percent, low: percent - 5, high: percent + 5, denominator: 100, status: "shown"};
}

/** The same with control limits around 88 %, rounded to whole percent. */
export function controlled(area_id: string, name: string, percent: number): AreaShare & Controlled {
  const limits = {control_low_95: 80, control_high_95: 94, control_low_998: 76, control_high_998: 97};
  return {...share(area_id, name, percent), ...limits};
}

export function hidden(area_id: string, name: string, status: AreaShare["status"]): AreaShare {
  return {area_id, name, percent: null, low: null, high: null, denominator: null, status};
}

export const values: AreaValue[] = [
  share("0101", "Ærø", 80),
  share("0147", "Aabyen", 85),
  share("0810", "Byen", 90),
  hidden("0400", "Øen", "hidden")
].map(areaValue);
