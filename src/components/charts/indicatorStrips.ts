import * as Plot from "@observablehq/plot";
import {extent, quantile} from "d3-array";
import {percent} from "../words/format.js";
import {BACKGROUND, type SeriesStyle} from "./colors.js";
import type {Standing} from "../rows/indicatorStanding.js";
import {emptyChart, FONT_SIZE, isNarrow, LINE_HEIGHT, plotSvg, widthOf, type ChartOptions} from "./chart.js";
import {wrapLabel} from "./labels.js";
import {legend} from "./legend.js";

/** What each way of standing beside the country looks like; purple where neither high nor low is best. */
const standings = {
  better: {label: "Bedre", color: "#2868c0", symbol: "triangle"},
  worse: {label: "Dårligere", color: "#cd4a10", symbol: "square"},
  higher: {label: "Højere", color: "#9a5fb5", symbol: "diamond2"},
  lower: {label: "Lavere", color: "#9a5fb5", symbol: "diamond2"},
  similar: {label: "Forskellen fra landet kan være tilfældig", color: "currentColor", symbol: "circle"}
} satisfies Record<Standing, Pick<SeriesStyle, "color" | "symbol"> & {label: string}>;

/** One indicator's strip. */
export interface Strip {
  id: string;
  title: string;
  /** The municipalities' shares in percent, those that are shown. */
  spread: readonly number[];
  country: number | null;
  /** The share of the region that a municipality lies in; null where it is hidden. */
  region?: number | null;
  /** The area's own share, and in words where it is hidden; none for the country itself. */
  own?: {percent: number | null; text: string; standing: Standing | null};
  /** `↗ steget`, `→` …: the newest period beside the one before. */
  trend: string;
}

const ROW = 50;

/**
 * Every indicator on a line of its own: the municipalities as ticks from the lowest to the highest, the country as a
 * long tick, the middle half of them as a band (quartiles as R's type 7), the region of a municipality as a dashed
 * tick, the area's own share by the colour and shape of how it stands.
 */
export function indicatorStrips(strips: readonly Strip[], options: ChartOptions): SVGSVGElement {
  if (strips.length === 0) return emptyChart(options);
  const [width, narrow] = [widthOf(options), isNarrow(options)];
  const used = (Object.keys(standings) as Standing[]).filter((id) => strips.some(({own}) => own?.standing === id));
  const key = legend(
    [
      ...used.map((id) => ({...standings[id], hollow: id === "similar"})),
      {label: "Hele landet", color: "currentColor", line: ""},
      ...(strips.some(({region}) => region != null) ? [{label: "Regionen", color: "currentColor", line: "3 2"}] : []),
      {label: "Kommuner", color: "currentColor", block: 0.3},
      {label: "Den midterste halvdel", color: "currentColor", block: 0.12}
    ],
    width
  );
  const titleWidth = narrow ? 0 : Math.min(250, Math.round(width * 0.34));
  const textWidth = narrow ? 0 : 118;
  const [marginLeft, marginRight] = narrow ? [14, 14] : [titleWidth + 14, textWidth + 18];
  // On a phone the title, in as many lines as the longest needs, and the numbers stand above the strip.
  const titles = strips.map(({title}) => wrapLabel(title, (narrow ? width - 28 : titleWidth) - 10));
  const above = narrow ? (Math.max(...titles.map((lines) => lines.length)) + 1) * LINE_HEIGHT : 0;
  const step = ROW + above + (narrow ? 6 : 0);
  const marginTop = key.height + 6;
  const middle = (i: number) => i * step + above + 22;
  const scaled = strips.map((strip, i) => {
    const all = [...strip.spread, strip.country, strip.region, strip.own?.percent].filter(
      (x): x is number => typeof x === "number"
    );
    const [least = 0, most = 1] = extent(all);
    const at = (value: number) => (most === least ? 0.5 : (value - least) / (most - least));
    return {...strip, y: middle(i), least, most, at, lines: titles[i]!.join("\n")};
  });
  const ticks = scaled.flatMap(({spread, at, y}) => spread.map((value) => ({x: at(value), y})));
  const halves = scaled.flatMap(({spread, at, y}) =>
    spread.length < 4 ? [] : [{x1: at(quantile(spread, 0.25)!), x2: at(quantile(spread, 0.75)!), y1: y - 8, y2: y + 8}]
  );
  const regions = scaled.flatMap(({region, at, y}) => (region == null ? [] : [{x: at(region), y}]));
  const countries = scaled.flatMap(({country, at, y}) => (country === null ? [] : [{x: at(country), y}]));
  const owns = scaled.flatMap(({own, at, y}) =>
    own && own.percent !== null ? [{x: at(own.percent), y, style: standings[own.standing ?? "similar"]}] : []
  );
  const said = ({own, country, trend}: Strip) => `${own ? own.text : percent(country)} ${trend}`;
  return plotSvg(options, {
    height: marginTop + strips.length * step + 6,
    marginTop,
    marginBottom: 6,
    marginLeft,
    marginRight,
    x: {domain: [0, 1], axis: null},
    y: {domain: [0, strips.length * step], reverse: true, axis: null},
    marks: [
      ...key.marks({marginTop, marginLeft}),
      Plot.ruleY(scaled, {y: "y", stroke: "var(--theme-foreground-fainter)"}),
      Plot.rect(halves, {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        fill: "var(--theme-foreground)",
        fillOpacity: 0.12
      }),
      Plot.ruleX(ticks, {
        x: "x",
        y1: ({y}: {y: number}) => y - 6,
        y2: ({y}: {y: number}) => y + 6,
        stroke: "var(--theme-foreground)",
        strokeOpacity: 0.3
      }),
      Plot.ruleX(countries, {
        x: "x",
        y1: ({y}: {y: number}) => y - 11,
        y2: ({y}: {y: number}) => y + 11,
        stroke: "var(--theme-foreground)",
        strokeWidth: 2
      }),
      Plot.ruleX(regions, {
        x: "x",
        y1: ({y}: {y: number}) => y - 11,
        y2: ({y}: {y: number}) => y + 11,
        stroke: "var(--theme-foreground)",
        strokeWidth: 2,
        strokeDasharray: "3 2"
      }),
      Plot.dot(owns, {
        x: "x",
        y: "y",
        r: 7,
        symbol: ({style}: (typeof owns)[number]) => style.symbol,
        fill: ({style}: (typeof owns)[number]) => (style === standings.similar ? BACKGROUND : style.color),
        stroke: ({style}: (typeof owns)[number]) => (style === standings.similar ? style.color : BACKGROUND),
        strokeWidth: 1.5
      }),
      Plot.text(scaled, {
        x: 0,
        y: ({y}: {y: number}) => y + 20,
        text: ({least}: {least: number}) => percent(least, 0),
        textAnchor: "start",
        fill: "var(--theme-foreground-muted)"
      }),
      Plot.text(scaled, {
        x: 1,
        y: ({y}: {y: number}) => y + 20,
        text: ({most}: {most: number}) => percent(most, 0),
        textAnchor: "end",
        fill: "var(--theme-foreground-muted)"
      }),
      Plot.text(scaled, {
        frameAnchor: "left",
        textAnchor: "start",
        dx: narrow ? 0 : -titleWidth,
        y: ({y}: {y: number}) => (narrow ? y - 14 - LINE_HEIGHT : y),
        lineAnchor: narrow ? "bottom" : "middle",
        lineHeight: LINE_HEIGHT / FONT_SIZE,
        text: "lines"
      }),
      Plot.text(scaled, {
        frameAnchor: narrow ? "left" : "right",
        textAnchor: "start",
        dx: narrow ? 0 : 14,
        fontWeight: 600,
        y: ({y}: {y: number}) => (narrow ? y - 14 : y),
        lineAnchor: narrow ? "bottom" : "middle",
        text: said
      })
    ]
  });
}
