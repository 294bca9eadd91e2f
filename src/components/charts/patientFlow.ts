import {sum} from "d3-array";
import {BACKGROUND, professionStyles} from "./colors.js";
import {svgElement} from "../dom/dom.js";
import {absenceOf} from "../../domain/status.js";
import {capital} from "../../domain/words.js";
import {countRange, HIDDEN, percent, percentRange} from "../words/format.js";
import {rangeOf, type Range} from "../rows/range.js";
import {emptyChart, isDrawable, isNarrow, widthOf, type ChartOptions} from "./chart.js";
import {flowLabels, flowShape, isUnknown, type FlowShape} from "./flowLabels.js";
import {flowLayout, type FlowRow} from "./flowLayout.js";

export interface PatientFlowOptions extends ChartOptions {
  /** Every specialty in Danish by id, in the order they stand at a contact; `ended` comes last. */
  specialties: Record<string, string>;
  /** How many courses begin; null where that is hidden, and shares are then of those shown. */
  all: number | null;
}

const neutral = "#7a7f87";

/**
 * Patients from contact to contact (a Sankey diagram), to the right on a wide screen and downwards on
 * a phone. Flows and the specialties they go between are parts with a name and a count of their own,
 * for the pointer and the keyboard. A hidden flow is dotted, as wide as the middle of its range.
 */
export function patientFlow(rows: readonly FlowRow[], options: PatientFlowOptions): SVGSVGElement {
  const shown = rows.filter((row) => row.from_specialty);
  const order = Object.keys(options.specialties);
  const shape = flowShape(widthOf(options), isNarrow(options), Math.max(0, ...shown.map((row) => row.contact_no)) + 1);
  const {nodes, links} = flowLayout(shown, [...order, "ended"], shape);
  if (nodes.length === 0) return emptyChart(options);

  const styles = professionStyles(order.map((id) => ({id})));
  const colorOf = (specialty: string) => styles.get(specialty)?.color ?? neutral;
  const all =
    options.all ??
    sum(
      nodes.filter((node) => node.contact === 1),
      (node) => node.patients.least
    );
  const placeOf = (specialty: string, contact: number) =>
    specialty === "ended"
      ? `ingen flere kontakter efter ${contact - 1}. kontakt`
      : `${options.specialties[specialty] ?? specialty}, ${contact}. kontakt`;

  const flows = links.map(({row, along, across, width}) => {
    const why = absenceOf(row.status)?.short ?? HIDDEN;
    const range = rangeOf(row, "patients");
    const counted = isDrawable(row.patients)
      ? countedOf({least: row.patients, most: row.patients}, all)
      : range
        ? `${countedOf(range, all)}; ${why}`
        : why;
    const color = colorOf(row.from_specialty);
    const dotted = {"stroke-dasharray": "2 4", opacity: 0.7};
    const name = `${placeOf(row.from_specialty, row.contact_no)} → ${placeOf(row.to_specialty, row.contact_no + 1)}: ${counted}`;
    const d = width > 0 ? ribbon(shape, along, across, Math.max(1, width)) : curve(shape, along, across);
    const look = isDrawable(row.patients)
      ? {fill: color, opacity: 0.4}
      : range && width > 0
        ? {fill: color, "fill-opacity": 0.25, stroke: color, "stroke-width": 1, ...dotted}
        : {fill: "none", stroke: "currentColor", "stroke-width": 1.5, ...dotted};
    return part("path", {d, ...look}, name);
  });
  const bars = nodes.map(({specialty, contact, patients, along, across}) => {
    const [x, y] = shape.point(along[0], across[0]);
    const [right, low] = shape.point(along[1], across[1]);
    const size = {width: Math.max(1, right - x), height: Math.max(1, low - y)};
    return part(
      "rect",
      {x, y, ...size, fill: colorOf(specialty)},
      `${capital(placeOf(specialty, contact))}: ${isUnknown(patients) ? HIDDEN : countedOf(patients, all)}`
    );
  });
  return svgElement(
    "svg",
    {
      class: "parts",
      width: shape.width,
      height: shape.height,
      viewBox: `0 0 ${shape.width} ${shape.height}`,
      fill: "currentColor",
      "font-size": shape.fontSize,
      role: "group",
      "aria-label": options.title ?? "Figur",
      "aria-description": options.description
    },
    svgElement("g", {}, ...flows),
    svgElement("g", {}, ...bars),
    svgElement(
      "g",
      {
        "aria-hidden": "true",
        stroke: BACKGROUND,
        "stroke-width": 3.5,
        "stroke-linejoin": "round",
        "paint-order": "stroke",
        "pointer-events": "none"
      },
      ...flowLabels(nodes, shape, options.specialties, {all, known: options.all !== null})
    )
  ) as SVGSVGElement;
}

/** A part of the chart that the reader can go to: its name is read aloud, and stands in its tooltip. */
function part(name: "path" | "rect", attributes: Record<string, string | number>, label: string): SVGElement {
  return svgElement(name, {...attributes, role: "img", "aria-label": label}, svgElement("title", {}, label));
}

/** As wide all the way as it has patients: a broad stroke would bulge where it bends. */
function ribbon(shape: FlowShape, along: [number, number], [from, to]: [number, number], width: number): string {
  const there = curve(shape, along, [from - width / 2, to - width / 2]);
  const back = curve(shape, [along[1], along[0]], [to + width / 2, from + width / 2]);
  return `${there}L${back.slice(1)}Z`;
}

function curve({point}: FlowShape, along: [number, number], across: [number, number]): string {
  const middle = (along[0] + along[1]) / 2;
  return `M${point(along[0], across[0])}C${point(middle, across[0])} ${point(middle, across[1])} ${point(along[1], across[1])}`;
}

function countedOf({least, most}: Range, all: number): string {
  const share =
    most === Infinity || most === least
      ? percent((100 * least) / all)
      : percentRange((100 * least) / all, Math.min(100, (100 * most) / all));
  const patients = least === 1 && (most === 1 || most === Infinity) ? "patient" : "patienter";
  return `${countRange(least, most)} ${patients} (${share} af alle)`;
}
