import {expect, test} from "vitest";
import {expectedDrift} from "../../../src/components/rows/expectedDrift.js";

const both = {participants: 10, total_before: 250, percent_before: 60, percent_all: 50, between_spread: 10};

test("half of the distance was chance where both spreads are alike", () => {
  // 25 registrations each: chance's variance is .5 · .5 / 25 = .01, as the true one.
  expect(expectedDrift(both)).toBeCloseTo(-5, 9);
});

test("who lay as everybody is expected there again", () => {
  expect(expectedDrift({...both, percent_before: 50})).toBeCloseTo(0, 9);
});

test("without a spread between participants all of it was chance", () => {
  expect(expectedDrift({...both, between_spread: 0})).toBeCloseTo(-10, 9);
});

test.each(["participants", "total_before", "percent_before", "percent_all", "between_spread"])(
  "is not known where %s is not",
  (column) => expect(expectedDrift({...both, [column]: null})).toBeNull()
);
