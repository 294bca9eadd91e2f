/** The classes of what is shown on one of the two only; style/drawn.css says at which widths. */
const [onDesk, onPhone] = ["on-desk", "on-phone"];

/**
 * Makes one drawing of those of two widths: what is alike stands in it once, and what differs twice, each with the
 * class of where it is shown. Changes both, and leaves the drawing in the first.
 */
export function bothWidths(desk: ParentNode, phone: ParentNode): void {
  const [wide, narrow] = [Array.from(desk.childNodes), Array.from(phone.childNodes)];
  if (wide.length !== narrow.length || wide.some((node, i) => !isKind(node, narrow[i]!))) {
    // Text has no class, so what holds it would have to be there twice.
    for (const node of wide) if (node instanceof Element) node.classList.add(onDesk!);
    for (const node of narrow) if (node instanceof Element) node.classList.add(onPhone!);
    desk.append(...narrow.filter((node) => node instanceof Element));
    return;
  }
  for (const [i, node] of wide.entries()) {
    const other = narrow[i]!;
    if (node.isEqualNode(other)) continue;
    if (!(node instanceof Element) || !(other instanceof Element)) continue;
    if (hasSameFrame(node, other)) bothWidths(node, other);
    else {
      node.classList.add(onDesk!);
      other.classList.add(onPhone!);
      node.after(other);
    }
  }
}

function isKind(node: Node, other: Node): boolean {
  return node.nodeType === other.nodeType && node.nodeName === other.nodeName;
}

/**
 * Whether two elements differ in what they hold only, of which nothing is text that differs; drawings are not parted.
 */
function hasSameFrame(node: Element, other: Element): boolean {
  if (node.localName === "svg" || !node.cloneNode(false).isEqualNode(other.cloneNode(false))) return false;
  const [texts, others] = [node, other].map(({childNodes}) =>
    Array.from(childNodes, (child) => (child instanceof Element ? "" : child.textContent)).join("\n")
  );
  return texts === others;
}
