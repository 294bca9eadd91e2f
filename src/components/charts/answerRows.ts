import * as Plot from "@observablehq/plot";
import {BACKGROUND, type SeriesStyle} from "./colors.js";
import {emptyChart, FONT_SIZE, isNarrow, LINE_HEIGHT, plotSvg, widthOf, type ChartOptions} from "./chart.js";
import {textWidth, wrapLabel} from "./labels.js";
import {legend, type LegendItem} from "./legend.js";
import {rangeItem, rangeStyle} from "./rangeMarks.js";
import {absenceOf} from "../../domain/status.js";
import {rangeOf, type Ranged} from "../rows/range.js";
import {HIDDEN, percent, percentRange} from "../words/format.js";

/** A dot with its interval, or the range of a hidden number. */
export interface LanePoint {
  x: number;
  low: number | null;
  high: number | null;
  hollow?: boolean;
  /** Whether the number is hidden: `low` and `high` are then the least and the most that it can be. */
  hidden?: boolean;
  /** What the number would be if all who left the question had given the answer. */
  upTo?: number | undefined;
  title: string;
}

/** The range of a row's hidden share in the place of its dot; undefined without one. */
export function rangePoint(
  row: {status?: string | null} & Ranged<"percent">,
  title: string,
  hollow?: boolean
): LanePoint | undefined {
  const range = rangeOf(row, "percent");
  if (!range) return undefined;
  const {least: low, most: high} = range;
  const why = absenceOf(row.status)?.short ?? HIDDEN;
  return {x: (low + high) / 2, low, high, hollow, hidden: true, title: `${title}\n${percentRange(low, high)} (${why})`};
}

/** One line of an answer: the dots of one profession, and what there is to say instead of a dot. */
export interface Lane {
  style: SeriesStyle;
  /** Whose line it is, written beside it; where a chart has no names, its legend tells the styles apart. */
  name?: string;
  /** Whether the name is set off from the others. */
  marked?: boolean;
  points: LanePoint[];
  note?: string;
}

export interface AnswerBlock {
  /** A heading above the block, where a new part of the chart begins. */
  part?: string;
  label: string;
  lanes: Lane[];
}

export interface AnswerAxis {
  domain: [number, number];
  label: string;
  tickFormat: (x: number) => string;
  /** Draws a line at 0. */
  zero?: boolean;
}

const GAP = 10;
const NOTE = 14;
const AXIS = 46;
const PART = 34;
const RANGE = 7;
const MISSING = 11;

/** What the legend says of the band from a share to what it would be had all who left the question given the answer. */
const missingItem = {label: "Havde alle uden svar krydset", color: "currentColor", block: 0.25} as const;

/** Answers below each other, each with one lane per profession: what the charts comparing answers have in common. */
export function answerRows(
  blocks: AnswerBlock[],
  axis: AnswerAxis,
  items: LegendItem[],
  options: ChartOptions
): SVGSVGElement {
  if (blocks.length === 0) return emptyChart(options);
  const width = widthOf(options);
  const narrow = isNarrow(options);
  const anyHidden = blocks.some(({lanes}) => lanes.some(({points}) => points.some(({hidden}) => hidden)));
  const anyMissing = blocks.some(({lanes}) => lanes.some(({points}) => points.some(({upTo}) => upTo !== undefined)));
  const key = legend([...items, ...(anyMissing ? [missingItem] : []), ...(anyHidden ? [rangeItem] : [])], width);
  const nameWidth = Math.max(0, ...blocks.flatMap(({lanes}) => lanes.map(({name}) => textWidth(name ?? ""))));
  // Beside lines with names there is no room for labels.
  const above = narrow || nameWidth > 0;
  const labelWidth = above ? width - 20 : Math.min(280, Math.round(width * 0.36));
  const marginLeft = nameWidth > 0 ? nameWidth + 12 : narrow ? 14 : labelWidth + 16;
  const marginRight = 26;
  const marginTop = key.height + 4;
  const room = width - marginLeft - marginRight;
  const said = wrapLabel(axis.label, width - 12);
  const fits = textWidth(axis.label) <= room + 2 * Math.min(marginLeft, marginRight);
  const axisHeight = AXIS + (said.length - 1) * LINE_HEIGHT;
  const ticks = room < 260 ? 3 : room < 480 ? 5 : 10;

  const labels: {y: number; text: string}[] = [];
  const lines: number[] = [];
  const dots: (LanePoint & {y: number; style: SeriesStyle})[] = [];
  const joins: {y: number; x1: number; x2: number; style: SeriesStyle}[] = [];
  const notes: {y: number; text: string; style: SeriesStyle}[] = [];
  const names: {y: number; text: string; marked: boolean}[] = [];
  const parts: {y: number; text: string}[] = [];
  let y = marginTop;
  for (const block of blocks) {
    if (block.part) {
      parts.push({y: y + PART / 2 + 2, text: block.part});
      y += PART;
    }
    const text = wrapLabel(block.label, labelWidth);
    const laneHeights = block.lanes.map(heightOf);
    const lanesHeight = laneHeights.reduce((a, b) => a + b, 0);
    const labelHeight = text.length * LINE_HEIGHT;
    const height = above ? labelHeight + 3 + lanesHeight : Math.max(labelHeight, lanesHeight);
    lines.push(y);
    labels.push({y: above ? y + GAP / 2 + labelHeight / 2 : y + GAP / 2 + height / 2, text: text.join("\n")});
    let laneY = y + GAP / 2 + (above ? labelHeight + 3 : (height - lanesHeight) / 2);
    block.lanes.forEach((lane, i) => {
      // What is said about a missing side of a pair stands below the other side's dot.
      const below = lane.note && lane.points.length > 0 ? NOTE : 0;
      const middle = laneY + (laneHeights[i]! - below) / 2;
      laneY += laneHeights[i]!;
      if (lane.name) names.push({y: middle, text: lane.name, marked: lane.marked ?? false});
      const xs = lane.points.map((p) => p.x);
      // Two intervals of one lane lie beside each other, or the longer would cover the shorter.
      lane.points.forEach((point, j) =>
        dots.push({...point, y: middle + (j - (lane.points.length - 1) / 2) * 7, style: lane.style})
      );
      // Between a number and a range there is no difference to draw.
      if (xs.length === 2 && !lane.points.some(({hidden}) => hidden))
        joins.push({y: middle, x1: xs[0]!, x2: xs[1]!, style: lane.style});
      if (lane.note) notes.push({y: below ? laneY - NOTE / 2 : middle, text: lane.note, style: lane.style});
    });
    y += height + GAP;
  }

  const shown = dots.filter(({hidden}) => !hidden);
  const ranges = dots.filter(({hidden}) => hidden);
  return plotSvg(options, {
    height: y + axisHeight,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom: axisHeight,
    x: {domain: axis.domain},
    // Rows differ in height, so their places are computed here, in pixels.
    y: {type: "identity", axis: null},
    marks: [
      Plot.gridX({ticks}),
      Plot.axisX({
        ticks,
        tickFormat: axis.tickFormat,
        label: fits ? axis.label : null,
        labelAnchor: "center",
        labelArrow: "none",
        labelOffset: AXIS - 8
      }),
      // Plot would cut a label that is wider than the axis.
      Plot.text(fits ? [] : [said.join("\n")], {
        frameAnchor: "bottom",
        lineAnchor: "top",
        dx: width / 2 - (marginLeft + room / 2),
        dy: AXIS - 18,
        lineHeight: LINE_HEIGHT / FONT_SIZE
      }),
      Plot.ruleY(lines, {
        y: (d: number) => d,
        insetLeft: -marginLeft + 2,
        insetRight: -marginRight + 2,
        strokeOpacity: 0.2
      }),
      axis.zero ? Plot.ruleX([0], {strokeWidth: 1.25}) : null,
      Plot.text(labels, {
        y: "y",
        text: "text",
        frameAnchor: "left",
        textAnchor: "start",
        dx: -marginLeft + 4,
        lineHeight: LINE_HEIGHT / FONT_SIZE,
        fontWeight: above ? 600 : undefined,
        stroke: above ? BACKGROUND : undefined,
        fill: "currentColor"
      }),
      ...[true, false].map((marked) =>
        Plot.text(
          names.filter((name) => name.marked === marked),
          {
            y: "y",
            text: "text",
            frameAnchor: "left",
            textAnchor: "start",
            dx: -marginLeft + 4,
            fontWeight: marked ? 600 : undefined,
            fill: "currentColor"
          }
        )
      ),
      Plot.text(parts, {
        y: "y",
        text: "text",
        frameAnchor: "left",
        textAnchor: "start",
        dx: -marginLeft + 4,
        fontSize: 14,
        fontWeight: 700,
        stroke: BACKGROUND,
        fill: "currentColor"
      }),
      Plot.link(joins, {
        x1: "x1",
        x2: "x2",
        y: "y",
        stroke: (d: (typeof joins)[number]) => d.style.color,
        strokeWidth: 5,
        strokeOpacity: 0.25
      }),
      Plot.rect(
        shown.filter(({upTo}) => upTo !== undefined),
        {
          x1: "x",
          x2: "upTo",
          y1: (d) => d.y - MISSING / 2,
          y2: (d) => d.y + MISSING / 2,
          fill: (d: (typeof dots)[number]) => d.style.color,
          fillOpacity: missingItem.block,
          title: "title"
        }
      ),
      Plot.rect(ranges, {
        ...rangeStyle,
        x1: "low",
        x2: "high",
        y1: (d) => d.y - RANGE / 2,
        y2: (d) => d.y + RANGE / 2,
        fill: (d: (typeof dots)[number]) => d.style.color,
        fillOpacity: (d: (typeof dots)[number]) => (d.hollow ? 0 : rangeStyle.fillOpacity),
        pointerEvents: "all",
        stroke: (d: (typeof dots)[number]) => d.style.color,
        title: "title"
      }),
      Plot.link(
        shown.filter((d) => d.low !== null && d.high !== null),
        {x1: "low", x2: "high", y: "y", stroke: (d: (typeof dots)[number]) => d.style.color, strokeWidth: 1.75}
      ),
      Plot.dot(shown, {
        x: "x",
        y: "y",
        symbol: (d: (typeof dots)[number]) => d.style.symbol,
        stroke: (d) => d.style.color,
        fill: (d) => (d.hollow ? BACKGROUND : d.style.color),
        r: 4,
        strokeWidth: 1.75,
        title: "title"
      }),
      Plot.dot(notes, {
        y: "y",
        frameAnchor: "left",
        dx: 8,
        symbol: (d: (typeof notes)[number]) => d.style.symbol,
        stroke: (d) => d.style.color,
        strokeDasharray: "2 1.5",
        r: 4
      }),
      Plot.text(notes, {
        y: "y",
        text: "text",
        frameAnchor: "left",
        textAnchor: "start",
        dx: 18,
        fontStyle: "italic",
        fontSize: 11,
        stroke: BACKGROUND,
        fill: "currentColor"
      }),
      ...key.marks({marginTop, marginLeft})
    ]
  });
}

function heightOf(lane: Lane): number {
  return (lane.points.length > 1 ? 20 : 15) + (lane.note && lane.points.length > 0 ? NOTE : 0);
}

/**
 * The whole way from 0 to 100 %, so that charts can be laid beside each other; or to
 * `highest`, in tens, where all is small.
 */
export function percentAxis(label: string, highest = 100): AnswerAxis {
  return {
    domain: [0, Math.min(100, Math.max(10, Math.ceil(highest / 10) * 10))],
    label,
    tickFormat: (x) => percent(x, 0)
  };
}
