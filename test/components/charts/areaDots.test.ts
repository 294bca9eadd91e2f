import {expect, test} from "vitest";
import {areaDots, type AreaRow} from "../../../src/components/charts/areaDots.js";
import {count, percent} from "../../../src/components/words/format.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, options, title} from "./fixtures.js";

refuseWarnings();

const names: Record<string, string> = {country: "Hele landet", "1081": "Nordjylland", "1083": "Syddanmark"};
const row = (area: string, group: string, value: number | null): AreaRow => ({
  area,
  label: names[area]!,
  group,
  value,
  low: value && value - 2,
  high: value && value + 2,
  status: value === null ? "hidden" : "shown",
  valueText: percent(value)
});
const rows = ["Rygsmerter", "Sygdomme i lumbale og torakale båndskiver", "Spondylose"].flatMap((group, i) => [
  row("country", group, 50 - 10 * i),
  row("1081", group, 40),
  row("1083", group, 67 - 20 * i)
]);
const given = {
  country: "country",
  axis: "Procent af patienterne",
  format: (x: number) => percent(x, 0),
  most: 100,
  title,
  description,
  document: options.document
};
const titlesOf = (chart: Element) => [...chart.querySelectorAll("title")].map((t) => t.textContent);

test.each([900, 390])("one panel a group, the country as a line, %d pixels wide", (width) => {
  const chart = areaDots(rows, {...given, width});
  expectSound(chart, title, description);
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("a single group has no heading, and the axis ends where the values do", () => {
  const chart = areaDots([row("country", "", 1247), row("1081", "", 1114), row("1083", "", 1598)], {
    ...given,
    most: undefined,
    format: count
  });
  expectSound(chart, title, description);
  expect(textsOf(chart)).toEqual(expect.arrayContaining(["Nordjylland", "Syddanmark", "Hele landet", "1.500"]));
  expect(titlesOf(chart)).toContain(`Nordjylland: ${percent(1114)}`);
});

test("a hidden value is said to be hidden, a true zero drawn, and an area without patients said to have none", () => {
  const chart = areaDots(
    [row("country", "", 30), row("1081", "", null), {...row("1083", "", 0), low: 0, high: 4, status: "none"}],
    given
  );
  expectSound(chart, title, description);
  expect(textsOf(chart)).toContain("skjult, for få");
  expect(titlesOf(chart)).toContain(`Syddanmark: ${percent(0)}`);
  expect(textsOf(areaDots([{...row("1081", "", null), status: "none"}], given))).toContain("ingen patienter");
});

test("no rows", () => {
  expect(textsOf(areaDots([], given))).toEqual(["Ingen data at vise med dette valg"]);
});
