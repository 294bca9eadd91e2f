import * as Plot from "@observablehq/plot";
import {max} from "d3-array";
import type {Status} from "../../domain/status.js";
import {BACKGROUND, professionStyles} from "./colors.js";
import {compareDanish, interval, percent} from "../words/format.js";
import {emptyChart, isDrawable, plotSvg, widthOf, type ChartOptions, type ChartProfession} from "./chart.js";
import {anchorOf, bandLabel, shorten} from "./labels.js";
import {legend, type LegendItem} from "./legend.js";

/** One participant's share (a row of `audit_participants`, with the chance limits the caller computed). */
export interface VariationRow {
  /** The participant's number, or the hash of their private code. */
  participant: string | number;
  /** 0 to 100; null when hidden. */
  percent: number | null;
  /** Binomial limits around the common share at this participant's number of registrations, 0 to 100. */
  low_chance?: number | null;
  high_chance?: number | null;
  registrations_band?: string | null;
  status?: Status;
}

export interface VariationOptions extends ChartOptions {
  /** All professions of the code book, in its order. */
  professions: ChartProfession[];
  profession: string;
  /** The share of the whole profession, 0 to 100. */
  share?: number | null;
  /** The reader's own participant, as in the rows. */
  own?: string | null;
  /** Whether participants are shown by private codes: then no bar has a name. */
  unnamed?: boolean;
}

const MIN_STEP = 10.5;
const MAX_STEP = 48;
const LABEL_LENGTH = 10;
const PLOT_HEIGHT = 250;

/**
 * Variation diagram: one bar a participant, lowest first, with the range chance alone would give behind it. It is wider
 * than the width given when the bars would otherwise be too thin to name: the frame around it scrolls.
 */
export function variationDiagram(rows: VariationRow[], options: VariationOptions): SVGSVGElement {
  if (rows.length === 0) return emptyChart(options);
  const style = professionStyles(options.professions).get(options.profession);
  const color = style?.color ?? "currentColor";
  const titleOf = (row: VariationRow) => barText(row, options.unnamed ? "Deltager" : `Deltager ${row.participant}`);
  const name = options.professions.find((p) => p.id === options.profession)?.label ?? "Faggruppen";
  const own = options.own?.trim() || null;
  const bars = rows.map((row) => ({
    ...row,
    no: String(row.participant),
    own: own !== null && String(row.participant) === own
  }));
  bars.sort((a, b) => (a.percent ?? Infinity) - (b.percent ?? Infinity) || compareDanish(a.no, b.no));
  const shown = bars.filter((bar) => isDrawable(bar.percent));
  const hidden = bars.filter((bar) => !isDrawable(bar.percent));
  const chance = bars.filter((bar) => isDrawable(bar.low_chance) && isDrawable(bar.high_chance));

  const marginLeft = 44;
  const visible = widthOf(options);
  const width = Math.max(visible, marginLeft + 10 + bars.length * MIN_STEP);
  // A handful of bars stays as wide as bars are.
  const marginRight = Math.max(10, width - marginLeft - bars.length * MAX_STEP);
  const key = legend(
    legendOf(
      color,
      name,
      chance.length > 0,
      options.share,
      shown.some((bar) => bar.own)
    ),
    visible
  );
  const marginTop = key.height + 16;
  const numbers = bars.map((bar) => shorten(bar.no, LABEL_LENGTH));
  const marginBottom = 28 + Math.min(80, options.unnamed ? 0 : Math.max(...numbers.map((no) => no.length)) * 7);
  const highest = max(bars, (bar) => Math.max(bar.percent ?? 0, bar.high_chance ?? 0, options.share ?? 0)) ?? 0;

  const svg = plotSvg(
    {...options, width},
    {
      height: marginTop + PLOT_HEIGHT + marginBottom,
      marginTop,
      marginLeft,
      marginRight,
      marginBottom,
      x: {domain: bars.map((bar) => bar.no), padding: 0.2, axis: null},
      y: {domain: [0, Math.min(100, Math.max(10, Math.ceil(highest / 10) * 10))]},
      marks: [
        Plot.gridY({ticks: 5}),
        Plot.axisY({ticks: 5, tickFormat: (y: number) => percent(y, 0), label: null}),
        options.unnamed
          ? null
          : Plot.axisX({
              tickFormat: (no: string) => shorten(no, LABEL_LENGTH),
              tickRotate: -90,
              tickSize: 0,
              tickPadding: 6,
              fontSize: 10,
              label: null
            }),
        Plot.barY(chance, {
          x: "no",
          y1: "low_chance",
          y2: "high_chance",
          fill: "currentColor",
          fillOpacity: 0.16,
          insetLeft: -1,
          insetRight: -1
        }),
        Plot.barY(shown, {
          x: "no",
          y: "percent",
          fill: color,
          insetLeft: 1,
          insetRight: 1,
          stroke: (d) => (d.own ? "currentColor" : color),
          strokeWidth: (d) => (d.own ? 2.5 : 0),
          title: titleOf
        }),
        // A bar of 0 has no height: its tick says that there is somebody.
        Plot.tickY(
          shown.filter((bar) => bar.percent === 0),
          {x: "no", y: "percent", stroke: color, strokeWidth: 4, title: titleOf}
        ),
        Plot.ruleY([0]),
        isDrawable(options.share)
          ? Plot.ruleY([options.share], {stroke: "currentColor", strokeWidth: 1.5, strokeDasharray: "6 3"})
          : null,
        Plot.text(hidden, {
          x: "no",
          y: () => 0,
          text: () => "skjult",
          rotate: -90,
          textAnchor: "start",
          dy: -4,
          fontSize: 10,
          fontStyle: "italic",
          title: titleOf
        }),
        Plot.text(
          shown.filter((bar) => bar.own),
          {
            x: "no",
            y: "percent",
            text: () => "▼ dig",
            dy: -10,
            fontWeight: 700,
            textAnchor: anchorOf(
              bars.findIndex((bar) => bar.own),
              bars.length
            ),
            stroke: BACKGROUND,
            fill: "currentColor"
          }
        ),
        // The name of the axis stays in sight when the chart is scrolled, so it starts at the left.
        Plot.text([options.unnamed ? "Deltagere" : "Deltagernummer"], {
          frameAnchor: "bottom-left",
          dy: marginBottom - 6,
          textAnchor: "start"
        }),
        ...key.marks({marginTop, marginLeft})
      ]
    }
  );
  // Plot would shrink it to the page.
  if (width > visible) svg.style.maxWidth = "none";
  return svg;
}

function legendOf(
  color: string,
  name: string,
  chance: boolean,
  share: number | null | undefined,
  own: boolean
): LegendItem[] {
  return [
    {label: "En deltager", color, block: 1},
    ...(chance ? [{label: "Ventet ved tilfældighed alene (95 %)", color: "currentColor", block: 0.16}] : []),
    ...(isDrawable(share) ? [{label: `${name} samlet: ${percent(share)}`, color: "currentColor", line: "6 3"}] : []),
    ...(own ? [{label: "▼ din egen søjle", color: "none", block: 0}] : [])
  ];
}

function barText(row: VariationRow, who: string): string {
  const chance =
    isDrawable(row.low_chance) && isDrawable(row.high_chance)
      ? `\nVed tilfældighed alene: ${interval(row.low_chance, row.high_chance)}`
      : "";
  const band = row.registrations_band ? ` (${bandLabel(row.registrations_band)} registreringer)` : "";
  return `${who}${band}: ${percent(row.percent)}${chance}`;
}
