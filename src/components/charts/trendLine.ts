import * as Plot from "@observablehq/plot";
import {extent} from "d3-array";
import {BACKGROUND, OWN} from "./colors.js";
import {isDrawable, plotSvg, type ChartOptions} from "./chart.js";

/** One period of a {@link trendLine}. */
export interface TrendPoint {
  period: string;
  own: number | null;
  country: number | null;
}

export interface TrendLineOptions extends ChartOptions {
  /** The least height of the scale, so that a small change looks small. */
  span: number;
}

/**
 * A line so small that it stands in a table: the area as dots on a line, the country dashed.
 * A period without a value is a gap.
 */
export function trendLine(points: readonly TrendPoint[], {span, ...options}: TrendLineOptions): SVGSVGElement {
  const [low = 0, high = 0] = extent(points.flatMap(({own, country}) => [own, country].filter(isDrawable)));
  const spare = Math.max(0, span - (high - low)) / 2;
  return plotSvg(options, {
    width: 104,
    height: 34,
    margin: 5,
    x: {type: "point", domain: points.map(({period}) => period), axis: null},
    y: {domain: [low - spare, high + spare], axis: null},
    marks: [
      Plot.line(points, {
        x: "period",
        y: "country",
        stroke: "var(--theme-foreground-muted)",
        strokeDasharray: "3 3",
        strokeWidth: 1.5
      }),
      Plot.line(points, {x: "period", y: "own", stroke: OWN, strokeWidth: 2}),
      Plot.dot(points, {x: "period", y: "own", r: 3, fill: OWN, stroke: BACKGROUND, strokeWidth: 1})
    ]
  });
}
