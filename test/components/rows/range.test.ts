import {describe, expect, test} from "vitest";
import {
  hasRange,
  middleOf,
  rangeInWords,
  rangeOf,
  rangeText,
  sumOf,
  valueOrRange
} from "../../../src/components/rows/range.js";

const hidden = {n: null, n_least: 1, n_most: 4, total: 319, percent: null, percent_least: 0.31, percent_most: 1.26};
const shown = {n: 12, n_least: null, n_most: null, total: 319, percent: 3.76, percent_least: null, percent_most: null};
const open = {n: null, n_least: 5, n_most: null};

describe("the range of a number", () => {
  test("is there where the number is hidden", () => {
    expect(rangeOf(hidden, "n")).toEqual({least: 1, most: 4});
    expect(rangeOf(open, "n")).toEqual({least: 5, most: Infinity});
    expect([rangeOf(shown, "n"), rangeOf(hidden, "total"), rangeOf({n: null}, "n")]).toEqual([
      undefined,
      undefined,
      undefined
    ]);
    expect([hidden, open, shown, {}].map(hasRange)).toEqual([true, true, false, false]);
  });

  test("is written as readers see it, and in a sentence", () => {
    expect(rangeText(hidden, "n")).toBe("1–4");
    expect(rangeText(hidden, "percent", "%")).toBe("0,3–1,3\u00A0%");
    expect(rangeText(hidden, "percent")).toBe("0,3–1,3");
    expect(rangeText(open, "n")).toBe("mindst 5");
    expect(rangeInWords(hidden, "n")).toBe("mellem 1 og 4");
    expect(rangeInWords(hidden, "percent", "%")).toBe("mellem 0,3 og 1,3\u00A0%");
    expect(rangeInWords(open, "n")).toBe("mindst 5");
    expect(rangeInWords(shown, "n")).toBeUndefined();
  });

  test("stands where the number would; where nothing is known it is hidden", () => {
    expect([hidden, shown, {n: null}].map((row) => valueOrRange(row, "n"))).toEqual(["1–4", "12", "skjult"]);
    expect([hidden, shown].map((row) => valueOrRange(row, "percent", "%"))).toEqual(["0,3–1,3\u00A0%", "3,8\u00A0%"]);
  });

  test("has a middle where it has two ends", () => {
    expect([hidden, open, shown].map((row) => middleOf(row, "n"))).toEqual([2.5, undefined, undefined]);
  });

  test("a sum lies between the sums of the ends; what nothing is known of leaves it open", () => {
    expect(sumOf([hidden, shown, shown], "n")).toEqual({least: 25, most: 28});
    expect(sumOf([shown, {n: null}], "n")).toEqual({least: 12, most: Infinity});
    expect(sumOf([], "n")).toEqual({least: 0, most: 0});
  });
});
