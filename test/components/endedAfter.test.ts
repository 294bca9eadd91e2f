import {expect, test} from "vitest";
import {endedAfter, type Leaving} from "../../src/components/endedAfter.js";

const leaving = (start_specialty: string, numbers: [patients: number | null, ended: number | null][]): Leaving[] =>
  numbers.map(([patients, ended], i) => ({start_specialty, contact_no: i + 1, patients, ended}));
const told = (rows: Leaving[]) => endedAfter(rows, ["all", "acute"]).map(({start_specialty, contact_no, n, total, percent}) => [start_specialty, contact_no, n, total, percent]);

test("those who stop are summed up to each contact, of all who started, the starts in the order given", () => {
  expect(told([...leaving("acute", [[60, 40], [20, 15]]), ...leaving("all", [[100, 50], [50, 45]])])).toEqual([
    ["all", 1, 50, 100, 50], ["all", 2, 95, 100, 95], ["acute", 1, 40, 60, 100 * 40 / 60], ["acute", 2, 55, 60, 100 * 55 / 60]
  ]);
});

test("limits are Wilson's: 81 of 263, as Newcombe published them", () => {
  const [row] = endedAfter(leaving("all", [[263, 81]]), ["all"]);
  expect(row!.low).toBeCloseTo(25.53, 2);
  expect(row!.high).toBeCloseTo(36.62, 2);
});

test("from a hidden number on the sum is not known, and without a known start there are no shares", () => {
  expect(told(leaving("all", [[100, 50], [50, null], [20, 20]]))).toEqual([["all", 1, 50, 100, 50], ["all", 2, null, 100, null], ["all", 3, null, 100, null]]);
  expect(told(leaving("all", [[null, 50]]))).toEqual([["all", 1, 50, null, null]]);
});

test("nothing is told of an incomplete follow-up", () => {
  expect(endedAfter([{start_specialty: "all", contact_no: 1, patients: null, ended: null, status: "incomplete"}], ["all"])).toEqual([]);
});
