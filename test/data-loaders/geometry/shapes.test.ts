import fc from "fast-check";
import {expect, test} from "vitest";
import {bordersBetween} from "../../../data-loaders/geometry/borders.js";
import {lineText, ringsText} from "../../../data-loaders/geometry/pathText.js";
import {centreOf, nearestOn, type Point, type Shape} from "../../../data-loaders/geometry/shape.js";
import {simplifyLine, simplifyRings} from "../../../data-loaders/geometry/simplify.js";

const square = (x: number, y: number, side = 100): Point[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side]
];

test("rings are written in whole steps from point to point", () => {
  expect(
    ringsText([
      [
        [0.4, 0],
        [10, 0],
        [10, -7.6]
      ]
    ])
  ).toBe("M0 0l10 0 0-8z");
  expect(
    lineText([
      [1, 1],
      [1.2, 1.3]
    ])
  ).toBe("");
});

test("no point left out of a line lay farther from it than the tolerance", () => {
  const place = fc.integer({min: 0, max: 100});
  fc.assert(
    fc.property(
      fc.array(fc.tuple(place, place), {minLength: 3, maxLength: 40}),
      fc.integer({min: 1, max: 30}),
      (line, tolerance) => {
        const simple = simplifyLine(line, tolerance);
        for (const point of line) {
          const distances = simple.slice(1).map((end, i) => nearestOn(point, simple[i]!, end).distance);
          expect(Math.min(...distances)).toBeLessThanOrEqual(tolerance + 1e-9);
        }
        expect([simple[0], simple.at(-1)]).toEqual([line[0], line.at(-1)]);
      }
    )
  );
});

test("islets go, but not a shape that is nothing else", () => {
  const [large, small] = [square(0, 0), square(200, 0, 5)];
  expect(simplifyRings([large, small], {tolerance: 1, islet: 100})).toHaveLength(1);
  expect(simplifyRings([small], {tolerance: 1, islet: 100})).toHaveLength(1);
});

test("a name stands where there is most room", () => {
  const [x, y] = centreOf([square(0, 0), square(300, 300, 10)]);
  expect(x).toBeCloseTo(50, 0);
  expect(y).toBeCloseTo(50, 0);
});

test("neighbours drawn apart meet midway, and only the pairs asked for", () => {
  const shapes: Shape[] = [
    {code: "0001", rings: [square(0, 0)]},
    {code: "0002", rings: [square(106, 0)]},
    {code: "0003", rings: [square(0, 106)]}
  ];
  const [border, ...others] = bordersBetween(shapes, (_, b) => b === "0002", 8);
  expect(others).toEqual([]);
  expect(border!.between).toEqual(["0001", "0002"]);
  // Past the corners the line turns a little towards the nearer one.
  const points = border!.lines.flat();
  expect(points.every(([x]) => Math.abs(x - 103) <= 1)).toBe(true);
  expect(Math.max(...points.map(([, y]) => y)) - Math.min(...points.map(([, y]) => y))).toBeGreaterThanOrEqual(100);
});
