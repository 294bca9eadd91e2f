import {expect, test} from "vitest";
import {areaShares} from "../../../src/components/charts/areaShares.js";
import {thenAndNow} from "../../../src/components/charts/thenAndNow.js";
import type {EarlierRow, MirrorShare} from "../../../src/components/rows/mirrorRows.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, options as given, title} from "./areas.js";

refuseWarnings();

const share = (label: string, area: string, percent: number | null): MirrorShare =>
  percent === null
    ? {label, area, n: null, total: null, percent, low: null, high: null, status: "hidden"}
    : {label, area, n: 10 * percent, total: 1000, percent, low: percent - 3, high: percent + 3, status: "shown"};
const areas = [
  {id: "1083", label: "Region Syddanmark"},
  {id: "country", label: "Hele landet"}
];

test.each([640, 360])("a measure of each area with its interval, %d pixels wide", (width) => {
  const rows = [
    share("MR-scannet", "1083", 36),
    share("MR-scannet", "country", 35),
    share("Scannet igen", "1083", null),
    share("Scannet igen", "country", 20)
  ];
  const chart = areaShares(rows, {...given, width, areas});
  expectSound(chart, title, description);
  expect(textsOf(chart)).toEqual(expect.arrayContaining(["Hele landet", "Region Syddanmark: skjult, for få"]));
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("nothing of the subject", () => {
  expect(textsOf(areaShares([], {...given, areas}))).toEqual(["Ingen data at vise med dette valg"]);
});

const earlier = (label: string, before: number, percent: number | null): EarlierRow => ({
  statement: "S007",
  label,
  before,
  percent,
  low: percent && percent - 5,
  high: percent && percent + 5,
  n: null,
  total: null,
  status: percent === null ? "hidden" : "shown",
  same: "yes",
  why: ""
});

test("2011 is hollow and without an interval, today's has one, and a hidden one is stated", () => {
  const chart = thenAndNow([earlier("Henvist til kiropraktor", 12, 9), earlier("Henvist til MR-scanning", 11, null)], {
    ...given,
    then: "2011, trykt",
    now: "Nu, runde 1"
  });
  expectSound(chart, title, description);
  expect(textsOf(chart)).toContain("Nu, runde 1: skjult, for få");
  expect(snapshotOf(chart)).toMatchSnapshot();
});
