import * as Plot from "@observablehq/plot";
import "./danishTicks.js";

export * from "@observablehq/plot";

/** Plot's own `plot`, whose ticks, tips and texts write numbers and dates as Danish readers do. */
export function plot(options: Plot.PlotOptions = {}): ReturnType<typeof Plot.plot> {
  for (const mark of marksIn(options.marks)) inDanish(mark);
  return Plot.plot(options);
}

function marksIn(marks: unknown): Drawn[] {
  if (Array.isArray(marks)) return marks.flatMap(marksIn);
  return marks instanceof Plot.Mark ? [marks as unknown as Drawn] : [];
}

/** What Plot makes of a mark's options, and its types do not tell. */
interface Drawn {
  tip?: boolean | string | Tip;
  /** A tip's own. */
  format?: Formats;
  channels: Record<string, {value?: unknown}>;
}

type Formats = Record<string, unknown>;
type Tip = {pointer?: string; format?: Formats};

/** Plot writes what its authors give no format in tips and texts with a comma between thousands. */
function inDanish(mark: Drawn): void {
  const formats = Object.fromEntries(Object.keys(mark.channels).map((channel) => [channel, danish]));
  const {title: _, ...others} = formats;
  if (mark instanceof Plot.Tip) mark.format = {...mark.format, ...without(others, mark.format)};
  else if (mark.tip) {
    const tip: Tip = mark.tip === true ? {} : typeof mark.tip === "string" ? {pointer: mark.tip} : mark.tip;
    mark.tip = {...tip, format: {...tip.format, ...without(others, tip.format)}};
  }
  const {text} = mark.channels;
  if (text) {
    const {value} = text;
    text.value = {
      transform: (data: unknown) =>
        Array.from(Plot.valueof(data as Plot.Data, value as Plot.ChannelValue) ?? [], danish)
    };
  }
}

function without(formats: Formats, known: Formats = {}): Formats {
  return Object.fromEntries(Object.entries(formats).filter(([channel]) => !(channel in known)));
}

const number = new Intl.NumberFormat("da-DK", {maximumFractionDigits: 3});
const date = new Intl.DateTimeFormat("da-DK", {dateStyle: "medium", timeZone: "UTC"});

function danish(value: unknown): unknown {
  if (typeof value === "number") return number.format(value).replace("-", "−");
  return value instanceof Date ? date.format(value) : value;
}
