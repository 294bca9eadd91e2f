import {describe, expect, test} from "vitest";
import {compareFigure} from "../../../data-loaders/reconcile/compareFigure.js";
import type {Explanations} from "../../../data-loaders/reconcile/explanations.js";

/** 59 is what should have been printed for 49. */
const explanations: Explanations = {
  misprints: [],
  explain: (_, key, value) =>
    key === "misprinted" && value === 59 ? {inconsistency: "I01", explanation: "trykfejl"} : undefined
};

function verdict(key: string, printed: string, computed: number | undefined) {
  return compareFigure("some.csv", {key, where: "et sted", printed, computed}, explanations).verdict;
}

describe("compareFigure", () => {
  test("equal to the printed decimals", () => {
    expect(verdict("any", "15.4", 15.36)).toBe("equal");
  });
  test("explained only by the value the misprint should have been", () => {
    expect(verdict("misprinted", "49", 59)).toBe("explained");
    expect(verdict("misprinted", "49", 58)).toBe("different");
  });
  test("another cell with the same value is not explained", () => {
    expect(verdict("another", "49", 59)).toBe("different");
  });
  test("what cannot be computed differs", () => {
    expect(verdict("any", "49", undefined)).toBe("different");
  });
  test("a blank cell is not printed", () => {
    expect(verdict("any", "", 3)).toBe("not_printed");
  });
});
