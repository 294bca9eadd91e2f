import {expect, test} from "vitest";
import {periodChanges, type KeyFigureRow} from "../../../src/components/rows/periodChanges.js";

const row = (period: string, key: string, value: number | null, unit = "percent"): KeyFigureRow => ({
  period,
  key,
  value,
  unit,
  status: value === null ? "hidden" : "shown"
});
const rows = [
  row("2022/23", "patients_total", 80, "patients"),
  row("2023/24", "patients_total", 70, "patients"),
  row("2022/23", "mean_age", 55, "years"),
  row("2023/24", "mean_age", 55.5, "years"),
  row("2022/23", "site_neck", 60),
  row("2023/24", "site_neck", 80),
  row("2022/23", "first_contact_private_hospital", 25),
  row("2023/24", "first_contact_private_hospital", 10),
  row("2022/23", "women_public", 50),
  row("2023/24", "women_public", 50),
  row("2023/24", "operated_within_1y", null),
  row("2023/24", "unheard_of", 4)
];
const of = (key: string, before: string | undefined = "2022/23") =>
  periodChanges(rows, "2023/24", before).find((change) => change.key === key)!;

test("a count moves in percent, with the exact limits of a ratio", () => {
  const {value, before, change, low, high} = of("patients_total");
  expect([value, before, change]).toEqual([70, 80, -12.5]);
  // exp(log(70/80) ± 1.96 √(1/70 + 1/80)) is 0,635 to 1,205; the exact limits lie a little outside.
  expect(low).toBeCloseTo(-37.3, 0);
  expect(high).toBeCloseTo(21.9, 0);
});

test("a share moves in percentage points: 56 of 70 against 48 of 80, as Newcombe published them", () => {
  const {change, low, high} = of("site_neck");
  expect(change).toBeCloseTo(20, 10);
  expect(low).toBeCloseTo(5.24, 2);
  expect(high).toBeCloseTo(33.39, 2);
});

test("a share of those first seen in public is held against their number only", () => {
  // 63 of 70 and 60 of 80: wider than of all.
  const {change, low, high} = of("women_public");
  expect(change).toBe(0);
  expect(high! - low!).toBeCloseTo(2 * 17.1, 0);
});

test("an age moves in years, without limits", () => {
  expect(of("mean_age")).toMatchObject({change: 0.5, low: null, high: null});
});

test("what is hidden, or has no period before, does not move", () => {
  expect(of("operated_within_1y")).toMatchObject({value: null, before: null, change: null, status: "hidden"});
  expect(
    periodChanges(rows, "2022/23", undefined).every(({before, change}) => before === null && change === null)
  ).toBe(true);
});

test("other key figures are passed over", () => {
  expect(periodChanges(rows, "2023/24", "2022/23").map(({key}) => key)).toEqual([
    "patients_total",
    "mean_age",
    "first_contact_private_hospital",
    "site_neck",
    "women_public",
    "operated_within_1y"
  ]);
});
