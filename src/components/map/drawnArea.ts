import type {Geometry} from "../../../data-loaders/geometry/geometry.js";
import {svgElement} from "../dom/dom.js";
import type {AreaValue} from "../rows/areaValue.js";
import type {ColorClasses} from "./colorClasses.js";
import type {Hatches} from "./hatch.js";
import {regionsOn} from "../rows/regions.js";

/** One area as drawn: a municipality, or a region made of some. */
export interface DrawnArea extends AreaValue {
  municipalities: Geometry["municipalities"];
  /** The colour of its class; undefined where it has none. */
  color?: string;
}

/** The colour of areas that are only to be found. */
const plain = "var(--map-plain)";

/** Which areas a map shows. */
export interface MapAreas {
  geometry: Geometry;
  level: "municipality" | "region";
  /** The day whose regions are meant, `yyyy-mm-dd`. */
  day: string;
  /** None: every area alike. */
  colors?: ColorClasses;
  /** The address that an area leads to; none where the map is a picture only. */
  link?: (area: string) => string;
}

/** Every area of the map, also those without a value. */
export function drawnAreas(values: readonly AreaValue[], {geometry, level, day, colors}: MapAreas): DrawnArea[] {
  const regions = regionsOn(geometry, day);
  const names = new Map([
    ...geometry.municipalities.map(({code, name}) => [code, name] as const),
    ...geometry.regions.map(({id, name}) => [id, name] as const)
  ]);
  const given = new Map(values.map((value) => [value.area, value]));
  const areaOf = (code: string) => (level === "region" ? regions.get(code)! : code);
  return [...new Set(geometry.municipalities.map(({code}) => areaOf(code)))].map((area): DrawnArea => {
    const municipalities = geometry.municipalities.filter(({code}) => areaOf(code) === area);
    const known = given.get(area) ?? {area, name: names.get(area)!, value: null, status: "none", lines: ["ingen tal"]};
    if (!colors) return {...known, municipalities, color: plain};
    const own = colors.classOf(known);
    return {...known, municipalities, ...(own !== undefined && {color: colors.classes[own]!.color})};
  });
}

/**
 * An area's outlines: a link where it leads somewhere. Only one of an area's groups is a stop for the keyboard and a
 * word for a screen reader.
 */
export function areaGroup(
  {area, name, lines, status, color, municipalities}: DrawnArea,
  {hatches, focusable, link}: {hatches: Hatches; focusable: boolean; link?: MapAreas["link"]}
): SVGElement {
  const named = focusable
    ? {role: link ? "link" : "img", tabindex: -1, "aria-label": [name, ...lines].join(", ")}
    : {"aria-hidden": "true", tabindex: link && -1};
  return svgElement(
    link ? "a" : "g",
    {class: "map-area", "data-area": area, ...named, href: link?.(area), fill: color ?? hatches.fillOf(status)},
    ...municipalities.map(({path}) => svgElement("path", {d: path}))
  );
}

/**
 * Sets the length of a pixel of the screen on a scaled drawing, in the drawing's own units: the style
 * sheet's strokes are so many pixels wide.
 */
export function withPixel<Drawing extends SVGElement>(drawing: Drawing, pixel: number): Drawing {
  // Set through the object model: the site's rules for browsers refuse style attributes.
  drawing.style.setProperty("--pixel", `${pixel}px`);
  return drawing;
}
