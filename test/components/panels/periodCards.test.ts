import {expect, test} from "vitest";
import {periodCards, valueText} from "../../../src/components/panels/periodCards.js";
import type {PeriodChange} from "../../../src/components/rows/periodChanges.js";

const row = (
  key: string,
  unit: string,
  value: number | null,
  before: number | null,
  status = "shown"
): PeriodChange => ({
  key,
  label: key,
  unit,
  value,
  before,
  change: null,
  low: null,
  high: null,
  status
});

test("four cards, each beside the period before", () => {
  const rows = [
    row("patients_total", "patients", 60143, 61849),
    row("mean_age", "years", 55.74, 55.74),
    row("dx_unspecific_back_pain", "percent", 52.63, 52.6),
    row("operated_within_1y", "percent", 14.3, 14.6),
    row("site_neck", "percent", 17, 17)
  ];
  expect(
    periodCards(rows, "2023/24", "2022/23").map(({label, value, n, note}) =>
      [label, value, n, note].join(" | ").replaceAll("\u00A0", " ")
    )
  ).toEqual([
    "Nye patienter i 2023/24 | 60.143 | antal patienter | 1.706 færre end i 2022/23",
    "Gennemsnitsalder | 55,7 år | N = 60.143 patienter | 55,7 år i 2022/23",
    "Uspecifikke rygsmerter | 52,6 % | N = 60.143 patienter | 52,6 % i 2022/23",
    "Opereret inden for et år | 14,3 % | N = 60.143 patienter | 14,6 % i 2022/23"
  ]);
});

test("the first period has nothing beside it, and what is missing is left out", () => {
  expect(periodCards([row("mean_age", "years", 50, null)], "2021/22", undefined)).toEqual([
    {label: "Gennemsnitsalder", value: "50,0 år", n: "N er ikke vist", note: ""}
  ]);
});

test.each([
  ["hidden", "skjult, for få"],
  ["hidden_secondary", "skjult, beskytter andre tal"],
  ["incomplete", "ufuldstændigt"],
  ["shown", "–"]
])("a value that is %s", (status, text) => {
  expect(valueText({value: null, unit: "percent", status})).toBe(text);
});
