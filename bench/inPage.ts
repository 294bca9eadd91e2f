// Bundled and put into pages that are measured; runs in the browser.

/** What a reader waits for: a chart, or on pages without one a table, or on pages without either the text; or a map. */
export type Wanted = "chart" | "table" | "text" | "map";

const selectors: Record<Wanted, string> = {
  chart: ".figure svg",
  table: "#observablehq-main table",
  text: "#observablehq-main p",
  map: "svg.area-map"
};

/** Milliseconds since the navigation began when what is wanted had been painted. */
export function seen(wanted: Wanted): Promise<number> {
  return painted(() => find(wanted) !== undefined);
}

/** The most a page has to show. */
export function best(): Wanted {
  return (["chart", "table"] as const).find((wanted) => find(wanted)) ?? "text";
}

/** How far the page has moved by itself, and milliseconds until the largest paint. */
export const moved = {sum: 0, largest: 0};
new PerformanceObserver((list) => {
  for (const entry of list.getEntries() as (PerformanceEntry & {value: number; hadRecentInput: boolean})[])
    if (!entry.hadRecentInput) moved.sum += entry.value;
}).observe({type: "layout-shift", buffered: true});
new PerformanceObserver((list) => {
  for (const {startTime} of list.getEntries()) moved.largest = startTime;
}).observe({type: "largest-contentful-paint", buffered: true});

const durations = new Map<number, number>();
new PerformanceObserver((list) => {
  for (const {interactionId, duration} of list.getEntries() as (PerformanceEntry & {interactionId: number})[])
    if (interactionId) durations.set(interactionId, Math.max(duration, durations.get(interactionId) ?? 0));
}).observe({type: "event", buffered: true, durationThreshold: 16} as PerformanceObserverInit);

/** Milliseconds from each press to the paint after it; those under 16 are not told of. */
export function answered(): number[] {
  return [...durations.values()];
}

/** Times of one change, in milliseconds since the navigation began. */
export interface Change {
  changed: number;
  /** When the answer came over the network, where it did. */
  arrived?: number;
  drawn: number;
}

/** Changes one choice of the page's first bar and waits until the figure has been drawn anew. Choices take turns. */
export async function change(step: number): Promise<Change> {
  const bar = document.querySelector(".choices")!;
  const controls = Array.from(bar.querySelectorAll<HTMLElement>("form:not([hidden])")).filter((form) =>
    form.querySelector("select, input")
  );
  const old = figure();
  const changed = performance.now();
  next(controls[step % controls.length]!);
  const drawn = await painted(() => figure() !== old && hasSize(figure()));
  const answer = performance
    .getEntriesByType("resource")
    .find(({name, startTime}) => name.includes("/_answers/") && startTime >= changed);
  return {changed, drawn, ...(answer && {arrived: (answer as PerformanceResourceTiming).responseEnd})};
}

function next(control: HTMLElement): void {
  const select = control.querySelector("select");
  if (select) {
    select.selectedIndex = (select.selectedIndex + 1) % select.options.length;
    select.dispatchEvent(new Event("input", {bubbles: true}));
  } else {
    const radios = Array.from(control.querySelectorAll<HTMLInputElement>("input[type=radio]"));
    radios[(radios.findIndex(({checked}) => checked) + 1) % radios.length]!.click();
  }
}

function figure(): Element | null {
  return document.querySelector(".figure");
}

function find(wanted: Wanted): Element | undefined {
  return Array.from(document.querySelectorAll(selectors[wanted])).find(
    (one) => hasSize(one) && (wanted !== "chart" || one.querySelector("path, circle, rect, line"))
  );
}

function hasSize(one: Element | null): boolean {
  const {width, height} = one?.getBoundingClientRect() ?? {width: 0, height: 0};
  return width > 0 && height > 0;
}

/**
 * Looks before every frame, which the browser makes only when it can paint; the message comes when that frame is done.
 */
function painted(ready: () => boolean): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (!ready()) return void requestAnimationFrame(look);
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}
