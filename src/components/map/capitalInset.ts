import {textWidth} from "../charts/labels.js";
import {svgElement} from "../dom/dom.js";
import {areaGroup, withPixel, type DrawnArea, type MapAreas} from "./drawnArea.js";
import {hatches} from "./hatch.js";
import {borderPaths} from "../rows/regions.js";
import {spread} from "./spread.js";

const heading = "København og omegn, forstørret";
const HEAD = 20;

/** The capital's small municipalities, enlarged in a frame, with their names. */
export function capitalInset(
  areas: readonly DrawnArea[],
  {geometry, level, day, link}: MapAreas,
  width: number
): {node: SVGElement; height: number} {
  const {box, codes, around} = geometry.capital;
  const pixel = box.width / width;
  const height = Math.round(box.height / pixel);
  const stripes = hatches(pixel);
  const inside = new Set([...codes, ...around]);
  const shown = areas
    .map((area) => ({...area, municipalities: area.municipalities.filter(({code}) => inside.has(code))}))
    .filter(({municipalities}) => municipalities.length > 0);
  const picture = svgElement(
    "svg",
    {y: HEAD, width, height, viewBox: `${box.x} ${box.y} ${box.width} ${box.height}`, overflow: "hidden"},
    svgElement("defs", {}, ...stripes.nodes),
    ...shown.map((area) =>
      areaGroup(area, {hatches: stripes, link, focusable: level === "municipality" && codes.includes(area.area)})
    ),
    ...borderPaths(geometry, day).map((d) => svgElement("path", {class: "map-border", d}))
  );
  const fontSize = width < 400 ? 9.5 : 11;
  const names = geometry.municipalities
    .filter(({code}) => codes.includes(code))
    .map(({name, centre: [x, y]}) => ({
      name,
      x: (x - box.x) / pixel,
      y: (y - box.y) / pixel,
      width: textWidth(name, fontSize) + 2,
      height: fontSize + 1
    }));
  const texts = spread(names, {width, height}).map(({name, x, y}) =>
    svgElement(
      "text",
      {
        class: "map-name",
        x: Math.round(x),
        y: Math.round(y) + HEAD,
        "font-size": fontSize,
        "text-anchor": "middle",
        "dominant-baseline": "central"
      },
      name
    )
  );
  const node = svgElement(
    "g",
    {},
    svgElement("text", {y: 12, "font-weight": 600, "aria-hidden": "true"}, heading),
    withPixel(picture, pixel),
    svgElement("rect", {class: "map-frame", x: 0.5, y: HEAD + 0.5, width: width - 1, height: height - 1, fill: "none"}),
    svgElement("g", {"aria-hidden": "true"}, ...texts)
  );
  return {node, height: HEAD + height};
}
