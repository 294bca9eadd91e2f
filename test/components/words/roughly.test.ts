import fc from "fast-check";
import {expect, test} from "vitest";
import {roughly, roughText} from "../../../src/components/words/roughly.js";

test.each([
  [1_928_623, 1_900_000],
  [401_377, 400_000],
  [12_549, 13_000],
  [104, 100],
  [97, 100],
  [94, 90],
  [14, 10],
  [9.9, 0],
  [0, 0]
])("%d people are about %d", (people, rough) => expect(roughly(people)).toBe(rough));

test("a rough number is never further off than half of its second digit, or half of ten", () => {
  fc.assert(
    fc.property(
      fc.double({min: 10, max: 6e6, noNaN: true}),
      (people) => Math.abs(roughly(people) - people) <= Math.max(5, 0.05 * people) + 1e-6
    )
  );
});

test("a number, a range, and what is too few to tell", () => {
  expect(roughText({low: 401_377, high: 401_377})).toBe("ca.\u00A0400.000");
  expect(roughText({low: 60_200, high: 80_270})).toBe("60.000–80.000");
  expect(roughText({low: 4, high: 23})).toBe("op til 20");
  expect(roughText({low: 2, high: 6})).toBe("færre end 10");
});
