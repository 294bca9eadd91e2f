import {svgElement} from "../../../src/components/dom/dom.js";

/**
 * Draws stripes as lines where a shape is filled with a pattern of them: Chromium prints a
 * pattern as a picture of dots, which is unclear on paper and large in the file.
 */
export function drawStripes(root: Element): void {
  const patterns = new Map(
    Array.from(root.querySelectorAll("svg pattern"), (pattern) => [`url(#${pattern.id})`, pattern])
  );
  for (const [i, shape] of Array.from(root.querySelectorAll<SVGGraphicsElement>("svg [fill]")).entries()) {
    const pattern = patterns.get(shape.getAttribute("fill")!);
    if (!pattern) continue;
    const [ground, stripe] = Array.from(pattern.querySelectorAll("rect"));
    const outline = shape.cloneNode(false) as SVGElement;
    for (const name of ["id", "fill"]) outline.removeAttribute(name);
    const clip = svgElement("clipPath", {id: `stribet-${i}`}, outline);
    const step = Number(pattern.getAttribute("width"));
    const lines = svgElement("path", {
      d: diagonals(shape.getBBox(), step, pattern.getAttribute("patternTransform")?.includes("-") ?? false),
      fill: "none",
      stroke: stripe!.getAttribute("fill")!,
      "stroke-opacity": stripe!.getAttribute("fill-opacity")!,
      "stroke-width": stripe!.getAttribute("width")!,
      "clip-path": `url(#stribet-${i})`
    });
    shape.setAttribute("fill", ground!.getAttribute("fill")!);
    shape.after(clip, lines);
  }
}

/** Lines from bottom left to top right across a box, `step` apart, or from top left to bottom right. */
function diagonals({x, y, width, height}: DOMRect, step: number, isFalling: boolean): string {
  const apart = step * Math.SQRT2;
  // Counted from the drawing's own corner, so that the stripes of neighbours meet.
  const [from, to] = isFalling ? [y - x - width, y + height - x] : [x + y, x + width + y + height];
  const first = Math.floor(from / apart);
  const last = Math.ceil(to / apart);
  return Array.from({length: last - first + 1}, (_, i) => {
    const sum = (first + i) * apart;
    const along = isFalling ? 1 : -1;
    return `M${x},${sum + along * x}L${x + width},${sum + along * (x + width)}`;
  }).join("");
}
