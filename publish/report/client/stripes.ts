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
      d: diagonals(shape.getBBox(), step),
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

/** Lines from bottom left to top right across a box, `step` apart. */
function diagonals({x, y, width, height}: DOMRect, step: number): string {
  const apart = step * Math.SQRT2;
  // Counted from the drawing's own corner, so that the stripes of neighbours meet.
  const first = Math.floor((x + y) / apart);
  const last = Math.ceil((x + width + y + height) / apart);
  return Array.from({length: last - first + 1}, (_, i) => {
    const sum = (first + i) * apart;
    return `M${x},${sum - x}L${x + width},${sum - x - width}`;
  }).join("");
}
