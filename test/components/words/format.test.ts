import fc from "fast-check";
import {expect, test} from "vitest";
import {
  compareDanish,
  count,
  countRange,
  decimal,
  interval,
  percent,
  percentRange,
  points,
  share,
  roughly,
  roughText
} from "../../../src/components/words/format.js";

test("numbers as Danish readers write them, the unit tied by a no-break space", () => {
  expect(percent(12.34)).toBe("12,3\u00A0%");
  expect(percent(100, 0)).toBe("100\u00A0%");
  expect(share(0.1234)).toBe("12,3\u00A0%");
  expect(count(1234)).toBe("1.234");
  expect(count(6_000_000n)).toBe("6.000.000");
  expect(decimal(1234.56)).toBe("1.234,6");
  expect(decimal(1.5, 2)).toBe("1,50");
  expect(interval(10.1, 14.6)).toBe("10,1–14,6\u00A0%");
});

test("ranges are rounded outward, so that the number stays inside", () => {
  expect(countRange(1234, 1240)).toBe("1.234–1.240");
  expect(countRange(0, 0)).toBe("0");
  expect(countRange(5, Infinity)).toBe("mindst 5");
  expect(percentRange(8.39, 22.21)).toBe("8,3–22,3\u00A0%");
  expect(percentRange(0.03, 0.57)).toBe("0,03–0,57\u00A0%");
  expect(percentRange(5.1, 5.1)).toBe("5,1\u00A0%");
  expect(percentRange(5.1, Infinity)).toBe("mindst 5,1\u00A0%");
  expect(percentRange(0, 100)).toBe("0–100\u00A0%");
});

test("negative numbers have a real minus, and none when they round to zero", () => {
  expect(decimal(-3.25, 2)).toBe("−3,25");
  expect(decimal(-0.04)).toBe("0,0");
  expect(interval(-3.2, 1)).toBe("−3,2 til 1,0\u00A0%");
  expect(points(3.2)).toBe("+3,2\u00A0procentpoint");
  expect(points(-3.2)).toBe("−3,2\u00A0procentpoint");
  expect(points(0.01)).toBe("0,0\u00A0procentpoint");
});

test("what is hidden or not a number is said, never drawn as NaN", () => {
  for (const value of [null, undefined, NaN, Infinity]) {
    expect([percent(value), count(value), decimal(value), share(value), points(value)]).toEqual(
      Array(5).fill("skjult")
    );
    expect(interval(value, 3)).toBe("uden interval");
  }
});

test("æ, ø and å come last, numbers by size", () => {
  expect(["Århus", "Ærø", "Øst", "Zoo", "Aalborg", "10", "9"].sort(compareDanish)).toEqual([
    "9",
    "10",
    "Zoo",
    "Ærø",
    "Øst",
    "Aalborg",
    "Århus"
  ]);
});

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

test("a number, a range, and what is too few to show", () => {
  expect(roughText({low: 401_377, high: 401_377})).toBe("ca.\u00A0400.000");
  expect(roughText({low: 60_200, high: 80_270})).toBe("60.000–80.000");
  expect(roughText({low: 4, high: 23})).toBe("op til 20");
  expect(roughText({low: 2, high: 6})).toBe("færre end 10");
});
