import {expect, test} from "vitest";
import {stackedShares, type StackedRow} from "../../../src/components/charts/stackedShares.js";
import {professionStyles} from "../../../src/components/charts/colors.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, options, title} from "./fixtures.js";
import {specialties} from "./registers.js";

refuseWarnings();

const styles = professionStyles(Object.keys(specialties).map((id) => ({id})));
const parts = Object.entries(specialties).map(([id, label]) => ({id, label, style: styles.get(id)!}));
const given = {parts, title, description, document: options.document};
const bar = (label: string, shares: Record<string, number | null>): StackedRow[] =>
  Object.entries(shares).map(([part, percent]) => ({
    label,
    part,
    percent,
    patients: percent === null ? null : 20 * percent,
    status: percent === null ? "hidden" : "shown"
  }));
const rows = [
  ...bar("Hovedstaden", {acute: 53, medicine: 19, surgery: 28, other: 0}),
  ...bar("Syddanmark", {surgery: 6, acute: 20, medicine: 74, other: 0})
];
const titlesOf = (chart: Element) => [...chart.querySelectorAll("title")].map((t) => t.textContent);

test.each([640, 390])("bars of 100 %%, %d pixels wide", (width) => {
  const chart = stackedShares(rows, {...given, width});
  expectSound(chart, title, description);
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("parts stand in their own order, and a part of nobody is neither drawn nor in the legend", () => {
  const chart = stackedShares(rows, given);
  expect(titlesOf(chart).slice(3)).toEqual([
    "Syddanmark\nAkut: 20,0\u00A0% (400 patienter)",
    "Syddanmark\nMedicin: 74,0\u00A0% (1.480 patienter)",
    "Syddanmark\nKirurgi: 6,0\u00A0% (120 patienter)"
  ]);
  expect(textsOf(chart)).not.toContain("Andet speciale");
  expect(textsOf(chart)).toContain("Syddanmark (2.000)");
});

test("what is hidden is left open and said to be hidden, never drawn as nothing", () => {
  const chart = stackedShares(bar("Sjælland", {acute: 60, medicine: 30, surgery: null, other: null}), given);
  expectSound(chart, title, description);
  expect(titlesOf(chart)).toContain("Sjælland\nKirurgi: skjult, for få\nAndet speciale: skjult, for få");
  expect(textsOf(chart)).toContain("Skjult");
  expect(textsOf(chart)).toContain("Sjælland");
  expect(textsOf(stackedShares(bar("Sjælland", {acute: null, medicine: null}), given))).toContain("skjult");
});

test("a hidden part with a range is as long as the least it can be, and the rest is left open", () => {
  const range = {patients_least: 20, patients_most: 100, percent_least: 1, percent_most: 5};
  const [acute, medicine, ...others] = bar("Sjælland", {acute: 60, medicine: 30, surgery: null, other: null});
  const chart = stackedShares([acute!, medicine!, ...others.map((row) => ({...row, ...range}))], given);
  expectSound(chart, title, description);
  expect(titlesOf(chart).slice(2)).toEqual([
    "Sjælland\nKirurgi: 1,0–5,0\u00A0% (20–100 patienter)",
    "Sjælland\nAndet speciale: 1,0–5,0\u00A0% (20–100 patienter)",
    "Sjælland\nKirurgi: 1,0–5,0\u00A0% (20–100 patienter; skjult, for få)\nAndet speciale: 1,0–5,0\u00A0% (20–100 patienter; skjult, for få)"
  ]);
});

test("no rows", () => {
  expect(textsOf(stackedShares([], given))).toEqual(["Ingen data at vise med dette valg"]);
});
