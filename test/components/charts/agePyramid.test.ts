import {expect, test} from "vitest";
import {agePyramid, type AgePyramidRow} from "../../../src/components/charts/agePyramid.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, options, title} from "./fixtures.js";

refuseWarnings();

const shares = {"18-29": 10, "30-39": 35.5, "40-49": 40, "80+": 14.5};
const of = (profession: string, factor = 1): AgePyramidRow[] =>
  ["female", "male"].flatMap((sex) =>
    Object.entries(shares).map(([age_band, percent]) => ({
      profession,
      label: profession,
      sex,
      age_band,
      percent: percent * factor,
      status: "shown" as const
    }))
  );
const rows = [...of("all"), ...of("gp", 0.9), ...of("chiropractor"), ...of("physiotherapist", 1.1)];

test.each([640, 390])("one panel a profession, %d pixels wide", (width) => {
  const chart = agePyramid(rows, {...options, width});
  expectSound(chart, title, description);
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("panels wrap by width", () => {
  const height = (width: number) => Number(agePyramid(rows, {...options, width}).getAttribute("height"));
  expect(height(390)).toBeGreaterThan(height(1100));
});

test("under 18 stands below the others only when somebody is", () => {
  expect(textsOf(agePyramid(rows, options))).not.toContain("under 18");
  const young = agePyramid(
    [...rows, {profession: "gp", sex: "male", age_band: "17", percent: 0.4, status: "shown"}],
    options
  );
  const bands = textsOf(young).filter((text) => /^\d\d[–+]|^under/.test(text));
  expect(bands.slice(0, 5)).toEqual(["80+", "40–49", "30–39", "18–29", "under 18"]);
});

test("unknown age and sex are passed over", () => {
  const odd = [
    {profession: "gp", sex: "missing", age_band: "18-29", percent: 100},
    {profession: "gp", sex: "male", age_band: "missing", percent: null}
  ];
  expect(snapshotOf(agePyramid([...rows, ...odd], options))).toBe(snapshotOf(agePyramid(rows, options)));
});

test("a hidden band is said to be hidden, also when it is a band of the outline", () => {
  const hide = (row: AgePyramidRow) =>
    row.age_band === "80+" && row.sex === "female" ? {...row, percent: null, status: "hidden" as const} : row;
  const chart = agePyramid([...of("all"), ...of("gp")].map(hide), options);
  expectSound(chart, title, description);
  expect(textsOf(chart).filter((text) => text === "skjult")).toHaveLength(1);
});

test("a hidden band with a range is a bar to the least, and pale from there to the most", () => {
  const range = {percent: null, percent_least: 10, percent_most: 14, status: "hidden" as const};
  const hide = (row: AgePyramidRow) => (row.age_band === "80+" ? {...row, ...range} : row);
  const chart = agePyramid([...of("all"), ...of("gp").map(hide)], options);
  expectSound(chart, title, description);
  expect(textsOf(chart)).not.toContain("skjult");
  const [bars, pale] = chart.querySelectorAll("[aria-label=rect]");
  expect([bars, pale].map((marks) => marks!.querySelectorAll("rect").length)).toEqual([8, 2]);
  expect(pale!.querySelector("title")!.textContent).toBe("gp kvinder, 80+ år: 10,0–14,0\u00A0% (skjult, for få)");
});

test("one row, and none", () => {
  expectSound(agePyramid(of("gp").slice(0, 1), options), title, description);
  expect(textsOf(agePyramid(of("all"), options))).toEqual(["Ingen data at vise med dette valg"]);
});

test("both sexes together stand to the right, and say so", () => {
  const together = Object.entries(shares).map(
    ([age_band, percent]): AgePyramidRow => ({profession: "gp", sex: "all", age_band, percent, status: "shown"})
  );
  const texts = textsOf(agePyramid(together, options));
  expect(texts).toContain("Kvinder og mænd");
  expect(texts).not.toContain("Kvinder");
  expect(texts).toContain("80+");
});
