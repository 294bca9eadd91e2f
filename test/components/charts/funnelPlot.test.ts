import {expect, test} from "vitest";
import {controlFlag} from "../../../src/components/rows/shareLimits.js";
import {funnelPlot} from "../../../src/components/charts/funnelPlot.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {area, description, hiddenArea, options as base, rows, title} from "./areas.js";

refuseWarnings();

const options = {...base, country: 88, areas: "kommuner"};

test.each([640, 360])("areas by size within their control limits, %d pixels wide", (width) => {
  const chart = funnelPlot(rows, {...options, width});
  expectSound(chart, title, description);
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("every area with a value has a dot and, for when it is pointed at, its name; a hidden one has neither", () => {
  const chart = funnelPlot(rows, options);
  for (const kind of ["dot", "label"]) {
    const areas = [...chart.querySelectorAll(`.linked-${kind} [data-area]`)].map((mark) =>
      mark.getAttribute("data-area")
    );
    expect(areas.sort()).toEqual(["0461", "0492", "0825", "0851"]);
  }
});

test("what lies outside the 99.8 % limits is named; of two names too close, one", () => {
  const always = (chart: Element) =>
    [...chart.querySelectorAll("[aria-label=text]:not(.linked-label) text")].map((text) => text.textContent);
  expect(always(funnelPlot(rows, options))).toContain("Aalborg");
  const close = [area("0851", "Aalborg", 84.2, 2400), area("0461", "Odense", 84.21, 2410)];
  expect(always(funnelPlot(close, options)).filter((name) => name === "Aalborg" || name === "Odense")).toEqual([
    "Aalborg"
  ]);
});

test("where areas vary more than by chance, dotted limits with that variance are drawn; an area's mark is chance's", () => {
  const lines = (chart: Element) => chart.querySelectorAll("[aria-label=line] path").length;
  const widened = expect.stringMatching(/^95 %-grænser med den forskel, der i øvrigt er mellem kommuner$/);
  const alike = [87, 88, 88, 89].map((percent, i) => area(`07${i}0`, `Kommune ${i}`, percent));
  expect(lines(funnelPlot(alike, options))).toBe(4);
  expect(textsOf(funnelPlot(alike, options))).not.toContainEqual(widened);
  const varied = [75, 80, 90, 95].map((percent, i) => area(`07${i}0`, `Kommune ${i}`, percent));
  const chart = funnelPlot(varied, options);
  expectSound(chart, title, description);
  expect(lines(chart)).toBe(6);
  expect(textsOf(chart)).toContainEqual(widened);
  expect(textsOf(chart)).toContain("Uden for 99,8 % (tilfældighed alene)");
  expect([...chart.querySelectorAll(".linked-dot title")].map((text) => text.textContent!.split("\n").at(-1))).toEqual([
    "under 99,8\u00A0%-grænsen",
    "under 99,8\u00A0%-grænsen",
    "inden for kontrolgrænserne",
    "over 99,8\u00A0%-grænsen"
  ]);
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("on a phone the long line of the legend is broken, not cut", () => {
  const varied = [75, 80, 90, 95].map((percent, i) => area(`07${i}0`, `Kommune ${i}`, percent));
  const texts = textsOf(funnelPlot(varied, {...options, width: 330}));
  expect(texts).toContain("95 %-grænser med den forskel, der i øvrigt er mellem kommuner");
});

test("on a phone a name at the edge ends at its dot, and sizes below the axis do not run into each other", () => {
  const wide = [area("1084", "Region Hovedstaden", 95, 6000), area("1085", "Region Sjælland", 80, 1500)];
  const chart = funnelPlot(wide, {...options, width: 330});
  const texts = [...chart.querySelectorAll("[aria-label=text]:not(.linked-label) text")];
  const anchorOf = (name: string) =>
    texts
      .find(({textContent}) => textContent === name)!
      .closest("[text-anchor]")
      ?.getAttribute("text-anchor");
  expect(anchorOf("Region Hovedstaden")).toBe("end");
  const ticks = [...chart.querySelectorAll("[aria-label='x-axis tick label'] text")].map((text) => ({
    at: Number(/translate\(([\d.]+)/.exec(text.getAttribute("transform")!)![1]),
    size: text.textContent
  }));
  expect(ticks.map(({size}) => size)).toEqual(["2.000", "5.000", "3.000", "1.500"]);
  const places = ticks.map(({at}) => at).toSorted((a, b) => a - b);
  for (const [i, at] of places.slice(1).entries()) expect(at - places[i]!).toBeGreaterThan(36);
});

test("shares differ by their control limits", () => {
  // 2400 patients at 88 %: standard error 0.66 points, so ± 1.3 at 95 % and ± 2.05 at 99.8 %.
  expect([88.5, 89.7, 90.5, 84.2].map((p) => controlFlag(area("0851", "Aalborg", p, 2400)))).toEqual([
    "inside",
    "outside95",
    "outside998",
    "outside998"
  ]);
  expect(controlFlag(hiddenArea("0563", "Fanø"))).toBeNull();
});

test("without areas, or without the country's share, there is nothing to draw", () => {
  for (const chart of [
    funnelPlot([hiddenArea("0563", "Fanø")], options),
    funnelPlot(rows, {...options, country: null})
  ]) {
    expect(textsOf(chart)).toEqual(["Ingen data at vise med dette valg"]);
  }
});
