import {expect, test} from "vitest";
import {aligned, atLeast, atMost} from "../../bench/target.js";

test("a figure says what it must reach and whether it does", () => {
  expect(atMost(1.304, 1.3, "times", 2)).toBe("1.30 times (at most 1.3 times: NOT MET)");
  expect(atMost(1.3, 1.3, "times", 2)).toBe("1.30 times (at most 1.3 times: met)");
  expect(atMost(12, 12)).toBe("12 (at most 12: met)");
  expect(atLeast(1142, 1140)).toBe("1,142 (at least 1,140: met)");
  expect(atLeast(21, 22)).toBe("21 (at least 22: NOT MET)");
});

test("lines are set in columns, without blanks at their ends", () => {
  expect(
    aligned([
      ["/", "1 s", ""],
      ["/audit/alder-og-koen", "12 s", "met"]
    ])
  ).toEqual(["  /                     1 s", "  /audit/alder-og-koen  12 s  met"]);
  expect(aligned([])).toEqual([]);
});
