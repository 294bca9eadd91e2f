import {expect, test} from "vitest";
import {bandCounts} from "../../../data-loaders/synthetic/ages.js";

test("the men of the GPs and of the spine centre, whose first printed percent no whole number gives", () => {
  expect(bandCounts([8, 9.5, 18.2, 27, 18.2, 14.6, 4.4], 137)).toEqual([11, 13, 25, 37, 25, 20, 6]);
  expect(bandCounts([12, 15.2, 19, 21.3, 16.5, 13.2, 2.9], 310)).toEqual([37, 47, 59, 66, 51, 41, 9]);
});

test("percents that no people give are refused", () => {
  expect(() => bandCounts([10, 10], 100)).toThrow(RangeError);
});
