import {expect, test} from "vitest";
import {intraclass} from "../../../data-loaders/synthetic/intraclass.js";

test("a value worked out by hand", () => {
  // 2 of 4, 0 of 2, 3 of 4: Σy²/n = 1 + 0 + 2.25 = 3.25, between (3.25 - 25/10) / 2 = 0.375, within (5 -
  // 3.25) / 7 = 0.25, size (10 - 36/10) / 2 = 3.2; (0.375 - 0.25) / (0.375 + 2.2 · 0.25) = 0.125 / 0.925.
  const clusters = [
    {y: 2, n: 4},
    {y: 0, n: 2},
    {y: 3, n: 4}
  ];
  expect(intraclass(clusters)).toBeCloseTo(0.125 / 0.925, 12);
});

test("all or nothing within every participant is 1, no difference between them is below 0", () => {
  expect(
    intraclass([
      {y: 3, n: 3},
      {y: 0, n: 5}
    ])
  ).toBe(1);
  expect(
    intraclass([
      {y: 1, n: 2},
      {y: 1, n: 2}
    ])
  ).toBe(-1);
});

test("undefined where there is nothing to compare", () => {
  expect(intraclass([{y: 1, n: 3}])).toBeNull();
  expect(
    intraclass([
      {y: 1, n: 1},
      {y: 0, n: 1}
    ])
  ).toBeNull();
  expect(
    intraclass([
      {y: 0, n: 3},
      {y: 0, n: 2}
    ])
  ).toBeNull();
  expect(
    intraclass([
      {y: 3, n: 3},
      {y: 2, n: 2},
      {y: 0, n: 0}
    ])
  ).toBeNull();
  expect(() => intraclass([{y: 4, n: 3}])).toThrow(RangeError);
});
