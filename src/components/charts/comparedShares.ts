import * as Plot from "@observablehq/plot";
import {max, min} from "d3-array";
import {interval, percent} from "../words/format.js";
import {BACKGROUND, OWN} from "./colors.js";
import {FONT_SIZE, LINE_HEIGHT, plotSvg, widthOf, type ChartOptions} from "./chart.js";

/** A share in percent with its limits. */
export interface ComparedShare {
  name: string;
  percent: number;
  low: number;
  high: number;
}

export interface ComparedSharesOptions extends ChartOptions {
  /** Shares of others of the first one's kind, as ticks behind it. */
  others?: readonly number[];
  /** What the ticks are: `de andre kommuner`. */
  othersText?: string;
}

const ROW = 50;

/** A few shares below each other with their numbers written out, the first in the colour of what is one's own. */
export function comparedShares(rows: readonly ComparedShare[], options: ComparedSharesOptions): SVGSVGElement {
  const {others = [], othersText = "de andre"} = options;
  const values = [...others, ...rows.flatMap(({low, high}) => [low, high])];
  const [least, most] = [min(values)!, max(values)!];
  const room = Math.max(2, 0.08 * (most - least));
  const domain = [Math.max(0, least - room), Math.min(100, most + room)];
  const color = (_: ComparedShare, i: number) => (i === 0 ? OWN : "var(--theme-foreground-muted)");
  const place = (i: number) => (i + 0.5) * ROW;
  const y = (_: ComparedShare, i: number) => place(i) + 8;
  const plotHeight = rows.length * ROW;
  return plotSvg(options, {
    height: plotHeight + 34 + (others.length > 0 ? LINE_HEIGHT : 0),
    marginTop: 4,
    marginBottom: 30 + (others.length > 0 ? LINE_HEIGHT : 0),
    marginLeft: 14,
    marginRight: 18,
    x: {domain, ticks: widthOf(options) < 360 ? 4 : 6, tickFormat: (x: number) => `${x}\u00A0%`, label: null},
    y: {domain: [0, plotHeight], reverse: true, axis: null},
    marks: [
      Plot.ruleX(others, {
        y1: place(0) - 2,
        y2: place(0) + 18,
        stroke: "var(--theme-foreground)",
        strokeOpacity: 0.3
      }),
      Plot.ruleY(rows, {y, x1: "low", x2: "high", stroke: color, strokeWidth: 3, strokeLinecap: "round"}),
      Plot.dot(rows, {y, x: "percent", r: 6, fill: color, stroke: BACKGROUND, strokeWidth: 1.5}),
      ...rows.map(({name, percent: share, low, high}, i) =>
        Plot.text([`${name}: ${percent(share)} (${interval(low, high)})`], {
          y: place(i) - 12,
          frameAnchor: "left",
          textAnchor: "start",
          fontWeight: i === 0 ? 600 : 400,
          fill: "currentColor"
        })
      ),
      ...(others.length > 0
        ? [
            Plot.text([`Streger: ${othersText}`], {
              frameAnchor: "bottom-right",
              textAnchor: "end",
              dy: 30 + FONT_SIZE,
              fill: "var(--theme-foreground-muted)"
            })
          ]
        : [])
    ]
  });
}
