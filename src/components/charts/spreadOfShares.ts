import * as Plot from "@observablehq/plot";
import {percent} from "../words/format.js";
import {BACKGROUND, OWN} from "./colors.js";
import {plotSvg, type ChartOptions} from "./chart.js";

/** Between which shares eight of ten participants lie, and the common share, in percent. */
export interface Spread {
  low: number;
  middle: number;
  high: number;
}

const HEIGHT = 64;

/** How far clinicians' own shares lie apart when chance is taken away, on an axis of a hundred percent. */
export function spreadOfShares({low, middle, high}: Spread, options: ChartOptions): SVGSVGElement {
  const ends = [
    {x: low, textAnchor: low < 12 ? "start" : "middle"},
    {x: high, textAnchor: high > 88 ? "end" : "middle"}
  ] as const;
  return plotSvg(options, {
    height: HEIGHT + 34,
    marginTop: 4,
    marginBottom: 30,
    marginLeft: 14,
    marginRight: 22,
    x: {domain: [0, 100], ticks: 5, tickFormat: (x: number) => `${x}\u00A0%`, label: null},
    y: {domain: [0, HEIGHT], reverse: true, axis: null},
    marks: [
      Plot.rect([{low, high}], {x1: "low", x2: "high", y1: 26, y2: 48, fill: OWN, fillOpacity: 0.3, rx: 11}),
      Plot.dot([{middle}], {x: "middle", y: 37, r: 7, fill: OWN, stroke: BACKGROUND, strokeWidth: 1.5}),
      ...ends.map(({x, textAnchor}) =>
        Plot.text([x], {x, y: 16, textAnchor, text: () => percent(x, 0), fill: "currentColor"})
      ),
      Plot.text([middle], {
        x: middle,
        y: 60,
        text: () => `alle ${percent(middle, 0)}`,
        fontWeight: 600,
        textAnchor: middle < 12 ? "start" : middle > 88 ? "end" : "middle",
        fill: "currentColor"
      })
    ]
  });
}
