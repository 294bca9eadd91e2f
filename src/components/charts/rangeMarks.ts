import type {LegendItem} from "./legend.js";

/** How a chart draws the range of a hidden number: pale with a dotted edge, and never too narrow to be seen. */
export const rangeStyle = {
  fillOpacity: 0.22,
  strokeWidth: 1.25,
  strokeDasharray: "2 2",
  insetLeft: -1.5,
  insetRight: -1.5
} as const;

/** What the legend says of it. */
export const rangeItem: LegendItem = {
  label: "Skjult tal: spænd",
  color: "currentColor",
  block: rangeStyle.fillOpacity,
  dotted: true
};
