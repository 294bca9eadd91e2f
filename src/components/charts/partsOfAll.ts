import * as Plot from "@observablehq/plot";
import {percent} from "../words/format.js";
import {BACKGROUND, OWN} from "./colors.js";
import {LINE_HEIGHT, plotSvg, widthOf, type ChartOptions} from "./chart.js";
import {legend} from "./legend.js";

/** A part of a whole in percent; `isMeant` where it is the one that the figure is about. */
export interface Part {
  name: string;
  percent: number;
  isMeant: boolean;
}

const BAR = 34;
const shades = [0.28, 0.14];

/** One bar of a hundred percent, the part that is meant in full colour, its number and those of the others above. */
export function partsOfAll(parts: readonly Part[], options: ChartOptions): SVGSVGElement {
  const rest = parts.filter(({isMeant}) => !isMeant);
  const inOrder = [...parts.filter(({isMeant}) => isMeant), ...rest];
  const opacity = (part: Part) => (part.isMeant ? 1 : shades[rest.indexOf(part) % shades.length]!);
  const colorOf = (part: Part) => (part.isMeant ? OWN : "var(--theme-foreground)");
  const key = legend(
    inOrder.map((part) => ({
      label: `${part.name}: ${percent(part.percent)}`,
      color: colorOf(part),
      block: opacity(part)
    })),
    widthOf(options)
  );
  const marginTop = key.height + 6;
  const marginLeft = 14;
  return plotSvg(options, {
    height: marginTop + BAR + LINE_HEIGHT + 14,
    marginTop,
    marginLeft,
    marginRight: 22,
    marginBottom: LINE_HEIGHT + 12,
    x: {domain: [0, 100], ticks: 5, tickFormat: (x: number) => `${x}\u00A0%`, label: null},
    marks: [
      ...key.marks({marginTop, marginLeft}),
      Plot.barX(
        inOrder,
        Plot.stackX({x: "percent", fill: colorOf, fillOpacity: opacity, stroke: BACKGROUND, strokeWidth: 1.5})
      )
    ]
  });
}
