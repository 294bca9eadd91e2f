import {withParts} from "./parts.js";
import {element} from "./dom.js";

/** Draws a chart at a width in CSS pixels. */
export type DrawChart = (width: number) => Element;

/** The width of a chart when nothing says how wide the page is, as in a test without a layout. */
const defaultWidth = 640;

/** What a chart is to those who do not see it. */
export interface ChartText {
  label: string;
  /** The chart as one text; none where what holds the chart makes it a thing to move about in. */
  alternative?: string;
}

/**
 * A chart that follows the width of its container: drawn at once, then again when the width changes. To a screen reader
 * it is one picture with `alternative` as its text, unless the chart has parts of its own to go to (class `parts`). A
 * chart wider than the container scrolls in a region of its own, which the keyboard can reach under the name `label`.
 */
export function responsiveChart(draw: DrawChart, {label, alternative}: ChartText): HTMLElement {
  const picture = element("div", {class: "figure-chart", "aria-label": alternative});
  const region = element("div", {class: "figure-scroll"}, picture);
  const more = element("p", {class: "figure-more", hidden: true}, "Rul til siden for at se hele figuren →");
  let drawn = 0;

  const render = (width: number) => {
    const rounded = Math.floor(width);
    if (rounded > 0 && rounded !== drawn) {
      const chart = draw((drawn = rounded));
      // For those who wait until the picture fits: it may be wider than the region, and then scrolls.
      region.dataset.drawnAt = String(drawn);
      const hasParts = chart.classList.contains("parts");
      if (alternative !== undefined) picture.setAttribute("role", hasParts ? "group" : "img");
      picture.replaceChildren(hasParts ? withParts(chart) : chart);
      if (alternative !== undefined && !hasParts) silence(picture);
    }
    markScrolling(region, more, label);
  };

  render(expectedWidth());
  if (typeof ResizeObserver === "function") {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let placed = false;
    new ResizeObserver(([entry]) => {
      const width = entry!.contentRect.width;
      if (width === 0) return;
      clearTimeout(timer);
      // At once when the figure is first placed; afterwards when the reader has stopped dragging the window.
      if (placed) timer = setTimeout(() => render(width), 120);
      else render(width);
      placed = true;
    }).observe(region);
  }
  return element("div", {}, more, region);
}

/**
 * The sentence stands for the whole picture: Plot's own labels on its parts are for nobody, and what a chart made
 * scroll by itself is left to the region around it.
 */
function silence(picture: HTMLElement): void {
  for (const part of Array.from(picture.children)) part.setAttribute("aria-hidden", "true");
  for (const part of Array.from(picture.querySelectorAll("[tabindex]"))) part.removeAttribute("tabindex");
}

/** The reader can scroll only what the keyboard can reach, and what does not scroll should not be a stop on the way. */
function markScrolling(region: HTMLElement, more: HTMLElement, label: string): void {
  more.hidden = region.scrollWidth <= region.clientWidth + 1;
  if (!more.hidden) {
    region.setAttribute("tabindex", "0");
    region.setAttribute("role", "region");
    region.setAttribute("aria-label", `${label}: bred figur, rul til siden`);
  } else for (const name of ["tabindex", "role", "aria-label"]) region.removeAttribute(name);
}

/** A guess at the width before the figure is in the page, so that most figures are drawn once only. */
function expectedWidth(): number {
  const main = document.querySelector("#observablehq-main");
  if (!main) return defaultWidth;
  const style = getComputedStyle(main);
  const inner = main.clientWidth - (parseFloat(style.paddingLeft) || 0) - (parseFloat(style.paddingRight) || 0);
  const frame = globalThis.matchMedia?.("(max-width: 640px)").matches ? narrowFrame : wideFrame;
  return inner > frame ? Math.min(inner, widest) - frame : defaultWidth;
}

/**
 * The frame's own padding and border on both sides, on a phone and elsewhere, and its
 * greatest width: as in style/figure.css.
 */
const narrowFrame = 26;
const wideFrame = 34;
const widest = 1080;
