import {group} from "d3-array";
import {textWidth} from "../charts/labels.js";
import {svgElement} from "../dom/dom.js";
import type {ColorClasses} from "./colorClasses.js";
import type {DrawnArea} from "./drawnArea.js";
import {hatches, isHidden} from "./hatch.js";

export interface MapLegendOptions {
  colors: ColorClasses;
  /** Whether a high or a low value is better. */
  direction: Direction;
  width: number;
}

export type Direction = "high" | "low" | "none";

const ROW = 20;
/** Where the text of a row begins. */
const TEXT = 32;
const directions: Record<Direction, string> = {
  high: "Høj andel er bedst (øverst)",
  low: "Lav andel er bedst (nederst)",
  none: "Hverken høj eller lav er bedst i sig selv"
};

/**
 * What the colours and stripes of a map mean, with how many areas have each: classes from high to low, why areas have
 * none, and which way is good.
 */
export function mapLegend(
  areas: readonly DrawnArea[],
  {colors, direction, width}: MapLegendOptions
): {node: SVGElement; height: number} {
  const stripes = hatches();
  const classes = colors.classes
    .map(({label, color: fill}) => ({
      label: `${label} (${areas.filter(({color}) => color === fill).length})`,
      fill
    }))
    .reverse();
  const absent = [
    ...group(
      areas.filter(({color}) => color === undefined),
      // Why a number is hidden is said where it is pointed at.
      ({status, lines: [why]}) => (isHidden(status) ? "skjult for at beskytte få personer" : why!)
    )
  ];
  const hatched = absent.map(([why, of]) => ({
    label: `${why} (${of.length})`,
    fill: stripes.fillOf(of[0]!.status)
  }));
  const rows = [...classes, ...hatched];
  const needs = TEXT + 14 + Math.max(...rows.map(({label}) => textWidth(label)));
  const columns = 2 * needs <= width ? 2 : 1;
  const perColumn = Math.ceil(rows.length / columns);
  const swatches = rows.map(({label, fill}, i) => {
    const [x, y] = [Math.floor(i / perColumn) * (width / columns), (1 + (i % perColumn)) * ROW];
    return svgElement(
      "g",
      {transform: `translate(${x},${y})`},
      svgElement("rect", {class: "map-swatch", x: 0.5, y: 2.5, width: 24, height: 14, fill}),
      svgElement("text", {x: TEXT, y: 14}, label)
    );
  });
  const end = (1 + perColumn) * ROW;
  const node = svgElement(
    "g",
    {"aria-hidden": "true"},
    svgElement("defs", {}, ...stripes.nodes),
    svgElement("text", {y: 13, "font-weight": 600}, directions[direction]),
    ...swatches,
    svgElement("path", {class: "map-border", d: `M0 ${end + 10}h25`}),
    svgElement("text", {x: TEXT, y: end + 14}, "Grænse mellem regioner")
  );
  return {node, height: end + ROW};
}
