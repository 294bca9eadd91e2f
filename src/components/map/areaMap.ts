import type {Geometry} from "../../../data-loaders/geometry/geometry.js";
import type {Box} from "../../../data-loaders/geometry/shape.js";
import {svgElement} from "../dom/dom.js";
import type {AreaValue} from "../rows/areaValue.js";
import {capitalInset} from "./capitalInset.js";
import type {ColorClasses} from "./colorClasses.js";
import {areaGroup, drawnAreas, withPixel, type DrawnArea, type MapAreas} from "./drawnArea.js";
import {hatches} from "./hatch.js";
import {mapLegend, type Direction} from "./mapLegend.js";
import {borderPaths} from "../rows/regions.js";

export interface AreaMapOptions {
  geometry: Geometry;
  /** Read aloud for the map as a whole. */
  title: string;
  /** Pixels to fill; 640 by default. */
  width?: number;
  /** Municipalities by default. */
  level?: "municipality" | "region";
  /** The day whose regions are outlined, `yyyy-mm-dd`: the period's last. */
  day: string;
  /** None: every area alike, and no legend. */
  colors?: ColorClasses;
  direction?: Direction;
  /** The address that an area leads to; none in what is taken out of the page. */
  link?: (area: string) => string;
}

/** From this width the legend and the inset stand beside the map instead of above and below it. */
const WIDE = 700;
const GAP = 24;

/**
 * Denmark with each area in the colour of its class. Every area is a group with `data-area`,
 * its text as label, and reachable by the keyboard; without the frame that hears keys and
 * pointer, see {@link mapView}, it is a picture like any other.
 */
export function areaMap(values: readonly AreaValue[], options: AreaMapOptions): SVGSVGElement {
  const {geometry, title, width = 640, level = "municipality", day, colors, direction = "none", link} = options;
  const shown: MapAreas = {geometry, level, day, colors, link};
  const areas = drawnAreas(values, shown);
  const wide = width >= WIDE;
  const mapWidth = wide ? Math.round(width * 0.55) : width;
  const sideWidth = wide ? width - mapWidth - GAP : width;
  const mapHeight = Math.ceil((mapWidth * geometry.height) / geometry.width);
  const legend = colors ? mapLegend(areas, {colors, direction, width: sideWidth}) : noLegend();
  const inset = capitalInset(areas, shown, sideWidth);
  const side = mapWidth + GAP;
  const [legendAt, mapAt, insetAt] = wide
    ? ([
        [side, 0],
        [0, 0],
        [side, Math.max(legend.height + GAP, mapHeight - inset.height)]
      ] as const)
    : ([
        [0, 0],
        [0, legend.height + GAP],
        [0, legend.height + mapHeight + 2 * GAP]
      ] as const);
  const height = Math.max(mapAt[1] + mapHeight, insetAt[1] + inset.height);
  return svgElement(
    "svg",
    {
      class: "area-map",
      role: "group",
      "aria-label": title,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "font-size": 12,
      fill: "currentColor"
    },
    at(legendAt, legend.node),
    at(mapAt, country(areas, shown, geometry.width / mapWidth)),
    at(insetAt, inset.node)
  ) as SVGSVGElement;
}

function noLegend(): ReturnType<typeof mapLegend> {
  return {node: svgElement("g", {}), height: -GAP};
}

/** The whole country; the municipalities that are shown larger are met by the keyboard there. */
function country(areas: readonly DrawnArea[], {geometry, level, day, link}: MapAreas, pixel: number): SVGElement {
  const stripes = hatches(pixel);
  const larger = new Set(level === "region" ? [] : geometry.capital.codes);
  const drawing = svgElement(
    "g",
    {transform: `scale(${1 / pixel})`},
    svgElement("defs", {}, ...stripes.nodes),
    frame(geometry.bornholm, 6 * pixel),
    frame(geometry.capital.box, 0),
    ...areas.map((area) => areaGroup(area, {hatches: stripes, link, focusable: !larger.has(area.area)})),
    ...borderPaths(geometry, day).map((d) => svgElement("path", {class: "map-border", d}))
  );
  return withPixel(drawing, pixel);
}

/** What is shown elsewhere, or shown from elsewhere, stands in a frame. */
function frame({x, y, width, height}: Box, by: number): SVGElement {
  return svgElement("rect", {
    class: "map-frame",
    x: x - by,
    y: y - by,
    width: width + 2 * by,
    height: height + 2 * by,
    fill: "none"
  });
}

function at([x, y]: readonly [number, number], node: SVGElement): SVGElement {
  return svgElement("g", {transform: `translate(${x},${y})`}, node);
}
