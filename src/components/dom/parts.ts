import {element} from "./dom.js";

/**
 * Makes the named parts of a chart a walk for the keyboard: one stop, arrows to go from part to part, Home and
 * End to the first and last. The line below names the part that has the focus, or lies under the pointer.
 * @param chart an SVG whose parts have `role="img"` and an `aria-label`
 */
export function withParts(chart: Element): HTMLElement {
  const parts = Array.from(chart.querySelectorAll<SVGElement>('[role="img"][aria-label]'));
  const line = element("p", {class: "part-line", "aria-hidden": "true"});
  const show = (part?: Element) => (line.textContent = part?.getAttribute("aria-label") ?? "");
  giveTabStop(parts);
  const partOf = (event: Event) => parts.find((part) => part.contains(event.target as Node));

  // On the SVG itself, listeners to focus would make it a stop of its own.
  const walk = element("div", {}, chart, line);
  walk.addEventListener("pointerover", (event) => show(partOf(event)));
  walk.addEventListener("pointerleave", () => show());
  walk.addEventListener("focusin", (event) => show(partOf(event)));
  walk.addEventListener("focusout", () => show());
  walk.addEventListener("keydown", (event) => {
    const from = parts.indexOf(partOf(event) as SVGElement);
    const to = next((event as KeyboardEvent).key, from, parts.length);
    if (from < 0 || to === undefined) return;
    event.preventDefault();
    giveTabStop(parts, parts[to]);
    parts[to]!.focus();
  });
  return walk;
}

function next(key: string, from: number, size: number): number | undefined {
  if (key === "ArrowRight" || key === "ArrowDown") return Math.min(size - 1, from + 1);
  if (key === "ArrowLeft" || key === "ArrowUp") return Math.max(0, from - 1);
  if (key === "Home") return 0;
  return key === "End" ? size - 1 : undefined;
}

/**
 * Makes one of several marks the tabulator's stop, so that arrow keys lead on from it: the first where none is named.
 */
export function giveTabStop(marks: readonly Element[], stop = marks[0]): void {
  for (const mark of marks) mark.setAttribute("tabindex", mark === stop ? "0" : "-1");
}
