import {element} from "../dom/dom.js";
import {compareDanish} from "../words/format.js";
import {areaSearch} from "./areaSearch.js";
import {areaEvent, linkAreas, pointAt, type PointedAt} from "../dom/linked.js";
import {responsiveChart} from "../dom/responsiveChart.js";
import {giveTabStop} from "../dom/parts.js";
import type {AreaValue} from "../rows/areaValue.js";
import {nextTowards} from "./direction.js";

const help =
  "Peg på et område for at se dets tal. Med tastaturet: piletaster til naboen, Page Down og Page Up efter alfabetet.";
const leads = "Klik eller Enter åbner områdets profil.";
const again = "Tryk igen for at åbne profilen.";

/** Draws a map at a width in CSS pixels, its areas leading to the addresses given by `link`. */
export type DrawMap = (width: number, link?: (area: string) => string) => Element;

/**
 * A map to move about in, by pointer and by keyboard: one stop for the tabulator, arrow keys from neighbour to
 * neighbour. What is pointed at is named beside it, and marked in every other chart of the page that has the area.
 * Areas that lead somewhere do so by a click or Enter, and can be searched for above the map; a finger's first tap says
 * what its second one opens.
 * @param draw an {@link areaMap}
 * @param link the address that an area leads to
 */
export function mapView(
  draw: DrawMap,
  values: readonly AreaValue[],
  label: string,
  link?: (area: string) => string
): HTMLElement {
  linkAreas();
  const found = new Map(values.map((value) => [value.area, value]));
  const tip = element("div", {class: "map-tip", "aria-hidden": "true", hidden: true});
  let stop: string | undefined;
  const chart = responsiveChart(
    (width) => {
      const drawn = draw(width, link);
      const areas = focusable(drawn);
      giveTabStop(
        areas,
        areas.find((area) => codeOf(area) === stop)
      );
      return drawn;
    },
    {label}
  );
  const markOf = (code: string) => focusable(view).find((area) => codeOf(area) === code) ?? null;
  const search = link && areaSearch(values, {link, mark: (code) => pointAt(code === null ? null : markOf(code))});
  const view = element(
    "div",
    {class: "map-view"},
    search,
    element("p", {class: "figure-more"}, link ? `${help} ${leads}` : help),
    chart,
    tip
  );

  const showEvent = (event: Event) => {
    const pointed = (event as CustomEvent<PointedAt | null>).detail;
    // A figure drawn anew leaves this one behind.
    if (!view.isConnected) return document.removeEventListener(areaEvent, showEvent);
    const value = pointed && found.get(pointed.area);
    tip.hidden = !value;
    if (!value) return;
    tip.replaceChildren(element("strong", {}, value.name), ...value.lines.map((line) => element("span", {}, line)));
    if (link) tip.append(element("em", {}, again));
    const mark = view.contains(pointed.mark) ? pointed.mark : markOf(pointed.area);
    if (mark) placeBeside(tip, mark, view);
  };
  document.addEventListener(areaEvent, showEvent);
  view.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return pointAt(null);
    const next = nextArea(event, focusable(view), found);
    if (!next) return;
    event.preventDefault();
    stop = codeOf(next)!;
    giveTabStop(focusable(view), next);
    next.focus();
  });
  let byTouch = false;
  let tapped: string | null = null;
  view.addEventListener("pointerdown", ({pointerType}) => (byTouch = pointerType === "touch"));
  view.addEventListener("click", (event) => {
    const area = (event.target as Element).closest(".map-area");
    if (!area || !byTouch) return;
    if (codeOf(area) !== tapped) event.preventDefault();
    tapped = codeOf(area);
  });
  return view;
}

function focusable(map: Element): SVGElement[] {
  return Array.from(map.querySelectorAll<SVGElement>(".map-area[aria-label]"));
}

function nextArea(
  {key, target}: KeyboardEvent,
  areas: SVGElement[],
  found: ReadonlyMap<string, AreaValue>
): SVGElement | undefined {
  const at = areas.indexOf(target as SVGElement);
  if (at < 0) return undefined;
  const byName = areas.toSorted((a, b) =>
    compareDanish(found.get(codeOf(a)!)?.name ?? "", found.get(codeOf(b)!)?.name ?? "")
  );
  const place = byName.indexOf(areas[at]!);
  if (key === "PageDown") return byName[(place + 1) % byName.length];
  if (key === "PageUp") return byName.at(place - 1);
  if (key === "Home") return byName[0];
  if (key === "End") return byName.at(-1);
  const middles = areas.map((area) => {
    const {left, top, width, height} = area.getBoundingClientRect();
    return {x: left + width / 2, y: top + height / 2};
  });
  const next = nextTowards(key, middles[at]!, middles);
  return next === undefined ? undefined : areas[next];
}

/** Above the mark where there is room, else below, and never outside the frame. */
function placeBeside(tip: HTMLElement, mark: Element, view: HTMLElement): void {
  const [frame, box] = [view.getBoundingClientRect(), mark.getBoundingClientRect()];
  const left = (box.left + box.right) / 2 - frame.left - tip.offsetWidth / 2;
  const above = box.top - frame.top - tip.offsetHeight - 6;
  tip.style.left = `${Math.max(0, Math.min(left, frame.width - tip.offsetWidth))}px`;
  tip.style.top = `${above >= 0 ? above : box.bottom - frame.top + 6}px`;
}

function codeOf(area: Element): string | null {
  return area.getAttribute("data-area");
}
