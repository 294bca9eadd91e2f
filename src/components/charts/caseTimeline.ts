import * as Plot from "@observablehq/plot";
import {BACKGROUND} from "./colors.js";
import {emptyChart, LINE_HEIGHT, plotSvg, widthOf, type ChartOptions} from "./chart.js";
import {legend} from "./legend.js";

/** What a timeline draws of one event. */
export interface TimelineEvent {
  no: number;
  /** Days since the first consultation. */
  day: number;
  sector: string;
  text: string;
  /** Whether the source states when it happened; else the day is an estimate. */
  stated: boolean;
  /** The gravest verdict of the programme's rules on the event. */
  verdict?: "follows" | "departs" | "undecided";
}

export interface TimelineOptions extends ChartOptions {
  /** The names of the lanes by id, from the top. */
  lanes: Record<string, string>;
}

const radius = 9;
const step = 2 * radius + 3;
/** What happened earlier stands together at the left edge: a timeline of years would leave no room for the course. */
const before = -35;

const verdictColors = {follows: "#2868c0", departs: "#cd4a10", undecided: "#877a5a"};
const verdictLabels = {follows: "Følger en regel", departs: "Afviger fra en regel", undecided: "Kan ikke afgøres"};
const verdictSymbols = {follows: "circle", departs: "triangle", undecided: "square"} as const;

/**
 * A course as swimlanes: one lane a sector, one numbered ring an event, solid where its day is stated and
 * broken where it is an estimate. A mark at the ring says that a rule speaks to the event.
 */
export function caseTimeline(events: TimelineEvent[], options: TimelineOptions): SVGSVGElement {
  if (events.length === 0) return emptyChart(options);
  const width = widthOf(options);
  const last = Math.max(...events.map(({day}) => day), 28);
  const marginLeft = width < 480 ? 14 : 112;
  const marginRight = 16;
  const x = (day: number) => marginLeft + ((day - before) / (last - before)) * (width - marginRight - marginLeft);
  const lanes = laidOut(events, options.lanes, (day) => x(Math.max(day, before)), width < 480 ? LINE_HEIGHT + 4 : 0);
  const placed = lanes.flatMap(({placed}) => placed);
  const height = lanes.at(-1)!.bottom;
  const used = (["follows", "departs", "undecided"] as const).filter((verdict) =>
    events.some((event) => event.verdict === verdict)
  );
  const key = legend(
    [
      {label: "Tid oplyst", color: "currentColor", line: ""},
      {label: "Tid anslået", color: "currentColor", line: "2 2"},
      ...used.map((verdict) => ({
        label: verdictLabels[verdict],
        color: verdictColors[verdict],
        symbol: verdictSymbols[verdict]
      }))
    ],
    width
  );
  const marginTop = key.height + 8;
  const ring = {x: "x", y: "y", r: radius, fill: BACKGROUND, stroke: "currentColor", strokeWidth: 1.25} as const;
  const weeks = ticks(last, width);
  return plotSvg(options, {
    height: marginTop + height + 44,
    marginTop,
    marginBottom: 44,
    marginLeft,
    marginRight,
    x: {axis: null, domain: [marginLeft, width - marginRight], range: [marginLeft, width - marginRight]},
    y: {axis: null, domain: [0, height], range: [marginTop, marginTop + height]},
    marks: [
      Plot.rect(
        lanes.filter((_, i) => i % 2 === 0),
        {x1: marginLeft, x2: width - marginRight, y1: "top", y2: "bottom", fill: "currentColor", fillOpacity: 0.06}
      ),
      Plot.text(
        lanes,
        width < 480
          ? {x: marginLeft, y: "top", dx: 3, dy: 10, text: "label", textAnchor: "start", fontWeight: 600}
          : {
              x: marginLeft,
              y: (lane) => (lane.top + lane.bottom) / 2,
              dx: -radius - 5,
              text: "label",
              textAnchor: "end"
            }
      ),
      Plot.ruleX([x(0)], {y1: 0, y2: height, stroke: "currentColor", strokeOpacity: 0.5}),
      Plot.dot(
        placed.filter(({stated}) => stated),
        ring
      ),
      Plot.dot(
        placed.filter(({stated}) => !stated),
        {...ring, strokeDasharray: "2 2"}
      ),
      Plot.text(placed, {x: "x", y: "y", text: (event) => String(event.no), fontSize: 10}),
      ...used.map((verdict) =>
        Plot.dot(
          placed.filter((event) => event.verdict === verdict),
          {
            x: "x",
            y: "y",
            dx: radius - 2,
            dy: 2 - radius,
            r: 4,
            symbol: verdictSymbols[verdict],
            fill: verdictColors[verdict],
            stroke: BACKGROUND,
            strokeWidth: 1
          }
        )
      ),
      Plot.dot(placed, {
        x: "x",
        y: "y",
        r: radius,
        fill: "transparent",
        title: (event) => `${event.no}. ${event.text}`
      }),
      Plot.axisX([x(before), ...weeks.map((week) => x(7 * week))], {
        tickFormat: (_: number, i: number) => (i === 0 ? "før" : String(weeks[i - 1])),
        tickSize: 4,
        label: null
      }),
      Plot.text(["Uger siden første konsultation"], {frameAnchor: "bottom", dy: 36}),
      ...key.marks({marginTop, marginLeft})
    ]
  });
}

interface Lane {
  label: string;
  top: number;
  bottom: number;
  placed: (TimelineEvent & {x: number; y: number})[];
}

/** Rings of a lane that would touch are laid below each other. */
function laidOut(
  events: TimelineEvent[],
  lanes: TimelineOptions["lanes"],
  xOf: (day: number) => number,
  heading: number
): Lane[] {
  let top = 0;
  return Object.entries(lanes).map(([id, label]) => {
    const ends: number[] = [];
    const rows = events
      .filter(({sector}) => sector === id)
      .map((event) => {
        const x = xOf(event.day);
        const free = ends.findIndex((end) => end <= x - step);
        const row = free === -1 ? ends.length : free;
        ends[row] = x;
        return {...event, x, row};
      });
    const bottom = top + heading + Math.max(1, ends.length) * step + 8;
    const lane = {
      label,
      top,
      bottom,
      placed: rows.map(({row, ...event}) => ({...event, y: top + heading + 4 + radius + row * step}))
    };
    top = bottom;
    return lane;
  });
}

/** Whole weeks, no more of them than there is room for. */
function ticks(last: number, width: number): number[] {
  const weeks = Math.floor(last / 7);
  const every = [1, 2, 4, 8, 13, 26].find((size) => (weeks / size) * 34 <= width - 160) ?? 52;
  return Array.from({length: Math.floor(weeks / every) + 1}, (_, i) => i * every);
}
