import {expect, test} from "vitest";
import {expectedAgain} from "../../src/statistics/regressionToTheMean.js";

test.each([
  ["with a spread as large as chance half of the distance is found again", 0.7, 25, 0.5, 0.1, 0.6],
  [
    "by hand: 0.0064 of 0.0064 + 0.2 · 0.8 / 40 of a distance of 0.3",
    0.5,
    40,
    0.2,
    0.08,
    0.2 + (0.3 * 0.0064) / 0.0104
  ],
  ["nothing of it where all are alike", 0.9, 12, 0.4, 0, 0.4],
  ["what is like all others stays", 0.4, 12, 0.4, 0.1, 0.4]
])("%s", (_, share, n, common, between, expected) => {
  expect(expectedAgain(share, n, common, between)).toBeCloseTo(expected, 12);
});

test("refuses a unit of nobody", () => {
  expect(() => expectedAgain(0.5, 0, 0.5, 0.1)).toThrow(RangeError);
});
