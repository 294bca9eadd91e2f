import type {Geometry} from "../../../data-loaders/geometry/geometry.js";
import {svgElement} from "../dom/dom.js";
import {withPixel} from "./drawnArea.js";
import {borderPaths, regionsOn} from "../rows/regions.js";

export interface MiniMapOptions {
  geometry: Geometry;
  /** The day whose regions are meant, `yyyy-mm-dd`. */
  day: string;
  /** Pixels; 180 by default. */
  width?: number;
}

/**
 * Where an area lies: Denmark with one municipality or region filled, and a ring around a
 * municipality too small to be seen.
 */
export function miniMap(
  {id, name}: {id: string; name: string},
  {geometry, day, width = 180}: MiniMapOptions
): SVGSVGElement {
  const pixel = geometry.width / width;
  const height = Math.ceil(geometry.height / pixel);
  const regions = regionsOn(geometry, day);
  const isHere = ({code}: {code: string}) => code === id || regions.get(code) === id;
  const outline = (here: boolean) =>
    geometry.municipalities
      .filter((m) => isHere(m) === here)
      .map(({path}) => path)
      .join("");
  const small = geometry.municipalities.find(({code}) => code === id && geometry.capital.codes.includes(code));
  const drawing = svgElement(
    "svg",
    {
      class: "mini-map",
      role: "img",
      "aria-label": `Kort over Danmark, hvor ${name} er fremhævet`,
      width,
      height,
      viewBox: `0 0 ${geometry.width} ${geometry.height}`
    },
    svgElement("path", {class: "map-land", d: outline(false)}),
    svgElement("path", {class: "map-here", d: outline(true)}),
    ...borderPaths(geometry, day).map((d) => svgElement("path", {class: "map-border", d})),
    small
      ? svgElement("circle", {class: "map-ring", cx: small.centre[0], cy: small.centre[1], r: 9 * pixel, fill: "none"})
      : null
  ) as SVGSVGElement;
  return withPixel(drawing, pixel);
}
