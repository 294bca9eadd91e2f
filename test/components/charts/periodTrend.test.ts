import {expect, test} from "vitest";
import {periodTrend, type PeriodRow} from "../../../src/components/charts/periodTrend.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, hiddenArea, options as base, title} from "./areas.js";

refuseWarnings();

const periods = ["2021/22", "2022/23", "2023/24"];
const options = {...base, periods, reference: "country"};
const row = (area_id: string, name: string, period: string, percent: number): PeriodRow => ({
  area_id,
  name,
  period,
  percent,
  low: percent - 1,
  high: percent + 1,
  denominator: 900,
  status: "shown"
});
const rows = [
  ...periods.map((period, i) => row("country", "Hele landet", period, 87 + i / 2)),
  ...periods.slice(0, 2).map((period, i) => row("1081", "Nordjylland", period, 85 + i)),
  {...hiddenArea("1081", "Nordjylland", "incomplete"), period: "2023/24"}
];

test.each([640, 360])("a panel an area, with the country behind the others, %d pixels wide", (width) => {
  const chart = periodTrend(rows, {...options, width, target: 90});
  expectSound(chart, title, description);
  expect(textsOf(chart)).toEqual(
    expect.arrayContaining(["Hele landet", "Nordjylland", width < 480 ? "23/24" : "2023/24", "Mål: 90,0\u00A0%"])
  );
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("a period without a value has a dash that says why", () => {
  expect(periodTrend(rows, options).innerHTML).toContain("2023/24: ufuldstændigt");
});

test("no values, no chart", () => {
  expect(textsOf(periodTrend(rows.slice(-1), options))).toEqual(["Ingen data at vise med dette valg"]);
});
