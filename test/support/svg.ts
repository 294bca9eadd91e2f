import {JSDOM} from "jsdom";
import {afterEach, beforeEach, expect, vi, type MockInstance} from "vitest";

/** A document to draw in: charts take it as an option, so that no test needs a global one. */
export const document: Document = new JSDOM("").window.document;

/**
 * A chart as one line an element, so that a changed snapshot shows what moved: decimals to
 * one digit, ids by order of appearance.
 */
export function snapshotOf(chart: Element): string {
  const copy = chart.cloneNode(true) as Element;
  for (const style of copy.querySelectorAll("style")) style.remove();
  const ids = new Map<string, string>();
  const indexed = (id: string) => ids.get(id) ?? ids.set(id, `id-${ids.size + 1}`).get(id)!;
  return copy.outerHTML
    .replace(/(\sid=")([^"]+)/g, (_, before: string, id: string) => before + indexed(id))
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${indexed(id)})`)
    .replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(1)) || 0))
    .replace(/></g, ">\n<");
}

/** Every text a chart shows, tooltips left out. */
export function textsOf(chart: Element): string[] {
  return [...chart.querySelectorAll("text")].flatMap((text) => {
    const copy = text.cloneNode(true) as Element;
    for (const title of copy.querySelectorAll("title")) title.remove();
    const lines = [...copy.querySelectorAll("tspan")].map((line) => line.textContent ?? "");
    const shown = lines.length > 0 ? lines.join(" ") : (copy.textContent ?? "");
    return shown ? [shown] : [];
  });
}

/** Fails a test in which a chart warns, or draws something at no place. */
export function refuseWarnings(): void {
  let warn: MockInstance;
  beforeEach(() => {
    warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  });
  afterEach(() => {
    const said = warn.mock.calls.map((call) => call.join(" "));
    warn.mockRestore();
    expect(said, "Plot warned").toEqual([]);
  });
}

/** Checks what holds for every chart: named, with the sentence, nothing at NaN, nothing unfinished in a text. */
export function expectSound(chart: Element, title: string, description: string): void {
  expect(chart.localName).toBe("svg");
  expect(chart.getAttribute("role")).toBe("img");
  expect(chart.getAttribute("aria-label")).toBe(title);
  expect(chart.getAttribute("aria-description")).toBe(description);
  expect(chart.outerHTML).not.toMatch(/NaN|undefined|Infinity|\bnull\b/);
}
