import fc from "fast-check";
import {expect, test} from "vitest";
import {degreesOfFreedom} from "../../src/statistics/degreesOfFreedom.js";

/*
df <- function(...) {
  C <- Reduce(`+`, lapply(list(...), function(n) diag(n) / sum(n)^2 - outer(n, n) / sum(n)^3))
  sum(diag(C))^2 / sum(C^2)
}
print(c(df(c(12, 11, 9, 14)), df(c(3, 38, 9, 4, 16)), df(c(10, 10, 20), c(10, 10, 10)),
  df(c(10, 10, 20, 5, 0), c(10, 10, 10, 0, 9)), df(c(8, 4, 11, 0, 12, 9), c(3, 2, 8, 6, 0, 12))), 10)
*/
test.each([
  ["nearly equal", [[12, 11, 9, 14]], 2.950458025],
  ["of 3 to 38", [[3, 38, 9, 4, 16]], 2.559091896],
  [
    "in two groups",
    [
      [10, 10, 20],
      [10, 10, 10]
    ],
    1.986457114
  ],
  [
    "some in one group only",
    [
      [10, 10, 20, 5, 0],
      [10, 10, 10, 0, 9]
    ],
    3.157382825
  ],
  [
    "six in two groups",
    [
      [8, 4, 11, 0, 12, 9],
      [3, 2, 8, 6, 0, 12]
    ],
    4.022524761
  ]
])("participants %s, as R has it", (_, groups, expected) => {
  expect(degreesOfFreedom(...groups)).toBeCloseTo(expected, 8);
});

test("k − 1 of equal size, else between 1 and that", () => {
  const size = fc.integer({min: 1, max: 400});
  fc.assert(
    fc.property(fc.array(fc.tuple(size, size), {minLength: 2, maxLength: 80}), (sizes) => {
      const [first, second] = [sizes.map(([n]) => n), sizes.map(([, n]) => n)];
      for (const df of [degreesOfFreedom(first), degreesOfFreedom(first, second)]) {
        expect(df).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(df).toBeLessThanOrEqual(sizes.length - 1 + 1e-9);
      }
      expect(degreesOfFreedom(first.map(() => 7))).toBeCloseTo(sizes.length - 1, 8);
    })
  );
});
