/**
 * Moves the styles that stand in a drawing, of elements and in elements of their own, into rules: the site's policy
 * refuses style attributes. Alike ones share a class.
 * @param rules gathers the rules of a page, from rule to class
 */
export function moveStyles(drawing: ParentNode, rules: Map<string, string>): void {
  for (const node of Array.from(drawing.querySelectorAll<Element & ElementCSSInlineStyle>("[style]"))) {
    const text = node.style.cssText;
    node.removeAttribute("style");
    if (text === "") continue;
    const name = rules.get(text) ?? `drawn-${rules.size + 1}`;
    rules.set(text, name);
    node.classList.add(name);
  }
  for (const style of Array.from(drawing.querySelectorAll("style"))) {
    rules.set(style.textContent!, "");
    style.remove();
  }
}

/** The rules as a style sheet. An element's own style goes before others that speak of it. */
export function styleSheet(rules: ReadonlyMap<string, string>): string {
  return Array.from(rules, ([text, name]) =>
    name ? `#observablehq-main .drawn .${name}{${text}}` : text.trim().replace(/\s+/g, " ")
  ).join("\n");
}
