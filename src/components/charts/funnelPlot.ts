import {residences} from "../../domain/areas.js";
import {capital} from "../../domain/words.js";
import * as Plot from "@observablehq/plot";
import {max, min, range} from "d3-array";
import {controlLimits, type ControlLevel} from "../../statistics/funnel.js";
import {overdispersedLimits} from "../../statistics/overdispersion.js";
import {BACKGROUND} from "./colors.js";
import {controlFlag} from "../rows/shareLimits.js";
import {count, percent} from "../words/format.js";
import {controlledValue, type AreaShare} from "../rows/areaValue.js";
import {outsideOf, type ComparedArea} from "../rows/outside.js";
import {emptyChart, isDrawable, plotSvg, widthOf, type ChartOptions} from "./chart.js";
import {textWidth} from "./labels.js";
import {legend, type LegendItem} from "./legend.js";
import {linkedMarks} from "./linkedMarks.js";

/** An area's share with the counts behind it and its control limits. */
export type FunnelRow = AreaShare & ComparedArea;

export interface FunnelPlotOptions extends ChartOptions {
  /** The country's share, 0 to 100, that the limits lie around. */
  country: number | null;
  /** What the areas are, in the plural: `kommuner`. */
  areas: string;
}

const color = "var(--map-4)";
/** Dots, unlike the dashed and the whole lines of chance. */
const widenedStyle = {
  stroke: "currentColor",
  strokeWidth: 2.25,
  strokeDasharray: "0.1 5",
  strokeLinecap: "round"
} as const;
const HEIGHT = 380;
/** Percentage points of room above and below the areas. */
const MARGIN = 4;
/** Steps of a curve. */
const CURVE = 160;

/**
 * Funnel plot: the larger an area, the less chance alone may move it from the country's share. Where areas vary more
 * than by chance, a second pair of limits has that variance in them; an area's mark goes by those of chance alone.
 */
export function funnelPlot(rows: readonly FunnelRow[], options: FunnelPlotOptions): SVGSVGElement {
  const {country, areas} = options;
  const shown = rows.filter((row) => isDrawable(row.percent) && isDrawable(row.denominator) && row.denominator > 0);
  if (shown.length === 0 || !isDrawable(country)) return emptyChart(options);
  const width = widthOf(options);
  const dots = shown.map((row) => {
    const {name, lines} = controlledValue(row, country);
    return {...row, flag: controlFlag(row), title: [name, ...lines].join("\n")};
  });
  const sizes: [number, number] = [min(dots, (d) => d.denominator!)!, max(dots, (d) => d.denominator!)!];
  const {tau2} = outsideOf(shown, country);
  const curves = curvesOf(country / 100, sizes, tau2);
  const key = legend(legendItems(country, tau2 > 0 ? areas : undefined), width);
  const marginTop = key.height + 8;
  const [marginLeft, marginRight] = [52, 20];
  const ys = dots.map((d) => d.percent!);
  const codes = (of: typeof dots) => of.map(({area_id}) => area_id);
  const x: [number, number] = [sizes[0] * 0.9, sizes[1] * 1.12];
  // The limits of the smallest areas may run out of the picture; the areas may not.
  const y: [number, number] = [
    Math.max(0, Math.floor(Math.min(country, ...ys) - MARGIN)),
    Math.min(100, Math.ceil(Math.max(country, ...ys) + MARGIN))
  ];
  const along = (n: number) => ((width - marginLeft - marginRight) * Math.log(n / x[0])) / Math.log(x[1] / x[0]);
  // How far the middle of a name stands from its dot: names end or begin there rather than run out of the picture.
  const shiftOf = (d: {name: string; denominator: number | null}) => {
    const [at, half] = [along(d.denominator!), textWidth(d.name) / 2];
    return at + half > width - marginLeft ? -half : at - half < -marginLeft ? half : 0;
  };
  const named = apart(
    dots.filter((d) => d.flag === "outside998"),
    (d) => ({x: along(d.denominator!) + shiftOf(d), y: (HEIGHT * d.percent!) / (y[1] - y[0]), width: textWidth(d.name)})
  );
  const label = {
    x: "denominator",
    y: "percent",
    text: "name",
    dy: -11,
    stroke: BACKGROUND,
    strokeWidth: 4,
    fill: "currentColor",
    pointerEvents: "none"
  } as const;
  return plotSvg(options, {
    height: marginTop + HEIGHT + 44,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom: 44,
    x: {type: "log", domain: x},
    y: {domain: y},
    marks: [
      Plot.gridY({ticks: 6}),
      Plot.axisY({ticks: 6, tickFormat: (y: number) => percent(y, 0), label: null}),
      Plot.axisX(sizeTicks(x, along), {
        // As text: a format would leave out some of a logarithmic scale's.
        text: (n: number) => count(n),
        label: "Antal patienter (N)",
        labelAnchor: "center",
        labelArrow: "none",
        labelOffset: 38
      }),
      Plot.areaY(curves, {x: "n", y1: "low998", y2: "high998", fill: "currentColor", fillOpacity: 0.06, clip: true}),
      Plot.areaY(curves, {x: "n", y1: "low95", y2: "high95", fill: "currentColor", fillOpacity: 0.08, clip: true}),
      ...(["low95", "high95"] as const).map((y) =>
        Plot.lineY(curves, {x: "n", y, strokeDasharray: "5 3", strokeWidth: 1.25, clip: true})
      ),
      ...(["low998", "high998"] as const).map((y) => Plot.lineY(curves, {x: "n", y, strokeWidth: 1.25, clip: true})),
      ...(tau2 > 0 ? (["lowWidened", "highWidened"] as const) : []).map((y) =>
        Plot.lineY(curves, {x: "n", y, ...widenedStyle, clip: true})
      ),
      Plot.ruleY([country], {stroke: color, strokeWidth: 1.5}),
      Plot.dot(dots, {
        x: "denominator",
        y: "percent",
        r: 4,
        symbol: (d: (typeof dots)[number]) => (d.flag === "outside998" ? "diamond2" : "circle"),
        stroke: color,
        strokeWidth: 1.5,
        fill: (d) => (d.flag === "inside" || d.flag === null ? BACKGROUND : color),
        title: "title",
        ...linkedMarks("dot", codes(dots))
      }),
      ...([-1, 0, 1] as const).flatMap((side) => {
        const [always, pointedAt] = [named, dots].map((of) => of.filter((d) => Math.sign(shiftOf(d)) === side));
        const textAnchor = side < 0 ? "end" : side > 0 ? "start" : "middle";
        return [
          Plot.text(always!, {...label, textAnchor, fontSize: 11}),
          Plot.text(pointedAt!, {
            ...label,
            textAnchor,
            fontSize: 12,
            fontWeight: 700,
            ...linkedMarks("label", codes(pointedAt!))
          })
        ];
      }),
      ...key.marks({marginTop, marginLeft})
    ]
  });
}

/** Those whose texts do not cover each other: of two too close, the first keeps its own. */
function apart<Dot>(dots: readonly Dot[], place: (dot: Dot) => {x: number; y: number; width: number}): Dot[] {
  const kept: Dot[] = [];
  for (const dot of dots) {
    const here = place(dot);
    const covers = (other: Dot) => {
      const there = place(other);
      return Math.abs(here.y - there.y) < 13 && Math.abs(here.x - there.x) < (here.width + there.width) / 2;
    };
    if (!kept.some(covers)) kept.push(dot);
  }
  return kept;
}

/** Sizes to write below the axis, the roundest first, where their texts do not cover each other. */
function sizeTicks([from, to]: [number, number], along: (n: number) => number): number[] {
  const powers = range(Math.floor(Math.log10(from)), Math.log10(to)).map((exponent) => 10 ** exponent);
  const round = [1, 2, 5, 3, 1.5, 4, 8, 6].flatMap((digit) => powers.map((power) => digit * power));
  return apart(
    round.filter((n) => n >= from && n <= to && Number.isInteger(n)),
    (n) => ({x: along(n), y: 0, width: textWidth(count(n)) + 8})
  );
}

/** The limits, in percent, over sizes a constant ratio apart. */
function curvesOf(share: number, [smallest, largest]: [number, number], tau2: number) {
  const [from, to] = [smallest * 0.9, largest * 1.12];
  const sizes = Array.from({length: CURVE + 1}, (_, i) => Math.max(1, Math.round(from * (to / from) ** (i / CURVE))));
  const limits = (n: number, level: ControlLevel) => controlLimits(share, n, level);
  return [...new Set(sizes)].map((n) => {
    const [inner, outer, widened] = [limits(n, 0.95), limits(n, 0.998), overdispersedLimits(share, n, tau2)];
    return {
      n,
      low95: 100 * inner.low,
      high95: 100 * inner.high,
      low998: 100 * outer.low,
      high998: 100 * outer.high,
      lowWidened: 100 * widened.low,
      highWidened: 100 * widened.high
    };
  });
}

/** @param areas what they are, where limits widened by the variance between them are drawn */
function legendItems(country: number, areas: string | undefined): LegendItem[] {
  return [
    {label: `${capital(residences.country.danish)}: ${percent(country)}`, color, line: ""},
    {label: "95 %-kontrolgrænser (tilfældighed alene)", color: "currentColor", line: "5 3"},
    {label: "99,8 %-kontrolgrænser (tilfældighed alene)", color: "currentColor", line: ""},
    ...(areas === undefined
      ? []
      : [
          {
            label: `95 %-grænser med den forskel, der i øvrigt er mellem ${areas}`,
            color: widenedStyle.stroke,
            line: widenedStyle.strokeDasharray
          }
        ]),
    {label: "Inden for det tilfældige", color, hollow: true},
    {label: "Uden for 95 % (tilfældighed alene)", color},
    {label: "Uden for 99,8 % (tilfældighed alene)", color, symbol: "diamond2"}
  ];
}
