import fc from "fast-check";
import {expect, test} from "vitest";
import {standardisedProportion} from "../../src/statistics/standardisedProportion.js";
import {wilson} from "../../src/statistics/wilson.js";

test("by hand: twice as many as expected of a common 20 % is 40 %", () => {
  expect(standardisedProportion(20, 100, 10, 0.2)!.share).toBeCloseTo(0.4, 12);
});

test("by hand: of a common 88 % the other 12 % are compared, 6 observed of 4 expected", () => {
  expect(standardisedProportion(44, 50, 46, 0.88)!.share).toBeCloseTo(1 - (0.12 * 6) / 4, 12);
});

test("as R has it, of a rarer and of a commoner outcome", () => {
  // y <- 37; n <- 210; e <- 29.4; p <- .15; c(y / n, prop.test(y, n, correct = FALSE)$conf.int) * p * n / e
  expect(standardisedProportion(37, 210, 29.4, 0.15)).toEqual({
    share: expect.closeTo(0.1887755102, 8),
    low: expect.closeTo(0.1399436805, 8),
    high: expect.closeTo(0.2500721914, 8)
  });
  // y <- 44; n <- 50; e <- 46; p <- .88; r <- prop.test(n - y, n, correct = FALSE)$conf.int
  // 1 - c((n - y) / n, rev(r)) * (1 - p) * n / (n - e)
  expect(standardisedProportion(44, 50, 46, 0.88)).toEqual({
    share: expect.closeTo(0.82, 8),
    low: expect.closeTo(0.6429277393, 8),
    high: expect.closeTo(0.9157359977, 8)
  });
});

test("with nothing to adjust for it is the crude share with Wilson's limits", () => {
  const crude = wilson(45, 60);
  expect(standardisedProportion(45, 60, 0.7 * 60, 0.7)).toEqual({
    share: expect.closeTo(0.75, 12),
    low: expect.closeTo(crude.low, 12),
    high: expect.closeTo(crude.high, 12)
  });
});

test("stays inside 0 to 1 and its limits, and rises with the observed", () => {
  const unit = fc.integer({min: 2, max: 500}).chain((n) =>
    fc.record({
      n: fc.constant(n),
      y: fc.integer({min: 0, max: n - 1}),
      rate: fc.double({min: 0.01, max: 0.99, noNaN: true}),
      common: fc.double({min: 0, max: 1, noNaN: true})
    })
  );
  fc.assert(
    fc.property(unit, ({n, y, rate, common}) => {
      const {share, low, high} = standardisedProportion(y, n, rate * n, common)!;
      expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
      expect(standardisedProportion(y + 1, n, rate * n, common)!.share).toBeGreaterThanOrEqual(share);
    })
  );
});

test("nothing without anybody, or where nothing is expected", () => {
  expect(standardisedProportion(0, 0, 0, 0.3)).toBeNull();
  expect(standardisedProportion(0, 5, 0, 0.3)).toBeNull();
  expect(() => standardisedProportion(3, 2, 1, 0.3)).toThrow(RangeError);
});
