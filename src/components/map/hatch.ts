import {svgElement} from "../dom/dom.js";

let patterns = 0;

/** Stripes for what has no value: what to fill with, and the pattern itself, which must stand in the same drawing. */
export interface Hatch {
  fill: string;
  node: SVGElement;
}

/** @param pixel the length of a screen's pixel where it fills, so that stripes are alike at every scale */
export function hatch(pixel = 1): Hatch {
  const id = `map-hatch-${++patterns}`;
  const size = 5 * pixel;
  const node = svgElement(
    "pattern",
    {id, width: size, height: size, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)"},
    svgElement("rect", {width: size, height: size, fill: "var(--plot-background)"}),
    svgElement("rect", {width: 1.4 * pixel, height: size, fill: "currentColor", "fill-opacity": 0.6})
  );
  return {fill: `url(#${id})`, node};
}
