import {svgElement} from "../../../src/components/dom/dom.js";

/** Shorter outlines are not worth a place of their own. */
const long = 60;

/**
 * Gives names of their own to what drawings call by name, so that none of two pages' worth of drawings means another's.
 * @param prefix set before every id within a drawing
 */
export function nameApart(drawing: ParentNode, prefix: string): void {
  for (const [i, svg] of Array.from(drawing.querySelectorAll("svg")).entries()) {
    const nodes = Array.from(svg.querySelectorAll("*"));
    const own = new Set([svg, ...nodes].map(({id}) => id).filter(Boolean));
    const renamed = (id: string) => (own.has(id) ? `${prefix}-${i}-${id}` : id);
    for (const node of [svg, ...nodes]) {
      if (node.id) node.id = renamed(node.id);
      for (const {name, value} of Array.from(node.attributes)) {
        if (value.includes("url(#"))
          node.setAttribute(
            name,
            value.replace(/url\(#([^)]+)\)/g, (_, id) => `url(#${renamed(id)})`)
          );
        else if (name.endsWith("href") && value.startsWith("#")) node.setAttribute(name, `#${renamed(value.slice(1))}`);
        else if (/^aria-(?:labelledby|describedby|controls)$/.test(name))
          node.setAttribute(name, value.split(" ").map(renamed).join(" "));
      }
    }
  }
}

/**
 * Draws outlines that stand in several drawings once: maps of the same areas share them.
 * @returns what must stand in the page before the drawings; nothing where there is none
 */
export function shareShapes(drawings: readonly ParentNode[]): string {
  const paths = drawings.flatMap((drawing) => Array.from(drawing.querySelectorAll("svg path[d]")));
  const counts = new Map<string, number>();
  const outline = (path: Element) => path.getAttribute("d")!;
  for (const path of paths) counts.set(outline(path), (counts.get(outline(path)) ?? 0) + 1);
  const names = new Map<string, string>();
  for (const path of paths) {
    const d = outline(path);
    if (d.length < long || counts.get(d) === 1) continue;
    const name = names.get(d) ?? `form-${names.size + 1}`;
    names.set(d, name);
    const use = svgElement("use", {href: `#${name}`});
    for (const {name, value} of Array.from(path.attributes)) if (name !== "d") use.setAttribute(name, value);
    path.replaceWith(use);
  }
  if (names.size === 0) return "";
  const shapes = Array.from(names, ([d, id]) => svgElement("path", {id, d}));
  return svgElement(
    "svg",
    {id: "drawn-shapes", width: 0, height: 0, "aria-hidden": "true"},
    svgElement("defs", {}, ...shapes)
  ).outerHTML;
}
