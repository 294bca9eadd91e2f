import * as Plot from "@observablehq/plot";
import {group, greatest} from "d3-array";
import {BACKGROUND, professionStyles} from "./colors.js";
import {count, interval, percent} from "../words/format.js";
import {emptyChart, isDrawable, isNarrow, plotSvg, widthOf, type ChartOptions} from "./chart.js";
import {legend} from "./legend.js";
import {rangeItem, rangeStyle} from "./rangeMarks.js";
import {rangeOf, rangeText, type Ranged} from "../rows/range.js";

/** How many of those who started in a specialty have had no more contacts after a number of contacts. */
export interface EndedRow extends Ranged<"n" | "percent"> {
  /** `all` is every patient. */
  start_specialty: string;
  contact_no: number;
  n: number | null;
  total: number | null;
  /** 0 to 100; null when hidden. */
  percent: number | null;
  low: number | null;
  high: number | null;
}

export interface EndedOptions extends ChartOptions {
  /** Where courses began, specialties or a region, in Danish by id; colours follow their order. */
  lines: Record<string, string>;
  /** What `all` is called. */
  everybody?: string;
}

/** Share without more contacts after each contact: one line a place where courses start, and one for all. */
export function endedShares(rows: readonly EndedRow[], options: EndedOptions): SVGSVGElement {
  const styles = professionStyles(Object.keys(options.lines).map((id) => ({id})));
  const all = {color: "currentColor", symbol: "star", dash: ""} as const;
  const styleOf = (id: string) => styles.get(id) ?? all;
  const labelOf = (id: string) => (id === "all" ? (options.everybody ?? "Alle") : (options.lines[id] ?? id));
  const drawn = rows
    .filter((row) => isDrawable(row.percent))
    .map((row) => ({
      ...row,
      ...styleOf(row.start_specialty),
      label: labelOf(row.start_specialty),
      title: `${labelOf(row.start_specialty)}, efter ${row.contact_no}. kontakt\n${percent(row.percent)} (${interval(row.low, row.high)}); ${count(row.n)} af ${count(row.total)} patienter`
    }));
  if (drawn.length === 0) return emptyChart(options);
  const ranges = rows.flatMap((row) => {
    const range = rangeOf(row, "percent");
    const name = `${labelOf(row.start_specialty)}, efter ${row.contact_no}. kontakt`;
    const title = `${name}\n${rangeText(row, "percent", "%")} (skjult); ${rangeText(row, "n")} af ${count(row.total)} patienter`;
    return range ? [{...row, ...range, ...styleOf(row.start_specialty), title}] : [];
  });
  const [width, narrow] = [widthOf(options), isNarrow(options)];
  const lines = [...group(drawn, (row) => row.start_specialty).values()];
  const key = legend(
    [
      ...lines.map(([row]) => ({label: row!.label, color: row!.color, symbol: row!.symbol})),
      ...(ranges.length > 0 ? [rangeItem] : [])
    ],
    width
  );
  const contacts = [...new Set(rows.map((row) => row.contact_no))].sort((a, b) => a - b);
  const top = greatest(drawn, (row) => row.high ?? row.percent!)!;
  const marginTop = key.height + 8;
  return plotSvg(options, {
    height: marginTop + 300 + 48,
    marginTop,
    marginLeft: 48,
    marginRight: 24,
    marginBottom: 48,
    x: {type: "point", domain: contacts, padding: narrow ? 0.2 : 0.3},
    y: {domain: [0, top.percent! > 90 ? 100 : Math.min(100, 10 * Math.ceil((top.high ?? top.percent!) / 10))]},
    marks: [
      Plot.gridY({ticks: 5}),
      Plot.axisY({ticks: 5, tickFormat: (y: number) => percent(y, 0), label: null}),
      Plot.axisX({
        tickFormat: (no: number) => (narrow ? `${no}.` : `efter ${no}. kontakt`),
        tickSize: 0,
        label: narrow ? "Efter kontakt nummer" : null,
        labelAnchor: "center",
        labelArrow: "none",
        labelOffset: 40
      }),
      ...lines.flatMap((line) => [
        Plot.line(line, {
          x: "contact_no",
          y: "percent",
          stroke: line[0]!.color,
          strokeDasharray: line[0]!.dash,
          strokeWidth: line[0]!.start_specialty === "all" ? 2.5 : 1.75
        }),
        Plot.ruleX(
          line.filter((row) => isDrawable(row.low) && isDrawable(row.high)),
          {x: "contact_no", y1: "low", y2: "high", stroke: line[0]!.color, strokeWidth: 1.5}
        )
      ]),
      // Where courses are many, a range is no higher than a line: it must be broad to be seen.
      Plot.rect(ranges, {
        ...rangeStyle,
        x1: "contact_no",
        x2: "contact_no",
        y1: "least",
        y2: "most",
        insetLeft: -7,
        insetRight: -7,
        insetTop: -1.5,
        insetBottom: -1.5,
        fill: "color",
        stroke: "color",
        title: "title"
      }),
      Plot.dot(drawn, {
        x: "contact_no",
        y: "percent",
        symbol: "symbol",
        fill: "color",
        stroke: BACKGROUND,
        strokeWidth: 0.75,
        r: 5,
        title: "title"
      }),
      ...key.marks({marginTop, marginLeft: 48})
    ]
  });
}
