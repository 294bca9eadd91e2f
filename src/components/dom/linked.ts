/** The event whose detail is the area under the pointer: its code, or null for none. */
export const areaEvent = "rygatlas:area";

/** An area that is pointed at, and the mark that was. */
export interface PointedAt {
  area: string;
  mark: Element;
}

let rule: CSSStyleSheet | undefined;
let following = false;

/**
 * Lets every mark with `data-area` on the page answer to pointing and focus on any other of the
 * same area: a style rule sets `--linked` to 1 and `--mark` to a colour on them, so that marks
 * drawn anew while it holds answer too. How they answer is said in the style sheet.
 */
export function linkAreas(): void {
  if (following) return;
  following = true;
  // Focus stays where it is while the pointer passes over nothing.
  const follow = ({target}: Event) => pointAt(areaMark(target) ?? areaMark(document.activeElement));
  for (const kind of ["pointerover", "focusin", "focusout"]) document.addEventListener(kind, follow);
}

/** Points at an area by one of its marks, or at none. */
export function pointAt(mark: Element | null): void {
  const area = mark?.getAttribute("data-area") ?? null;
  if (!rule) {
    rule = new CSSStyleSheet();
    document.adoptedStyleSheets.push(rule);
  }
  rule.replaceSync(area === null ? "" : `[data-area="${CSS.escape(area)}"] { --linked: 1; --mark: var(--map-mark); }`);
  document.dispatchEvent(new CustomEvent<PointedAt | null>(areaEvent, {detail: mark && {area: area!, mark}}));
}

function areaMark(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest("[data-area]") : null;
}
