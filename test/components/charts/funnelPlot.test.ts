import {expect, test} from "vitest";
import {controlFlag} from "../../../src/components/rows/shareLimits.js";
import {funnelPlot} from "../../../src/components/charts/funnelPlot.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {area, description, hiddenArea, options as base, rows, title} from "./areas.js";

refuseWarnings();

const options = {...base, country: 88};

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
