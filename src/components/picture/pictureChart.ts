import {svgElement} from "../dom/dom.js";
import {inlineStyles} from "./pictureStyles.js";

interface Flat {
  nodes: SVGElement[];
  width: number;
  height: number;
}

/**
 * What stands in `host` as SVG only, each thing where it lies on the page: charts as they
 * are, the text and the swatches of HTML legends as SVG text and rectangles. Where there is
 * no layout, charts are stacked by their own height.
 */
export function flatten(host: HTMLElement, width: number): Flat {
  const origin = host.getBoundingClientRect();
  const flat: Flat = {nodes: [], width, height: 0};
  const reach = (right: number, bottom: number) => {
    flat.width = Math.max(flat.width, right);
    flat.height = Math.max(flat.height, bottom);
  };

  const visit = (node: Node): void => {
    if (node.nodeType === 3) return visitText(node as Text);
    if (node.nodeType !== 1) return;
    const element = node as Element;
    if (element.localName === "style" || element.localName === "script") return;
    if (element.localName === "svg") return visitSvg(element as SVGSVGElement);
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden") return;
    const box = element.getBoundingClientRect();
    if (element !== host && box.width > 0 && isPainted(style.backgroundColor)) {
      const [x, y] = [box.left - origin.left, box.top - origin.top];
      const {width, height} = box;
      flat.nodes.push(
        svgElement("rect", {
          x,
          y,
          width,
          height,
          rx: parseFloat(style.borderRadius) || null,
          fill: style.backgroundColor
        })
      );
      reach(x + width, y + height);
    }
    for (const child of Array.from(element.childNodes)) visit(child);
  };

  const visitSvg = (svg: SVGSVGElement): void => {
    const copy = inlineStyles(svg);
    const box = svg.getBoundingClientRect();
    const placed = box.width > 0;
    const x = placed ? box.left - origin.left : 0;
    const y = placed ? box.top - origin.top : flat.height;
    const size = placed ? box : {width: Number(svg.getAttribute("width")), height: Number(svg.getAttribute("height"))};
    for (const [name, value] of Object.entries({x, y, width: size.width, height: size.height}))
      copy.setAttribute(name, String(value));
    flat.nodes.push(copy);
    reach(x + size.width, y + size.height);
  };

  const visitText = (text: Text): void => {
    const style = text.parentElement && getComputedStyle(text.parentElement);
    for (const line of linesOf(text)) {
      const [x, y] = [line.left - origin.left, (line.top + line.bottom) / 2 - origin.top];
      const font = {"font-size": style?.fontSize, "font-weight": style?.fontWeight, fill: style?.color};
      flat.nodes.push(svgElement("text", {x, y, "dominant-baseline": "central", ...font}, line.text));
      reach(line.right - origin.left, line.bottom - origin.top);
    }
  };

  visit(host);
  return flat;
}

interface Line {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The lines that the browser broke a text into, found word by word. */
function linesOf(text: Text): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  if (typeof range.getBoundingClientRect !== "function") return lines;
  for (const {0: word, index} of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const {left, right, top, bottom, width} = range.getBoundingClientRect();
    if (width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.top - top) < 2) Object.assign(last, {text: `${last.text} ${word}`, right});
    else lines.push({text: word, left, right, top, bottom});
  }
  return lines;
}

function isPainted(color: string): boolean {
  return color !== "" && color !== "transparent" && !/,\s*0\)$|\/\s*0\)$/.test(color);
}
