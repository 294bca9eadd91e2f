import {expect, test} from "vitest";
import {dotInterval} from "../../../src/components/charts/dotInterval.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, hiddenRow, options, rangedRow, row, title} from "./fixtures.js";

refuseWarnings();

const rows = [row("gp", "advice", 41.5), row("chiropractor", "advice", 60), row("gp", "nsaid", 22)];

test.each([640, 390])("professions compared, %d pixels wide", (width) => {
  const chart = dotInterval(rows, {...options, width});
  expectSound(chart, title, description);
  expect(chart.getAttribute("width")).toBe(String(width));
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("an answer that a form lacks is said to be absent, not zero", () => {
  expect(textsOf(dotInterval(rows, options))).toContain("Kiropraktorer: ikke på skemaet");
});

test("a hidden value is said to be hidden, and nothing is drawn for it", () => {
  const chart = dotInterval([row("gp", "advice", 41.5), hiddenRow("chiropractor", "advice")], options);
  expectSound(chart, title, description);
  expect(textsOf(chart)).toContain("Kiropraktorer: skjult, for få");
  expect([...chart.querySelectorAll("title")].map((t) => t.textContent)).toEqual([expect.stringContaining("41,5")]);
});

test("a hidden value with a range is drawn from the least to the most, and says why it is hidden", () => {
  const chart = dotInterval([row("gp", "advice", 41.5), rangedRow("chiropractor", "advice")], options);
  expectSound(chart, title, description);
  expect(textsOf(chart)).toContain("Skjult tal: spænd");
  expect(textsOf(chart)).not.toContain("Kiropraktorer: skjult, for få");
  const [range, ...others] = chart.querySelectorAll("[aria-label=rect] rect");
  expect(others).toEqual([]);
  expect(range!.textContent).toBe(
    "Kiropraktorer: Rådgivning og hjælp til egenhåndtering\n1–4 af 1.000 registreringer\n0,10–0,40\u00A0% (skjult, for få)"
  );
});

test("a true zero is drawn", () => {
  const chart = dotInterval([{...row("gp", "advice", 0), status: "none"}], options);
  expect(chart.querySelector("title")?.textContent).toContain("0,0\u00A0%");
});

test("a share without an interval is a dot alone", () => {
  const chart = dotInterval([{...row("gp", "advice", 30), low: null, high: null}], options);
  expectSound(chart, title, description);
  expect(chart.querySelector("title")?.textContent).toContain("uden interval");
});

test("a choice of professions keeps their colours and compares the chosen ones only", () => {
  const chart = dotInterval(rows, {...options, shown: ["chiropractor"]});
  expect(chart.outerHTML).toContain("#cd4a10");
  expect(chart.outerHTML).not.toContain("#2868c0");
});

test("one row, and none", () => {
  expectSound(dotInterval(rows.slice(0, 1), options), title, description);
  const empty = dotInterval([], options);
  expectSound(empty, title, description);
  expect(textsOf(empty)).toEqual(["Ingen data at vise med dette valg"]);
});
