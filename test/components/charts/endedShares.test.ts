import {expect, test} from "vitest";
import {endedShares, type EndedRow} from "../../../src/components/charts/endedShares.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, options, title} from "./fixtures.js";
import {specialties} from "./registers.js";

refuseWarnings();

const line = (start_specialty: string, shares: (number | null)[]): EndedRow[] =>
  shares.map((percent, i) => ({
    start_specialty,
    contact_no: i + 1,
    percent,
    n: percent === null ? null : 10 * percent,
    total: 1000,
    low: percent && percent - 3,
    high: percent && percent + 3
  }));
const rows = [...line("all", [45, 63, 75]), ...line("acute", [62, 74, 83]), ...line("private", [33, 55, 70])];
const given = {lines: specialties, title, description, document: options.document};

test.each([640, 390])("one line a start, %d pixels wide", (width) => {
  const chart = endedShares(rows, {...given, width});
  expectSound(chart, title, description);
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("of a region, all are the whole country", () => {
  const chart = endedShares([...line("all", [45]), ...line("1084", [38])], {
    ...given,
    lines: {"1084": "Hovedstaden"},
    everybody: "Hele landet"
  });
  expect(textsOf(chart)).toEqual(expect.arrayContaining(["Hele landet", "Hovedstaden"]));
});

test("every dot states its share, interval and patients", () => {
  const titles = [...endedShares(rows, given).querySelectorAll("title")].map((t) => t.textContent);
  expect(titles).toContain("Akut, efter 1. kontakt\n62,0\u00A0% (59,0–65,0\u00A0%); 620 af 1.000 patienter");
});

test("a hidden share with a range is a broad stroke over it", () => {
  const [first, , third] = line("all", [45, null, 75]);
  const range = {n: null, n_least: 620, n_most: 640, percent: null, percent_least: 62, percent_most: 64};
  const chart = endedShares([first!, {...first!, ...range, contact_no: 2}, third!], given);
  expectSound(chart, title, description);
  const [rect] = chart.querySelectorAll("[aria-label=rect] rect");
  expect(Number(rect!.getAttribute("width"))).toBe(14);
  expect(rect!.textContent).toBe("Alle, efter 2. kontakt\n62,0–64,0\u00A0% (skjult); 620–640 af 1.000 patienter");
});

test("a hidden share is no dot; nothing shown is nothing drawn", () => {
  expect(endedShares([...line("all", [45, null, 75])], given).querySelectorAll("title")).toHaveLength(2);
  expect(textsOf(endedShares(line("all", [null]), given))).toEqual(["Ingen data at vise med dette valg"]);
});
