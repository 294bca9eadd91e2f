import {expect, test} from "vitest";
import {startingIn} from "../../../src/components/rows/startingIn.js";

const rows = [
  {specialty: "acute", patients: null, total: null},
  {specialty: "medicine", patients: 30, total: 100},
  {specialty: "surgery", patients: 0, total: 100}
];

test("how many courses begin in a specialty, and in all: from whichever row tells it", () => {
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
