type Attribute = string | number | boolean | null | undefined;
type Child = Node | string | null | undefined;

/**
 * Makes an HTML element. Strings become text nodes, never markup, so that whatever stands in the data is inert.
 * An attribute that is `true` is written empty; one that is `false` or missing is left out.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, Attribute> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(name), attributes, children);
}

const svgNamespace = "http://www.w3.org/2000/svg";

/** Makes an SVG element, by the same rules as {@link element}. */
export function svgElement(name: string, attributes: Record<string, Attribute> = {}, ...children: Child[]): SVGElement {
  return filled(document.createElementNS(svgNamespace, name), attributes, children);
}

function filled<E extends Element>(node: E, attributes: Record<string, Attribute>, children: Child[]): E {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    node.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children) if (child !== null && child !== undefined) node.append(child);
  return node;
}
