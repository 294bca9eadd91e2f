import {describe, expect, test} from "vitest";
import {indicatorStanding, trendWords} from "../../../src/components/rows/indicatorStanding.js";
import {bestFifth, whatIf} from "../../../src/components/rows/whatIf.js";
import {Chance} from "../sentences/truth.js";

describe("what if an area had another share", () => {
  test("20 of 100 at a quarter: five more, with Wilson's limits of its own share", () => {
    // scipy.stats.binomtest(20, 100).proportion_ci(method="wilson"): 0.13337 to 0.28883
    const found = whatIf({y: 20, n: 100}, 0.25);
    expect(found.more).toBe(5);
    expect(found.low).toBeCloseTo(25 - 28.883, 2);
    expect(found.high).toBeCloseTo(25 - 13.3367, 2);
  });

  test("where units differ by chance alone, the best fifth is about the share they have in common", () => {
    const chance = new Chance(0.3);
    const alike = Array.from({length: 98}, () => ({y: chance.binomial(400, 0.2), n: 400}));
    expect(bestFifth(alike, "high")).toBeCloseTo(0.2, 1);
    // The raw 80th percentile of such units lies 1.7 points higher.
    expect(bestFifth(alike, "high")! - 0.2).toBeLessThan(0.012);
  });

  test("where they differ, it is what a fifth of them truly reach: shares of 10 and 30 percent", () => {
    const chance = new Chance(0.3);
    const two = Array.from({length: 98}, (_, i) => ({y: chance.binomial(2000, i % 2 ? 0.1 : 0.3), n: 2000}));
    expect(bestFifth(two, "high")).toBeGreaterThan(0.26);
    expect(bestFifth(two, "low")).toBeLessThan(0.14);
  });

  test("there is none where neither end is best, or too few are known", () => {
    expect(bestFifth(Array(98).fill({y: 1, n: 10}), "none")).toBeUndefined();
    expect(bestFifth(Array(4).fill({y: 1, n: 10}), "high")).toBeUndefined();
  });
});

describe("how an area stands", () => {
  const country = {y: 4000, n: 20000};
  const standing = (y: number, best: "high" | "low" | "none", type: "region" | "municipality" = "municipality") =>
    indicatorStanding({y, n: 500}, country, {best, type, compared: 7});

  test.each([
    [160, "high", "better"],
    [160, "low", "worse"],
    [160, "none", "higher"],
    [50, "high", "worse"],
    [50, "none", "lower"],
    [105, "high", "similar"]
  ] as const)("%d of 500 beside a fifth, where %s is best: %s", (y, best, expected) => {
    expect(standing(y, best)).toBe(expected);
    expect(standing(y, best, "region")).toBe(expected);
  });

  test("an arrow only where chance does not explain the change", () => {
    expect(trendWords({y: 160, n: 500}, {y: 60, n: 500}, 7)).toBe("↗ steget");
    expect(trendWords({y: 60, n: 500}, {y: 160, n: 500}, 7)).toBe("↘ faldet");
    expect(trendWords({y: 100, n: 500}, {y: 105, n: 500}, 7)).toBe("→");
    expect(trendWords(undefined, {y: 1, n: 2}, 7)).toBe("");
  });
});
