/** Properties that an SVG element takes from its parent, so they are written only where they change. */
const inherited = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "font-variant",
  "text-anchor",
  "paint-order",
  "visibility",
  "shape-rendering",
  "white-space"
];

/** Properties that stand alone, with the value that need not be written. */
const own: Record<string, string> = {
  opacity: "1",
  display: "inline",
  "mix-blend-mode": "normal",
  overflow: "hidden",
  "dominant-baseline": "auto"
};

/** What may run or fetch something has no place in a picture. */
const unwanted = "script, style, foreignObject, iframe";

/**
 * A copy of a drawing that needs no stylesheet: what the browser has computed is written as attributes and
 * `currentColor` becomes the colour it stands for. The drawing must be in the page.
 */
export function inlineStyles(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...Array.from(svg.querySelectorAll("*"))];
  const copies = [copy, ...Array.from(copy.querySelectorAll("*"))] as SVGElement[];
  const computed = new Map<Element, CSSStyleDeclaration>();
  originals.forEach((original, i) => {
    const style = getComputedStyle(original);
    computed.set(original, style);
    writeStyle(copies[i]!, style, i === 0 ? undefined : computed.get(original.parentElement!));
  });
  copy.querySelectorAll(unwanted).forEach((node) => node.remove());
  return copy;
}

function writeStyle(copy: SVGElement, style: CSSStyleDeclaration, parent: CSSStyleDeclaration | undefined): void {
  const ink = style.color || "#1b1e23";
  for (const name of inherited) {
    const value = style.getPropertyValue(name);
    if (!value) continue;
    copy.style?.removeProperty(name);
    if (parent?.getPropertyValue(name) === value) copy.removeAttribute(name);
    else copy.setAttribute(name, value);
  }
  for (const [name, usual] of Object.entries(own)) {
    const value = style.getPropertyValue(name);
    if (!value) continue;
    copy.style?.removeProperty(name);
    copy.removeAttribute(name);
    // Blending is no presentation attribute: it works only as a style.
    if (name === "mix-blend-mode" && value !== usual) copy.style?.setProperty(name, value);
    else if (value !== usual) copy.setAttribute(name, value);
  }
  for (const {name, value} of Array.from(copy.attributes)) {
    if (name.startsWith("on") || name === "class" || name === "tabindex" || (name === "style" && !value.trim()))
      copy.removeAttribute(name);
    else if (value === "currentColor" || value === "currentcolor") copy.setAttribute(name, ink);
  }
}
