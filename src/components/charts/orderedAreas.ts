import {residences} from "../../domain/areas.js";
import {capital} from "../../domain/words.js";
import * as Plot from "@observablehq/plot";
import {max, min} from "d3-array";
import {BACKGROUND, professionStyles} from "./colors.js";
import {compareDanish, percent} from "../words/format.js";
import {controlledValue, whyNoShare, type AreaShare} from "../rows/areaValue.js";
import {controlFlag, type Controlled} from "../rows/shareLimits.js";
import {emptyChart, isDrawable, isNarrow, plotSvg, widthOf, type ChartOptions} from "./chart.js";
import {shorten} from "./labels.js";
import {legend} from "./legend.js";
import {linkedMarks} from "./linkedMarks.js";
import {rangeItem, rangeStyle} from "./rangeMarks.js";
import {rangeOf, rangeText} from "../rows/range.js";

/** An area's share with its control limits, and the region it lies in. */
export interface OrderedArea extends AreaShare, Controlled {
  region: string;
}

export interface OrderedAreasOptions extends ChartOptions {
  /** All regions, in a fixed order. */
  regions: {id: string; name: string}[];
  /** The country's share, 0 to 100. */
  country: number | null;
  /** A target, 0 to 100. */
  target?: number | null;
  /** Whether the highest or the lowest stands first. */
  lowFirst?: boolean;
}

/** Height of a line: a whole country of municipalities is read from top to bottom, a handful of regions at a glance. */
const ROW = {many: 15, few: 24};
const AXIS = 40;
/** From this width the areas stand in two columns. */
const WIDE = 820;

/**
 * Areas from one end to the other, one line each: share with its 95 % interval, in the colour and symbol of its
 * region. The symbol is filled outside the 95 % control limits only: the others stand where chance may have put them.
 */
export function orderedAreas(rows: readonly OrderedArea[], options: OrderedAreasOptions): SVGSVGElement {
  if (rows.length === 0) return emptyChart(options);
  const {regions, country, target, lowFirst = false} = options;
  const width = widthOf(options);
  const styles = professionStyles(regions);
  const columns = width >= WIDE && rows.length > 20 ? 2 : 1;
  const perColumn = Math.ceil(rows.length / columns);
  const narrow = isNarrow(options);
  const rowHeight = rows.length > 20 ? ROW.many : ROW.few;
  const [fontSize, labelWidth, ticks] = narrow ? [10, 112, 3] : [11, 128, 5];
  const areas = rows.toSorted(byShare(lowFirst)).map((row, i) => {
    const {name, lines} = controlledValue(row, country);
    const column = Math.floor(i / perColumn);
    return {
      ...row,
      fx: column,
      y: (i % perColumn) + 0.5,
      style: styles.get(row.region) ?? styles.values().next().value!,
      isOutside: ["outside95", "outside998"].includes(controlFlag(row)!),
      title: [name, ...lines].join("\n")
    };
  });
  const shown = areas.filter(({percent}) => isDrawable(percent));
  const hidden = areas.filter(({percent}) => !isDrawable(percent));
  const ranges = hidden.flatMap((row) => {
    const range = rangeOf(row, "percent");
    return range ? [{...row, ...range}] : [];
  });
  const codes = (of: typeof areas) => of.map(({area_id}) => area_id);
  const drawnRegions = regions.filter(({id}) => areas.some(({region}) => region === id));
  const key = legend(
    [
      ...drawnRegions.map(({id, name}) => ({label: name, ...styles.get(id)!})),
      {label: "Fyldt: uden for 95 %-kontrolgrænserne", color: "currentColor"},
      {label: "Hul: inden for dem", color: "currentColor", hollow: true},
      ...(isDrawable(country)
        ? [{label: `${capital(residences.country.danish)}: ${percent(country)}`, color: "currentColor", line: "5 3"}]
        : []),
      ...(ranges.length > 0 ? [rangeItem] : []),
      ...(isDrawable(target) ? [{label: `Mål: ${percent(target)}`, color: "currentColor", line: ""}] : [])
    ],
    width
  );
  const marginTop = key.height + 24;
  // Half of »100 %« stands right of the axis.
  const marginRight = 24;
  const plotWidth = (width - marginRight - columns * labelWidth) / columns;
  const domain = shareDomain(shown, [country, target]);
  return plotSvg(options, {
    height: marginTop + perColumn * rowHeight + AXIS,
    marginTop,
    marginLeft: labelWidth,
    marginRight,
    marginBottom: AXIS,
    fx: {
      axis: null,
      domain: Array.from({length: columns}, (_, i) => i),
      round: false,
      paddingOuter: 0,
      paddingInner: columns > 1 ? labelWidth / (plotWidth + labelWidth) : 0
    },
    x: {domain},
    y: {domain: [0, perColumn], reverse: true, axis: null},
    marks: [
      Plot.gridX({ticks}),
      Plot.axisX({ticks, tickFormat: (x: number) => percent(x, 0), label: null}),
      Plot.axisX({ticks, anchor: "top", tickFormat: (x: number) => percent(x, 0), label: null}),
      Plot.rect(areas, {
        fx: "fx",
        x1: domain[0],
        x2: domain[1],
        y1: (d) => d.y - 0.5,
        y2: (d) => d.y + 0.5,
        insetLeft: -labelWidth + 2,
        fill: "currentColor",
        title: "title",
        ...linkedMarks("band", codes(areas))
      }),
      isDrawable(country) ? Plot.ruleX([country], {strokeDasharray: "5 3", strokeWidth: 1.5}) : null,
      isDrawable(target) ? Plot.ruleX([target], {strokeWidth: 1.5}) : null,
      Plot.link(shown, {
        fx: "fx",
        x1: "low",
        x2: "high",
        y: "y",
        stroke: (d) => d.style.color,
        strokeWidth: 1.5,
        pointerEvents: "none"
      }),
      // A range may be as wide as all there is; the axis is made for the shares that are shown.
      Plot.rect(
        ranges.filter(({least}) => least < domain[1]),
        {
          ...rangeStyle,
          fx: "fx",
          x1: (d) => Math.max(domain[0], d.least),
          x2: (d) => Math.min(domain[1], d.most),
          y1: (d) => d.y - 0.3,
          y2: (d) => d.y + 0.3,
          fill: (d) => d.style.color,
          stroke: (d) => d.style.color,
          pointerEvents: "none"
        }
      ),
      Plot.dot(shown, {
        fx: "fx",
        x: "percent",
        y: "y",
        r: 3.5,
        symbol: (d: (typeof shown)[number]) => d.style.symbol,
        fill: (d) => (d.isOutside ? d.style.color : BACKGROUND),
        stroke: (d) => d.style.color,
        pointerEvents: "none",
        ...linkedMarks("dot", codes(shown))
      }),
      Plot.text(areas, {
        fx: "fx",
        y: "y",
        text: (d) => shorten(d.name, 19),
        frameAnchor: "left",
        textAnchor: "end",
        dx: -8,
        fontSize,
        pointerEvents: "none"
      }),
      Plot.text(hidden, {
        fx: "fx",
        y: "y",
        text: (d) => rangeText(d, "percent", "%") ?? whyNoShare(d.status),
        // A range that the axis has room for can be read there.
        filter: (d) => {
          const range = rangeOf(d, "percent");
          return !range || range.least < domain[0] || range.most > domain[1];
        },
        frameAnchor: "left",
        textAnchor: "start",
        dx: 4,
        fontSize,
        fontStyle: "italic",
        stroke: BACKGROUND,
        fill: "currentColor",
        pointerEvents: "none"
      }),
      ...key.marks({marginTop, marginLeft: labelWidth})
    ]
  });
}

function byShare(lowFirst: boolean) {
  return (a: OrderedArea, b: OrderedArea) => {
    if (a.percent === null || b.percent === null)
      return Number(a.percent === null) - Number(b.percent === null) || compareDanish(a.name, b.name);
    return (lowFirst ? a.percent - b.percent : b.percent - a.percent) || compareDanish(a.name, b.name);
  };
}

/** The least stretch of 0 to 100 %, in fives, that holds every interval. */
function shareDomain(rows: readonly AreaShare[], others: (number | null | undefined)[]): [number, number] {
  const marked = others.filter(isDrawable);
  const low = min([...rows.map((r) => r.low ?? r.percent!), ...marked]) ?? 0;
  const high = max([...rows.map((r) => r.high ?? r.percent!), ...marked]) ?? 100;
  return [Math.max(0, Math.floor(low / 5) * 5), Math.min(100, Math.ceil(high / 5) * 5 || 5)];
}
