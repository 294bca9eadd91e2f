import * as Plot from "@observablehq/plot";
import {group} from "d3-array";
import {BACKGROUND, type SeriesStyle} from "./colors.js";
import {
  emptyChart,
  FONT_SIZE,
  isDrawable,
  isNarrow,
  LINE_HEIGHT,
  plotSvg,
  widthOf,
  type ChartOptions
} from "./chart.js";
import {textWidth, wrapLabel} from "./labels.js";
import {legend, type LegendItem} from "./legend.js";

/** What one line shows: a printed number or range, a counted value with its interval, or both. */
export interface ExpectedRow {
  /** The heading it stands under; empty where there is none. */
  group: string;
  label: string;
  expected?: {low: number; high: number};
  found?: {value: number; low: number | null; high: number | null; style: SeriesStyle};
  /** The numbers in words, beside the line. */
  valueText: string;
}

export interface ExpectedAndFoundOptions extends ChartOptions {
  axis: {
    type: "linear" | "log";
    domain: [number, number];
    label: string;
    ticks: number[];
    format: (x: number) => string;
  };
  expectedStyle: SeriesStyle;
  legend: LegendItem[];
}

const LANE = 20;
const GAP = 8;
const AXIS = 46;

/**
 * Printed numbers as broad strokes, as long as the range they are printed with, and counted
 * ones as symbols with their intervals.
 */
export function expectedAndFound(rows: readonly ExpectedRow[], options: ExpectedAndFoundOptions): SVGSVGElement {
  if (rows.length === 0) return emptyChart(options);
  const {axis, expectedStyle} = options;
  const [width, narrow] = [widthOf(options), isNarrow(options)];
  const key = legend(options.legend, width);
  const labelWidth = narrow ? width - 12 : Math.min(250, Math.round(width * 0.34));
  const marginLeft = narrow ? 24 : labelWidth + 18;
  const marginRight = narrow ? 28 : 16 + Math.max(...rows.map(({valueText}) => textWidth(valueText, 11)));
  const marginTop = key.height + 4;
  let y = marginTop;
  const heads: {y: number; text: string}[] = [];
  const lines: number[] = [];
  const placed = [...group(rows, (row) => row.group)].flatMap(([name, members]) => {
    lines.push(y);
    if (name) {
      const text = wrapLabel(name, width - 12);
      heads.push({y: y + 4 + (text.length * LINE_HEIGHT) / 2, text: text.join("\n")});
      y += 6 + text.length * LINE_HEIGHT;
    }
    return members.map((row) => {
      const text = wrapLabel(row.label, labelWidth);
      const said = narrow ? wrapLabel(row.valueText, labelWidth) : [];
      const words = (text.length + said.length) * LINE_HEIGHT;
      const top = y + GAP / 2;
      const height = narrow ? words + LANE : Math.max(words, LANE);
      y += height + GAP;
      return {
        ...row,
        middle: narrow ? top + words + LANE / 2 : top + height / 2,
        labelY: narrow ? top + (text.length * LINE_HEIGHT) / 2 : top + height / 2,
        toldY: narrow ? top + words - (said.length * LINE_HEIGHT) / 2 : top + height / 2,
        text: text.join("\n"),
        said: narrow ? said.join("\n") : row.valueText,
        title: `${row.label}: ${row.valueText}`
      };
    });
  });
  const lineHeight = LINE_HEIGHT / FONT_SIZE;
  const ranges = placed.flatMap((row) => (row.expected ? [{...row, ...row.expected}] : []));
  const dots = placed.flatMap((row) => (row.found ? [{...row, ...row.found}] : []));
  const stems = placed.map((row) => ({
    ...row,
    end: Math.max(axis.domain[0], row.expected?.high ?? 0, row.found?.value ?? 0)
  }));
  return plotSvg(options, {
    height: y + AXIS,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom: AXIS,
    x: {type: axis.type, domain: axis.domain},
    y: {type: "identity", axis: null},
    marks: [
      Plot.gridX(axis.ticks),
      Plot.axisX(axis.ticks, {
        tickFormat: axis.format,
        label: axis.label,
        labelAnchor: "center",
        labelArrow: "none",
        labelOffset: AXIS - 8
      }),
      Plot.ruleY(lines, {
        y: (d: number) => d,
        insetLeft: 2 - marginLeft,
        insetRight: 2 - marginRight,
        strokeOpacity: 0.2
      }),
      // From a label to what belongs to it; a length on a logarithmic axis means nothing, so it is no bar.
      Plot.link(stems, {x1: axis.domain[0], x2: "end", y: "middle", strokeOpacity: 0.25, strokeDasharray: "1 3"}),
      Plot.link(ranges, {
        x1: "low",
        x2: "high",
        y: "middle",
        stroke: expectedStyle.color,
        strokeWidth: 10,
        strokeLinecap: "round",
        title: "title"
      }),
      Plot.link(
        dots.filter(({low, high}) => isDrawable(low) && isDrawable(high)),
        {x1: "low", x2: "high", y: "middle", stroke: (d: (typeof dots)[number]) => d.style.color, strokeWidth: 2}
      ),
      Plot.dot(dots, {
        x: "value",
        y: "middle",
        r: 5,
        symbol: (d: (typeof dots)[number]) => d.style.symbol,
        fill: (d) => d.style.color,
        stroke: BACKGROUND,
        strokeWidth: 1,
        title: "title"
      }),
      Plot.text(heads, {
        y: "y",
        text: "text",
        frameAnchor: "left",
        textAnchor: "start",
        dx: 4 - marginLeft,
        fontWeight: 600,
        lineHeight
      }),
      Plot.text(placed, {
        y: "labelY",
        text: "text",
        frameAnchor: "left",
        textAnchor: "start",
        dx: 4 - marginLeft,
        lineHeight
      }),
      Plot.text(placed, {
        y: "toldY",
        text: "said",
        fontSize: 11,
        lineHeight,
        ...(narrow
          ? ({frameAnchor: "left", textAnchor: "start", dx: 4 - marginLeft} as const)
          : ({frameAnchor: "right", textAnchor: "start", dx: 10} as const))
      }),
      ...key.marks({marginTop, marginLeft})
    ]
  });
}
