import {expect, test} from "vitest";
import {trendLine} from "../../../src/components/charts/trendLine.js";
import {expectSound, refuseWarnings, snapshotOf} from "../../support/svg.js";
import {description, options, title} from "./fixtures.js";

refuseWarnings();

const points = [
  {period: "2021/22", own: 30, country: 40},
  {period: "2022/23", own: 34, country: 41},
  {period: "2023/24", own: 42, country: 40}
];
const dots = (chart: SVGSVGElement) =>
  [...chart.querySelectorAll("circle")].map((dot) => Number(dot.getAttribute("cy")));

test("the area as dots on a line, the country dashed", () => {
  const chart = trendLine(points, {...options, span: 20});
  expectSound(chart, title, description);
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("a small change looks small: the scale has at least its span", () => {
  const reach = (span: number) =>
    dots(trendLine(points, {...options, span}))[0]! - dots(trendLine(points, {...options, span}))[2]!;
  expect(reach(24)).toBeCloseTo(reach(12) / 2);
  expect(reach(1)).toBeCloseTo(reach(12));
});

test("hidden periods are gaps; one period, none shown, and no periods are sound", () => {
  expect(dots(trendLine([points[0]!, {...points[1]!, own: null}, points[2]!], {...options, span: 20}))).toHaveLength(2);
  for (const some of [points.slice(0, 1), points.map((point) => ({...point, own: null, country: null})), []])
    expectSound(trendLine(some, {...options, span: 20}), title, description);
});
