import {sum} from "d3-array";
import {BACKGROUND, professionStyles} from "./colors.js";
import {svgElement} from "../dom/dom.js";
import {absenceOf} from "../../domain/status.js";
import {capital} from "../../domain/words.js";
import {count, HIDDEN, percent} from "../words/format.js";
import {emptyChart, isDrawable, isNarrow, widthOf, type ChartOptions} from "./chart.js";
import {flowLabels, flowShape, type FlowShape} from "./flowLabels.js";
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
 * for the pointer and the keyboard. A hidden flow is a dotted line without width.
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
      (node) => node.patients
    );
  const placeOf = (specialty: string, contact: number) =>
    specialty === "ended"
      ? `ingen flere kontakter efter ${contact - 1}. kontakt`
      : `${options.specialties[specialty] ?? specialty}, ${contact}. kontakt`;

  const flows = links.map(({row, along, across, width}) => {
    const counted = isDrawable(row.patients)
      ? countedOf(row.patients, false, all)
      : (absenceOf(row.status)?.short ?? HIDDEN);
    const name = `${placeOf(row.from_specialty, row.contact_no)} → ${placeOf(row.to_specialty, row.contact_no + 1)}: ${counted}`;
    return isDrawable(row.patients)
      ? part(
          "path",
          {d: ribbon(shape, along, across, Math.max(1, width)), fill: colorOf(row.from_specialty), opacity: 0.4},
          name
        )
      : part(
          "path",
          {
            d: curve(shape, along, across),
            fill: "none",
            stroke: "currentColor",
            "stroke-width": 1.5,
            "stroke-dasharray": "2 4",
            opacity: 0.7
          },
          name
        );
  });
  const bars = nodes.map(({specialty, contact, patients, partly, along, across}) => {
    const [x, y] = shape.point(along[0], across[0]);
    const [right, low] = shape.point(along[1], across[1]);
    const size = {width: Math.max(1, right - x), height: Math.max(1, low - y)};
    return part(
      "rect",
      {x, y, ...size, fill: colorOf(specialty)},
      `${capital(placeOf(specialty, contact))}: ${countedOf(patients, partly, all)}`
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
      ...flowLabels(nodes, shape, options.specialties, all)
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

function countedOf(patients: number, partly: boolean, all: number): string {
  if (partly && patients === 0) return HIDDEN;
  return `${partly ? "mindst " : ""}${count(patients)} ${patients === 1 ? "patient" : "patienter"} (${percent((100 * patients) / all)} af alle)`;
}
