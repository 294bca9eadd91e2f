import * as Plot from "@observablehq/plot";
import {group, sum} from "d3-array";
import {absenceOf} from "../../domain/status.js";
import {BACKGROUND, type SeriesStyle} from "./colors.js";
import {count, HIDDEN, percent} from "../words/format.js";
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
import {rangeOf, rangeText, valueOrRange, type Ranged} from "../rows/range.js";
import {legend} from "./legend.js";
import {verdicts, type Verdict} from "../../domain/programme.js";

/** One part of one bar. */
export interface StackedRow extends Ranged<"patients" | "percent"> {
  /** The name of the bar. */
  label: string;
  part: string;
  patients: number | null;
  /** 0 to 100; null when hidden. */
  percent: number | null;
  status?: string;
}

export interface StackedOptions extends ChartOptions {
  /** The parts, in the order they are stacked. */
  parts: {id: string; label: string; style: SeriesStyle}[];
}

const BAR = 26;

/**
 * Bars of 100 %, one below the other. A hidden part is as long as the least that it can be; what is left of the bar is
 * open and said to be hidden.
 */
export function stackedShares(rows: readonly StackedRow[], options: StackedOptions): SVGSVGElement {
  const [width, narrow] = [widthOf(options), isNarrow(options)];
  const bars = [...group(rows, (row) => row.label)];
  if (bars.length === 0) return emptyChart(options);
  const used = options.parts.filter(({id}) => rows.some((row) => row.part === id && row.percent !== 0));
  const anyHidden = rows.some((row) => !isDrawable(row.percent));
  const key = legend(
    [
      ...used.map(({label, style}) => ({label, color: style.color, block: 0.5})),
      ...(anyHidden ? [{label: "Skjult", color: "currentColor", line: "2 3"}] : [])
    ],
    width
  );
  const labelWidth = narrow ? 0 : 190;
  const marginLeft = narrow ? 14 : labelWidth + 12;
  const marginRight = 22;
  const step = narrow ? BAR + LINE_HEIGHT + 14 : BAR + 12;
  const marginTop = key.height + 4;
  const scale = (width - marginLeft - marginRight) / 100;

  const parts = bars.flatMap(([label, own], i) => {
    let x = 0;
    const y = marginTop + i * step + (narrow ? LINE_HEIGHT + 4 : 0);
    const shown = options.parts.flatMap(({id, label: name, style}) => {
      const row = own.find((r) => r.part === id);
      const length = row?.percent ?? (row && rangeOf(row, "percent")?.least);
      if (!row || !isDrawable(length) || length === 0) return [];
      const patients = valueOrRange(row, "patients");
      const title = `${label}\n${name}: ${valueOrRange(row, "percent", "%")}${patients === HIDDEN ? "" : ` (${patients} patienter)`}`;
      return [
        {
          x1: x,
          x2: (x += length),
          y1: y,
          y2: y + BAR,
          color: style.color,
          title,
          text: rangeText(row, "percent", "%") ?? percent(row.percent, 0),
          hidden: false
        }
      ];
    });
    const names = own
      .filter((row) => !isDrawable(row.percent))
      .map((row) => {
        const [share, patients] = [rangeText(row, "percent", "%"), rangeText(row, "patients")];
        const why = absenceOf(row.status)?.short ?? HIDDEN;
        const range = share && patients ? `${share} (${patients} patienter; ${why})` : why;
        return `${options.parts.find(({id}) => id === row.part)?.label ?? row.part}: ${range}`;
      });
    // What is left is no more than what is hidden; of a bar with nothing shown it is all.
    const rest = {
      x1: x,
      x2: 100,
      y1: y,
      y2: y + BAR,
      color: "none",
      title: `${label}\n${names.join("\n")}`,
      text: "skjult",
      hidden: true
    };
    return names.length > 0 ? [...shown, rest] : shown;
  });
  const fits = parts.filter((p) => textWidth(p.text) <= (p.x2 - p.x1) * scale);
  const labels = bars.map(([label, own], i) => {
    const total = own.every((row) => isDrawable(row.patients)) ? ` (${count(sum(own, (row) => row.patients!))})` : "";
    return {
      y: marginTop + i * step + (narrow ? LINE_HEIGHT / 2 : BAR / 2),
      text: wrapLabel(label + total, narrow ? width - 10 : labelWidth).join("\n")
    };
  });

  return plotSvg(options, {
    height: marginTop + bars.length * step + 40,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom: 40,
    x: {domain: [0, 100]},
    y: {type: "identity", axis: null},
    marks: [
      Plot.axisX([0, 25, 50, 75, 100], {tickFormat: (x: number) => percent(x, 0), label: null}),
      Plot.rect(
        parts.filter((p) => !p.hidden),
        {
          x1: "x1",
          x2: "x2",
          y1: "y1",
          y2: "y2",
          fill: "color",
          fillOpacity: 0.5,
          stroke: "color",
          strokeWidth: 1,
          insetLeft: 0.5,
          insetRight: 0.5,
          title: "title"
        }
      ),
      Plot.rect(
        parts.filter((p) => p.hidden),
        {
          x1: "x1",
          x2: "x2",
          y1: "y1",
          y2: "y2",
          fill: "none",
          pointerEvents: "all",
          stroke: "currentColor",
          strokeDasharray: "2 3",
          insetLeft: 0.5,
          insetRight: 0.5,
          title: "title"
        }
      ),
      Plot.text(fits, {
        x: (p: (typeof parts)[number]) => (p.x1 + p.x2) / 2,
        y: (p) => (p.y1 + p.y2) / 2,
        text: "text",
        pointerEvents: "none"
      }),
      Plot.text(labels, {
        y: "y",
        text: "text",
        frameAnchor: "left",
        textAnchor: "start",
        dx: narrow ? -10 : -marginLeft + 4,
        lineHeight: LINE_HEIGHT / FONT_SIZE,
        fontWeight: narrow ? 600 : undefined,
        stroke: BACKGROUND,
        fill: "currentColor"
      }),
      ...key.marks({marginTop, marginLeft})
    ]
  });
}

const part = (id: Verdict, style: SeriesStyle) => ({id, label: verdicts[id].label, style});

/** Verdicts as parts of a bar. */
export const ruleParts = [
  part("follows", {color: "#2868c0", symbol: "circle", dash: ""}),
  part("departs", {color: "#cd4a10", symbol: "triangle", dash: "7 3"}),
  part("undecided", {color: "#877a5a", symbol: "square", dash: "2 3"})
];
