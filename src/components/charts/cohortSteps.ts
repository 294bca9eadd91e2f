import * as Plot from "@observablehq/plot";
import {professionStyles} from "./colors.js";
import {count} from "../words/format.js";
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
import {wrapLabel} from "./labels.js";

/** People at one step on the way to the cohort. */
export interface StepRow {
  /** `seen`, `left_out_…` or `included`. */
  step: string;
  label: string;
  /** Null when hidden. */
  people: number | null;
}

const BAR = 24;

/** From all who were seen to those who count: each bar that is left out ends where the one before began. */
export function cohortSteps(rows: readonly StepRow[], options: ChartOptions): SVGSVGElement {
  const seen = rows.find((row) => row.step === "seen")?.people;
  if (!isDrawable(seen)) return emptyChart(options);
  const [width, narrow] = [widthOf(options), isNarrow(options)];
  const labelWidth = narrow ? width - 10 : 300;
  const marginLeft = narrow ? 2 : labelWidth + 16;
  const style = professionStyles([{id: "in"}, {id: "out"}]);
  let end = seen;
  let y = 4;
  const bars = rows.map((row) => {
    const lines = wrapLabel(row.label, labelWidth);
    const isOut = row.step.startsWith("left_out_");
    const people = row.people ?? 0;
    const top = y + (narrow ? lines.length * LINE_HEIGHT + 2 : 0);
    const x2 = isOut ? end : people;
    if (isOut) end -= people;
    const labelY = narrow ? y + (lines.length * LINE_HEIGHT) / 2 : top + BAR / 2;
    y = top + BAR + 12;
    return {
      x1: isOut ? end : 0,
      x2,
      y1: top,
      y2: top + BAR,
      labelY,
      label: lines.join("\n"),
      color: style.get(isOut ? "out" : "in")!.color,
      opacity: isOut ? 0.6 : 1,
      text: (isOut && people > 0 ? "−" : "") + count(row.people),
      title: `${row.label}: ${count(row.people)}`
    };
  });
  return plotSvg(options, {
    height: y + 4,
    marginTop: 4,
    marginLeft,
    marginRight: 68,
    marginBottom: 4,
    x: {domain: [0, seen], axis: null},
    y: {type: "identity", axis: null},
    marks: [
      Plot.rect(bars, {x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: "color", fillOpacity: "opacity", title: "title"}),
      narrow ? null : Plot.ruleX([0]),
      Plot.text(bars, {
        x: "x2",
        y: (bar: (typeof bars)[number]) => (bar.y1 + bar.y2) / 2,
        text: "text",
        textAnchor: "start",
        dx: 6,
        fontWeight: 600
      }),
      Plot.text(bars, {
        y: "labelY",
        text: "label",
        frameAnchor: "left",
        textAnchor: "start",
        dx: narrow ? 0 : -marginLeft + 4,
        lineHeight: LINE_HEIGHT / FONT_SIZE
      })
    ]
  });
}
