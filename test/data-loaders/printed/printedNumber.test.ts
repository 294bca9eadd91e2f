import {describe, expect, test} from "vitest";
import {agrees, danish, danishDay, danishPoints, decimalsOf} from "../../../data-loaders/printed/printedNumber.js";

describe("agrees", () => {
  test.each([
    ["26", 26.02, true],
    ["26", 26.5, false],
    ["2.5", (100 * 152) / 5954, false],
    ["2.6", (100 * 152) / 5954, true],
    ["0.3", 100 * 0.0025, true],
    ["100.0", 100.04, true],
    ["100.0", NaN, false]
  ])("%s against %d: %s", (printed, value, same) => {
    expect(agrees(printed, value)).toBe(same);
  });

  test("a chart that drops a trailing zero is compared to the decimals of its series", () => {
    expect(agrees("12", 11.94)).toBe(true);
    expect(agrees("12", 11.94, 1)).toBe(false);
  });
});

test("decimals as printed", () => {
  expect(["95.7", "100.0", "26"].map(decimalsOf)).toEqual([1, 1, 0]);
});

test("days as Danish readers write them", () => {
  expect(danishDay("2023-07-01")).toBe("1. juli 2023");
});

test("numbers as Danish readers write them", () => {
  expect([danish(1234.5, 1), danish(-0.04, 1), danishPoints(-3.25), danishPoints(3.25)]).toEqual([
    "1.234,5",
    "0,0",
    "−3,2 procentpoint",
    "+3,3 procentpoint"
  ]);
});
