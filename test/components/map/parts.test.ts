import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {classColor, classLabels, classLimits, classOf} from "../../../src/components/map/colorClasses.js";
import {nextTowards} from "../../../src/components/map/direction.js";
import {borderPaths, regionsOn} from "../../../src/components/rows/regions.js";
import {spread} from "../../../src/components/map/spread.js";
import {geometry} from "./fixtures.js";

const format = (value: number) => `${value} %`;

describe("classes", () => {
  test("hold a fifth each", () => {
    const values = Array.from({length: 100}, (_, i) => i + 1);
    const limits = classLimits(values, 1);
    expect(limits).toHaveLength(4);
    for (const [low, high] of [
      [0, limits[0]!],
      [limits[1]!, limits[2]!],
      [limits[3]!, 101]
    ] as const) {
      const held = values.filter((v) => v >= low && v < high).length;
      expect(Math.abs(held - 20)).toBeLessThanOrEqual(1);
    }
  });

  test("are fewer where values are alike, and none is empty", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 12}), {minLength: 1, maxLength: 60}), (values) => {
        const limits = classLimits(values, 1);
        expect(limits).toEqual([...new Set(limits)].sort((a, b) => a - b));
        for (let i = 0; i <= limits.length; i++)
          expect(values.some((value) => classOf(value, limits) === i)).toBe(true);
      })
    );
  });

  test("a value at a limit belongs to the class above, as the legend says", () => {
    expect(classOf(82, [82, 88])).toBe(1);
    expect(classLabels([82, 88], format)).toEqual(["under 82 %", "82 % til under 88 %", "88 % og derover"]);
    expect(classLabels([], format)).toEqual(["alle ens"]);
  });

  test("fewer classes still go from the lightest colour to the darkest", () => {
    expect([0, 1, 2].map((i) => classColor(i, [1, 2]))).toEqual(["var(--map-1)", "var(--map-3)", "var(--map-5)"]);
    expect(classColor(0, [])).toBe("var(--map-3)");
  });
});

test("arrows lead to the nearest ahead, those aside counting as farther away", () => {
  const middles = [
    {x: 10, y: 0},
    {x: 8, y: 7},
    {x: -5, y: 0},
    {x: 0, y: 9}
  ];
  const from = {x: 0, y: 0};
  expect(nextTowards("ArrowRight", from, middles)).toBe(0);
  expect(nextTowards("ArrowLeft", from, middles)).toBe(2);
  expect(nextTowards("ArrowDown", from, middles)).toBe(3);
  expect(nextTowards("ArrowUp", from, middles)).toBeUndefined();
  expect(nextTowards("a", from, middles)).toBeUndefined();
});

test("names that cover each other are moved apart, inside the frame", () => {
  const text = (x: number, y: number) => ({x, y, width: 40, height: 10});
  const [a, b, c] = spread([text(50, 50), text(55, 52), text(2, 99)], {width: 100, height: 100});
  expect(Math.abs(a!.y - b!.y)).toBeGreaterThanOrEqual(9.5);
  expect(c).toMatchObject({x: 20, y: 95});
});

test("regions are those of the day", () => {
  expect(regionsOn(geometry, "2026-12-31").get("0101")).toBe("1084");
  expect(regionsOn(geometry, "2027-01-01").get("0101")).toBe("oestdanmark");
  expect(borderPaths(geometry, "2026-12-31")).toHaveLength(2);
});
