import * as Plot from "@observablehq/plot";
import {group, max} from "d3-array";
import {absenceOf} from "../../domain/status.js";
import {BACKGROUND, professionStyles} from "./colors.js";
import {emptyChart, FONT_SIZE, isDrawable, LINE_HEIGHT, plotSvg, widthOf, type ChartOptions} from "./chart.js";
import {wrapLabel} from "./labels.js";
import {legend} from "./legend.js";
import {panels} from "./panels.js";
import {rangeItem, rangeStyle} from "./rangeMarks.js";
import type {Range} from "../rows/range.js";

/** The value of one area in one group, such as one diagnosis. */
export interface AreaRow {
  area: string;
  /** The area in Danish. */
  label: string;
  /** What a panel shows, in Danish; empty where there is one panel only. */
  group: string;
  /** Null when hidden. */
  value: number | null;
  low: number | null;
  high: number | null;
  status?: string;
  /** Between what a hidden value lies. */
  range?: Range;
  /** What the tooltip says after the names. */
  valueText: string;
}

export interface AreaDotsOptions extends ChartOptions {
  /** The area the others are held against, drawn as a line. */
  country: string;
  axis: string;
  format: (value: number) => string;
  /** The highest value the axis may end at. */
  most?: number;
}

const ROW = 22;

/** Areas below each other, a dot with its 95 % interval each, the country as a line; one panel a group. */
export function areaDots(rows: readonly AreaRow[], options: AreaDotsOptions): SVGSVGElement {
  const areas = [
    ...new Map(rows.filter((row) => row.area !== options.country).map((row) => [row.area, row.label])).values()
  ];
  if (areas.length === 0) return emptyChart(options);
  const groups = [...group(rows, (row) => row.group).keys()];
  const width = widthOf(options);
  const country = rows.find((row) => row.area === options.country);
  const key = legend(
    [
      ...(country ? [{label: country.label, color: "currentColor", line: "5 3"}] : []),
      ...(rows.some(({range}) => range) ? [rangeItem] : [])
    ],
    width
  );
  const panelWidth = groups.length > 1 ? 200 : width;
  const titles = groups.map((name) => wrapLabel(name, panelWidth - 20));
  const head = groups.length > 1 ? (max(titles, (lines) => lines.length)! * LINE_HEIGHT + 8) / ROW : 0;
  const marginLeft = Math.min(170, 12 + 7.2 * max(areas, (label) => label.length)!);
  const axis = wrapLabel(options.axis, width - 12);
  const grid = panels(groups, {
    width,
    panelWidth: Math.min(panelWidth, width - marginLeft - 20),
    panelHeight: (areas.length + head) * ROW,
    gap: 44,
    columnGap: 26,
    marginTop: key.height,
    marginLeft,
    marginRight: 20,
    marginBottom: 38 + axis.length * LINE_HEIGHT
  });
  const drawn = rows.map((row) => ({
    ...row,
    ...grid.place(row.group)!,
    y: areas.indexOf(row.label) + 0.5,
    title: [row.group, `${row.label}: ${row.valueText}`].filter(Boolean).join("\n")
  }));
  const dots = drawn.filter((row) => row.area !== options.country && isDrawable(row.value));
  const highest = max(rows, (row) => row.high ?? row.value ?? row.range?.most ?? 0) ?? 0;
  const ranges = drawn.flatMap((row) => (row.range && row.area !== options.country ? [{...row, ...row.range}] : []));
  const {color} = professionStyles([{id: "area"}]).get("area")!;
  const at = {fx: "fx", fy: "fy"} as const;
  const columns = new Set(drawn.map((row) => row.fx)).size;

  return plotSvg(options, {
    ...grid.plot,
    x: {domain: [0, Math.min(options.most ?? Infinity, highest * 1.04 || 1)], nice: options.most === undefined},
    y: {domain: [areas.length, -head]},
    marks: [
      Plot.gridX({ticks: columns > 2 ? 3 : 5}),
      Plot.axisX({ticks: columns > 2 ? 3 : 5, tickFormat: options.format, label: null, facetAnchor: null}),
      Plot.axisY(
        areas.map((_, i) => i + 0.5),
        {tickFormat: (y: number) => areas[Math.floor(y)]!, tickSize: 0, label: null, facetAnchor: "left"}
      ),
      Plot.ruleY(
        dots.map((row) => ({...row})),
        {...at, y: "y", strokeOpacity: 0.12}
      ),
      Plot.ruleX(
        drawn.filter((row) => row.area === options.country && isDrawable(row.value)),
        {...at, x: "value", y1: 0, y2: areas.length, strokeDasharray: "5 3", strokeWidth: 1.5, title: "title"}
      ),
      Plot.ruleY(
        dots.filter((row) => isDrawable(row.low) && isDrawable(row.high)),
        {...at, y: "y", x1: "low", x2: "high", stroke: color, strokeWidth: 2}
      ),
      Plot.rect(ranges, {
        ...rangeStyle,
        ...at,
        x1: "least",
        x2: "most",
        y1: (row) => row.y - 0.25,
        y2: (row) => row.y + 0.25,
        fill: color,
        stroke: color,
        title: "title"
      }),
      Plot.dot(dots, {
        ...at,
        x: "value",
        y: "y",
        r: 4,
        fill: color,
        stroke: BACKGROUND,
        strokeWidth: 0.75,
        title: "title"
      }),
      Plot.text(
        drawn.filter((row) => row.area !== options.country && !isDrawable(row.value) && !row.range),
        {
          ...at,
          x: () => 0,
          y: "y",
          dx: 4,
          textAnchor: "start",
          text: ({status}: AreaRow) => absenceOf(status)?.short ?? "ingen patienter",
          fontStyle: "italic",
          stroke: BACKGROUND,
          fill: "currentColor"
        }
      ),
      groups.length > 1
        ? Plot.text(
            groups.map((name, i) => ({...grid.place(name)!, text: titles[i]!.join("\n")})),
            {...at, frameAnchor: "top-left", text: "text", lineHeight: LINE_HEIGHT / FONT_SIZE, fontWeight: 600}
          )
        : null,
      Plot.text([axis.join("\n")], {
        facet: "super",
        frameAnchor: "bottom-left",
        dx: 4 - marginLeft,
        dy: 32,
        lineAnchor: "top",
        textAnchor: "start",
        lineHeight: LINE_HEIGHT / FONT_SIZE
      }),
      ...key.marks({marginTop: key.height, marginLeft})
    ]
  });
}
