import {expect, test} from "vitest";
import {knownByMonth} from "../../../src/components/charts/knownByMonth.js";
import type {KnownContacts} from "../../../src/components/rows/knownContacts.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, options, title} from "./areas.js";

refuseWarnings();

const row = (month: string, item: string, known: number | null): KnownContacts => ({
  month,
  item,
  known,
  total: known === null ? null : 1000,
  percent: known === null ? null : known / 10
});
const rows = [
  ...["2023-07", "2023-08", "2023-09"].map((month, i) => row(month, "residence", 980 + i)),
  ...["2023-07", "2023-08"].map((month) => row(month, "department", 873)),
  row("2023-09", "department", null)
];

test.each([640, 360])("a line for residence and one for department over the months, %d pixels wide", (width) => {
  const chart = knownByMonth(rows, {...options, width});
  expectSound(chart, title, description);
  expect(textsOf(chart)).toEqual(expect.arrayContaining(["80\u00A0%", "100\u00A0%", "2023-07"]));
  // Three months of residence, two of department: one is hidden.
  expect(chart.querySelectorAll("circle[r='3']")).toHaveLength(5);
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("no values, no chart", () => {
  expect(textsOf(knownByMonth(rows.slice(-1), options))).toEqual(["Ingen data at vise med dette valg"]);
});
