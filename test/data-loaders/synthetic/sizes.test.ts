import {sum} from "d3-array";
import {expect, test} from "vitest";
import {diagramSizes} from "../../../data-loaders/synthetic/diagramSizes.js";
import {plausibleSizes} from "../../../data-loaders/synthetic/participants.js";
import {stream} from "../../../data-loaders/synthetic/randomness.js";

test("plausible sizes are skewed, have the sum and are never below the smallest", () => {
  const sizes = plausibleSizes(46, 2996, {spread: 0.5, smallest: 10}, stream(1, "sizes"));
  expect(sizes).toHaveLength(46);
  expect(sum(sizes)).toBe(2996);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10);
  expect(Math.max(...sizes)).toBeGreaterThan(100);
});

test("sizes of a diagram round to the percents and meet both sums", async () => {
  const shares = [0, 14, 33, 50].map((percent, i) => ({participant: String(i + 1), percents: [percent]}));
  const limits = {smallest: 3, largest: 20, spread: 0.5, registrations: 30, totals: [[7, 7]] as [number, number][]};
  const sizes = await diagramSizes(shares, limits, stream(1, "sizes"));
  expect(sum(sizes, (s) => s.registrations)).toBe(30);
  expect(sum(sizes, (s) => s.counts[0]!)).toBe(7);
  sizes.forEach((s, i) => expect(Math.round((100 * s.counts[0]!) / s.registrations)).toBe(shares[i]!.percents[0]));
  await expect(diagramSizes(shares, {...limits, totals: [[29, 30]]}, stream(1, "sizes"))).rejects.toThrow(RangeError);
});
