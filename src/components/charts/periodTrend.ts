import * as Plot from "@observablehq/plot";
import {group, max, min} from "d3-array";
import {BACKGROUND} from "./colors.js";
import {areaValue, whyNoShare, type AreaShare} from "../rows/areaValue.js";
import {percent} from "../words/format.js";
import {emptyChart, isDrawable, isNarrow, plotSvg, widthOf, type ChartOptions} from "./chart.js";
import {legend} from "./legend.js";
import {panels} from "./panels.js";
import {rangeItem, rangeStyle} from "./rangeMarks.js";
import {rangeOf} from "../rows/range.js";

/** An area's share in a period. */
export interface PeriodRow extends AreaShare {
  period: string;
}

export interface PeriodTrendOptions extends ChartOptions {
  /** The periods, the oldest first. */
  periods: string[];
  /** The id of the area that stands behind every other. */
  reference: string;
  /** A target, 0 to 100. */
  target?: number | null;
}

const color = "var(--map-4)";

/** A panel an area: its share over the periods with 95 % intervals, and the country's behind it. */
export function periodTrend(rows: readonly PeriodRow[], options: PeriodTrendOptions): SVGSVGElement {
  const {periods, reference, target} = options;
  const drawn = rows.filter((row) => isDrawable(row.percent));
  if (drawn.length === 0) return emptyChart(options);
  const width = widthOf(options);
  const areas = [...group(rows, (row) => row.area_id)].map(([id, [first]]) => ({id, name: first!.name}));
  const country = areas.find(({id}) => id === reference);
  const key = legend(
    [
      {label: "Andel med 95 %-interval", color},
      ...(rows.some((row) => rangeOf(row, "percent")) ? [rangeItem] : []),
      ...(country ? [{label: country.name, color: "currentColor", line: "5 3"}] : []),
      ...(isDrawable(target) ? [{label: `Mål: ${percent(target)}`, color: "currentColor", line: ""}] : [])
    ],
    width
  );
  const marginTop = key.height + 22;
  const layout = panels(
    areas.map(({id}) => id),
    {
      width,
      panelWidth: isNarrow(options) ? 120 : 200,
      panelHeight: 130,
      gap: 52,
      columnGap: 20,
      marginTop,
      marginLeft: 48,
      marginRight: 14,
      marginBottom: 26
    }
  );
  const at = (id: string) => layout.place(id)!;
  const points = drawn.map((row) => ({
    ...row,
    ...at(row.area_id),
    title: [`${row.name}, ${row.period}`, ...areaValue(row).lines].join("\n")
  }));
  const behind = areas.flatMap(({id}) =>
    drawn.filter((row) => row.area_id === reference && id !== reference).map((row) => ({...row, ...at(id)}))
  );
  const ranges = rows.flatMap((row) => {
    const range = rangeOf(row, "percent");
    const title = [`${row.name}, ${row.period}`, ...areaValue(row).lines].join("\n");
    return range ? [{...row, ...at(row.area_id), ...range, title}] : [];
  });
  const absent = rows
    .filter((row) => !isDrawable(row.percent) && !rangeOf(row, "percent"))
    .map((row) => ({...row, ...at(row.area_id), title: `${row.period}: ${whyNoShare(row.status)}`}));
  const low = min(drawn, (row) => row.low ?? row.percent!)!;
  const high = max([...drawn.map((row) => row.high ?? row.percent!), ...(isDrawable(target) ? [target] : [])])!;
  const y: [number, number] = [Math.max(0, Math.floor(low - 1)), Math.min(100, Math.ceil(high + 1))];
  return plotSvg(options, {
    ...layout.plot,
    x: {type: "point", domain: periods, padding: 0.35},
    y: {domain: y},
    marks: [
      Plot.gridY({ticks: 4}),
      Plot.axisY({ticks: 4, tickFormat: (d: number) => percent(d, 0), label: null, facetAnchor: "left"}),
      Plot.axisX({
        label: null,
        tickSize: 0,
        facetAnchor: null,
        tickFormat: (period: string) => (isNarrow(options) ? shortPeriod(period) : period)
      }),
      isDrawable(target) ? Plot.ruleY([target], {strokeWidth: 1.25}) : null,
      Plot.line(behind, {
        fx: "fx",
        fy: "fy",
        x: "period",
        y: "percent",
        z: (d) => `${d.fx} ${d.fy}`,
        strokeDasharray: "5 3",
        strokeOpacity: 0.7
      }),
      Plot.line(points, {fx: "fx", fy: "fy", x: "period", y: "percent", z: "area_id", stroke: color, strokeWidth: 1.5}),
      Plot.link(points, {fx: "fx", fy: "fy", x: "period", y1: "low", y2: "high", stroke: color, strokeWidth: 1.5}),
      Plot.link(
        ranges.filter(({least}) => least < y[1]),
        {
          fx: "fx",
          fy: "fy",
          x: "period",
          y1: (d) => Math.max(y[0], d.least),
          y2: (d) => Math.min(y[1], d.most),
          stroke: color,
          strokeWidth: 9,
          strokeOpacity: rangeStyle.fillOpacity,
          title: "title"
        }
      ),
      Plot.dot(points, {
        fx: "fx",
        fy: "fy",
        x: "period",
        y: "percent",
        fill: color,
        stroke: BACKGROUND,
        r: 4,
        title: "title"
      }),
      Plot.text(absent, {
        fx: "fx",
        fy: "fy",
        x: "period",
        y: () => y[0],
        dy: -8,
        text: () => "–",
        fontStyle: "italic",
        title: "title"
      }),
      Plot.text(
        areas.map(({id, name}) => ({name, ...at(id)})),
        {fx: "fx", fy: "fy", text: "name", frameAnchor: "top-left", dy: -16, textAnchor: "start", fontWeight: 600}
      ),
      ...key.marks({marginTop, marginLeft: 48})
    ]
  });
}

/** On a phone `2023/24` is `23/24`. */
function shortPeriod(period: string): string {
  return period.replace(/^20(?=\d\d\/\d\d$)/, "");
}
