import type {Status} from "../../domain/status.js";
import {svgElement} from "../dom/dom.js";

let patterns = 0;

/**
 * What to fill areas without a colour with: narrow stripes where a number is hidden, wide ones the other way where
 * there is none.
 */
export interface Hatches {
  fillOf: (status: Status) => string;
  /** The patterns themselves, which must stand in the same drawing. */
  nodes: SVGElement[];
}

/** @param pixel the length of a screen's pixel where it fills, so that stripes are alike at every scale */
export function hatches(pixel = 1): Hatches {
  const hidden = stripes({every: 5, width: 1.4, turn: 45}, pixel);
  const absent = stripes({every: 10, width: 2.2, turn: -45}, pixel);
  return {
    fillOf: (status) => `url(#${(isHidden(status) ? hidden : absent).id})`,
    nodes: [hidden, absent]
  };
}

/** Whether a number is kept back; else there is none. */
export function isHidden(status: Status): boolean {
  return status.startsWith("hidden");
}

function stripes({every, width, turn}: {every: number; width: number; turn: number}, pixel: number): SVGElement {
  const size = every * pixel;
  return svgElement(
    "pattern",
    {
      id: `map-hatch-${++patterns}`,
      width: size,
      height: size,
      patternUnits: "userSpaceOnUse",
      patternTransform: `rotate(${turn})`
    },
    svgElement("rect", {width: size, height: size, fill: "var(--plot-background)"}),
    svgElement("rect", {width: width * pixel, height: size, fill: "currentColor", "fill-opacity": 0.6})
  );
}
