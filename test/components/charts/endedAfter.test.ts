import {expect, test} from "vitest";
import {endedAfter, startingIn, type Leaving} from "../../../src/components/charts/endedAfter.js";

const leaving = (start_specialty: string, numbers: (number | null)[]): Leaving[] =>
  numbers.map((ended, i) => ({start_specialty, contact_no: i + 1, ended}));
const cumulated = (rows: Leaving[], totals: Record<string, number | null>) =>
  endedAfter(
    rows,
    Object.entries(totals).map(([start, total]) => ({start, total}))
  ).map(({start_specialty, contact_no, n, total, percent}) => [start_specialty, contact_no, n, total, percent]);

test("those who stop are summed up to each contact, of all who started, the starts in the order given", () => {
  expect(cumulated([...leaving("acute", [40, 15]), ...leaving("all", [50, 45])], {all: 100, acute: 60})).toEqual([
    ["all", 1, 50, 100, 50],
    ["all", 2, 95, 100, 95],
    ["acute", 1, 40, 60, (100 * 40) / 60],
    ["acute", 2, 55, 60, (100 * 55) / 60]
  ]);
});

test("limits are Wilson's: 81 of 263, as Newcombe published them", () => {
  const [row] = endedAfter(leaving("all", [81]), [{start: "all", total: 263}]);
  expect(row!.low).toBeCloseTo(25.53, 2);
  expect(row!.high).toBeCloseTo(36.62, 2);
});

test("from a hidden number on the sum is not known, and without a known start there are no shares", () => {
  expect(cumulated(leaving("all", [50, null, 20]), {all: 100})).toEqual([
    ["all", 1, 50, 100, 50],
    ["all", 2, null, 100, null],
    ["all", 3, null, 100, null]
  ]);
  expect(cumulated(leaving("all", [50]), {all: null})).toEqual([["all", 1, 50, null, null]]);
});

test("a hidden number with a range leaves the sum within one, and never above those who started", () => {
  const rows = leaving("all", [50, null, 20, null]).map((row) =>
    row.ended === null ? {...row, ended_least: 5, ended_most: 25} : row
  );
  expect(endedAfter(rows, [{start: "all", total: 100}]).map(({n, n_least, n_most}) => [n, n_least, n_most])).toEqual([
    [50, undefined, undefined],
    [null, 55, 75],
    [null, 75, 95],
    [null, 80, 100]
  ]);
  expect(endedAfter(rows, [{start: "all", total: 100}])[1]).toMatchObject({percent_least: 55, percent_most: 75});
});

test("nothing is shown of an incomplete follow-up", () => {
  expect(
    endedAfter(
      [{start_specialty: "all", contact_no: 1, ended: null, status: "incomplete"}],
      [{start: "all", total: null}]
    )
  ).toEqual([]);
});

const rows = [
  {specialty: "acute", patients: null, total: null},
  {specialty: "medicine", patients: 30, total: 100},
  {specialty: "surgery", patients: 0, total: 100}
];

test("how many courses begin in a specialty, and in all: from whichever row has it", () => {
  expect(["all", "medicine", "surgery", "acute", "private"].map((specialty) => startingIn(rows, specialty))).toEqual([
    100,
    30,
    0,
    null,
    0
  ]);
  expect(startingIn(rows.slice(0, 1), "all")).toBeNull();
  expect(startingIn([], "all")).toBe(0);
});
