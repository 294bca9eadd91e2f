/** A chart of an answer: what is drawn of it, and from which columns. */
export interface Chart {
  mark: "barY" | "barX" | "dot" | "lineY";
  x: string;
  y: string;
  color?: string;
}

/** What a reader chooses a kind of chart by. */
export const marks: Record<Chart["mark"], string> = {
  barX: "Liggende søjler",
  barY: "Stående søjler",
  dot: "Punkter",
  lineY: "Linje"
};

/** The options of a chart's mark, as Plot takes them. */
export function channels({mark, x, y, color}: Chart): Record<string, unknown> {
  const paint = mark === "lineY" || mark === "dot" ? "stroke" : "fill";
  return {
    x,
    y,
    [paint]: color ?? "var(--theme-foreground-focus)",
    ...(mark === "barX" && {sort: {y: "-x"}}),
    ...(mark === "barY" && {sort: {x: null}}),
    tip: true
  };
}

/** The options of a chart beside its mark. */
export function frame({mark, color}: Chart): Record<string, unknown> {
  return {
    ...(mark === "barX" && {marginLeft: 150}),
    ...(color && {color: {legend: true}}),
    x: {labelArrow: "none"},
    y: {labelArrow: "none", grid: mark !== "barX"}
  };
}

/** The chart as a page draws it, where `rows` are its rows. */
export function chartCode(chart: Chart, rows: string): string {
  return `display(Plot.plot({
  ${Object.entries(frame(chart))
    .map(([option, value]) => `${option}: ${literal(value)},\n  `)
    .join("")}marks: [Plot.${chart.mark}(${rows}, ${literal(channels(chart))})]
}));`;
}

function literal(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, own]) => `${key}: ${literal(own)}`)
    .join(", ")}}`;
}
