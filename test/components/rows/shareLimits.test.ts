import {describe, expect, test} from "vitest";
import {chanceLimits} from "../../../src/components/rows/shareLimits.js";

describe("chanceLimits", () => {
  test("of the fewest registrations in the band, in percent", () => {
    // Binomial with n = 10 and a share of one half: P(X ≥ 8) = 56/1024 and P(X ≥ 9) = 11/1024. Half a percent more,
    // since the participant's percent is a whole one.
    const part = Math.log(56 / 1024 / 0.025) / Math.log(56 / 11);
    const {low_chance, high_chance} = chanceLimits(50, "10-19");
    expect(low_chance).toBeCloseTo(10 * (2 - part) - 0.5, 9);
    expect(high_chance).toBeCloseTo(10 * (8 + part) + 0.5, 9);
  });

  test("narrow with more registrations, and hold the share", () => {
    const widths = ["3-4", "5-9", "10-19", "20-49", "50+"].map((band) => {
      const {low_chance, high_chance} = chanceLimits(30, band);
      expect(low_chance).toBeLessThanOrEqual(30);
      expect(high_chance).toBeGreaterThanOrEqual(30);
      return high_chance! - low_chance!;
    });
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  });

  test.each([
    [0, 0, 0.5],
    [100, 99.5, 100]
  ])("around %i have only what rounding hides: %d to %d", (share, low_chance, high_chance) => {
    expect(chanceLimits(share, "5-9")).toEqual({low_chance, high_chance});
  });

  test("5 of 5 where the profession has 62 % is likely (9 %), and inside; 30 of 30 is not", () => {
    expect(chanceLimits(62, "5-9").high_chance).toBe(100);
    expect(chanceLimits(62, "20-49").high_chance).toBeLessThan(100);
  });

  test.each([
    [null, "5-9"],
    [30, null],
    [30, "mange"]
  ] as const)("are absent for a share of %s and the band %s", (share, band) => {
    expect(chanceLimits(share, band)).toEqual({low_chance: null, high_chance: null});
  });
});
