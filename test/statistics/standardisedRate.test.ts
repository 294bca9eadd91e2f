import fc from "fast-check";
import {expect, test} from "vitest";
import {standardisedRate} from "../../src/statistics/standardisedRate.js";

// Byar's limits written out in R:
//   byar <- function(o, e) { z <- qnorm(.975)
//     1200 / e * c(o * (1 - 1/(9*o) - z/(3*sqrt(o)))^3, (o+1) * (1 - 1/(9*(o+1)) + z/(3*sqrt(o+1)))^3) }
// and exact ones, which Byar's come close to: 1200 * poisson.test(o, e)$conf.int
test.each([
  [65, 50, 1560, [1203.916505, 1988.379325], [1203.975066, 1988.34806]],
  [1045, 1170.5, 1071.337035, [1007.357405, 1138.314785], [1007.357925, 1138.314337]],
  [12, 8.25, 1745.454545, [900.874159, 3049.14299], [901.901834, 3048.957825]]
])("%d observed of %d expected, where 1200 of 100,000 are common, from R", (count, expected, rate, byar, exact) => {
  const found = standardisedRate(count, expected, 1200)!;
  expect(found.rate).toBeCloseTo(rate, 5);
  expect(found.low).toBeCloseTo(byar[0]!, 5);
  expect(found.high).toBeCloseTo(byar[1]!, 5);
  expect(Math.abs(found.low / exact[0]! - 1)).toBeLessThan(0.002);
  expect(Math.abs(found.high / exact[1]! - 1)).toBeLessThan(0.002);
});

test("as many as expected is the common rate, whatever the unit", () => {
  expect(standardisedRate(40, 40, 0.012)!.rate).toBeCloseTo(0.012, 12);
});

test("nobody observed: from 0, and no rate where nothing is expected", () => {
  expect(standardisedRate(0, 12, 1200)).toMatchObject({rate: 0, low: 0});
  expect(standardisedRate(3, 0, 1200)).toBeNull();
});

test("stays inside its limits, rises with the observed and falls with the expected", () => {
  const positive = fc.double({min: 0.01, max: 1e5, noNaN: true});
  fc.assert(
    fc.property(fc.integer({min: 0, max: 10_000}), positive, positive, (count, expected, common) => {
      const {rate, low, high} = standardisedRate(count, expected, common)!;
      expect(0 <= low && low <= rate && rate <= high).toBe(true);
      expect(standardisedRate(count + 1, expected, common)!.rate).toBeGreaterThan(rate);
      expect(standardisedRate(count, 2 * expected, common)!.rate).toBeLessThanOrEqual(rate);
    })
  );
});

test("refuses what is no count", () => {
  for (const [count, expected, common] of [
    [-1, 5, 1],
    [1, -5, 1],
    [1, Number.NaN, 1],
    [1, 5, -1]
  ] as const)
    expect(() => standardisedRate(count, expected, common)).toThrow(RangeError);
});
