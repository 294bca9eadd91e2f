import {describe, expect, test} from "vitest";
import {chanceLimits} from "../../../src/components/rows/shareLimits.js";

describe("chanceLimits", () => {
  test("of the fewest registrations in the band, in percent", () => {
    // Binomial with n = 10 and a share of one half: P(X ≤ 1) = 11/1024 and P(X ≤ 2) = 56/1024, so that the quantile of
    // .025 is 2, less (56 − 25.6)/45; of .975 it is 8, less (1013 − 998.4)/45.
    const {low_chance, high_chance} = chanceLimits(50, "10-19");
    expect(low_chance).toBeCloseTo(10 * (2 - 30.4 / 45), 9);
    expect(high_chance).toBeCloseTo(10 * (8 - 14.6 / 45), 9);
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

  test.each([0, 100])("have no width around %i", (share) => {
    expect(chanceLimits(share, "5-9")).toEqual({low_chance: share, high_chance: share});
  });

  test.each([
    [null, "5-9"],
    [30, null],
    [30, "mange"]
  ] as const)("are absent for a share of %s and the band %s", (share, band) => {
    expect(chanceLimits(share, band)).toEqual({low_chance: null, high_chance: null});
  });
});
