import {expect, test} from "vitest";
import {thenAndNow} from "../../../src/components/charts/thenAndNow.js";
import type {EarlierRow} from "../../../src/components/rows/mirrorRows.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, options as given, title} from "./areas.js";

refuseWarnings();

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
