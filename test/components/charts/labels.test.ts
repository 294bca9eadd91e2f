import fc from "fast-check";
import {expect, test} from "vitest";
import {anchorOf, bandStart, shorten, wrapLabel} from "../../../src/components/charts/labels.js";

test("labels break at spaces, slashes and hyphens", () => {
  expect(wrapLabel("Gabapentin/Lyrica/ Tricykliske antidepressiva (TCA)", 150)).toEqual([
    "Gabapentin/Lyrica/",
    "Tricykliske",
    "antidepressiva (TCA)"
  ]);
  expect(wrapLabel("MR-scanning af lænden", 60)).toEqual(["MR-", "scanning", "af", "lænden"]);
  expect(wrapLabel("", 100)).toEqual([""]);
});

test("no letter is lost and no line too long, whatever the label", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({min: 40, max: 300}), (label, width) => {
      const lines = wrapLabel(label, width);
      const bare = (text: string) => text.replace(/[\s-]/g, "");
      expect(bare(lines.join(""))).toBe(bare(label));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(Math.max(4, Math.floor(width / 6.96)));
    })
  );
});

test("bands sort by where they begin", () => {
  expect(["50+", "missing", "5-9", "10-19", "17"].sort((a, b) => bandStart(a) - bandStart(b))).toEqual([
    "5-9",
    "10-19",
    "17",
    "50+",
    "missing"
  ]);
});

test("short and long numbers, and where a mark above a column may grow", () => {
  expect(shorten("12", 3)).toBe("12");
  expect(shorten("12345", 3)).toBe("12…");
  expect([0, 5, 9].map((i) => anchorOf(i, 10))).toEqual(["start", "middle", "end"]);
});
