import {expect, test} from "vitest";
import type {ProfileLine} from "../../../src/components/rows/profileLines.js";
import {openPage} from "../browser.js";
import {compared, hidden, own} from "../profileFixtures.js";

openPage();
const {profileSheet, profileTable} = await import("../../../src/components/panels/profileTable.js");

const trend = [
  {period: "2021/22", own: null, country: 44},
  {period: "2022/23", own: 38, country: 44},
  {period: "2023/24", own: 40, country: 45}
];
const line = (parts: Partial<ProfileLine>): ProfileLine => ({
  measure: "surgery",
  label: "Opereret",
  own: own(),
  country: compared("country", 45),
  trend,
  ...parts
});
const draw = (lines: ProfileLine[], parts = {}) =>
  profileTable(lines, {
    caption: "Indikatorer",
    area: "Læsø Kommune",
    limits: true,
    value: (value) => `${value} %`,
    interval: (low, high) => `${low}–${high} %`,
    span: () => 20,
    ...parts
  });
const texts = (row: Element) => Array.from(row.children, (cell) => cell.textContent!.replaceAll("\u00A0", " "));

test("a hidden value stands as its range, with why it is hidden and the range of N", () => {
  const ranged = hidden("hidden", {value_least: 6.25, value_most: 80, n_least: 5, n_most: 16});
  const table = draw([line({own: ranged, country: compared("country", null, {value_least: 40, value_most: 41})})]);
  expect(texts(table.querySelector("tbody tr")!).slice(1, 3)).toEqual(["6–80 %skjult, for fåN = 5–16", "40,0–41,0 %"]);
});

test("a line says value, limits, N, region, country, place and whether the difference can be chance", () => {
  const table = draw([line({region: compared("1081", 50), country: compared("country", 45, {n: 20_000})})], {
    region: "Region Nordjylland",
    link: (measure: string) => `../indikatorer/${measure}`
  });
  expect(texts(table.querySelector("thead tr")!)).toEqual([
    "Mål",
    "Læsø Kommune",
    "Region Nordjylland",
    "Hele landet",
    "Placering",
    "Forskel fra landet",
    "2021/22 til 2023/24"
  ]);
  expect(texts(table.querySelector("tbody tr")!).slice(0, -1)).toEqual([
    "Opereret",
    "40 % (27.6–53.8 %)N = 50",
    "50 %",
    "45 %",
    "nr. 20 til 80 af 98nr. 1 er højest",
    "Kan være tilfældig"
  ]);
  expect(table.querySelector("tbody a")!.getAttribute("href")).toBe("../indikatorer/surgery");
});

test("a value standardised for age and sex stands beside the crude one, or why it does not", () => {
  const table = draw([
    line({own: own({standardised: 41, standardised_low: 28, standardised_high: 55})}),
    line({own: own({standardised: null})}),
    line({own: hidden("hidden", {standardised: null})})
  ]);
  expect(texts(table.querySelector("thead tr")!).slice(1, 4)).toEqual([
    "Læsø Kommune",
    "Standardiseret",
    "Hele landet"
  ]);
  expect(Array.from(table.querySelectorAll("tbody tr"), (row) => texts(row)[2])).toEqual([
    "41 % (28–55 %)",
    "kan ikke beregnes",
    "skjult, for få"
  ]);
});

test("a line that is not one to standardise has a dash under the others' standardised values", () => {
  const table = draw([line({}), line({own: own({standardised: 41, standardised_low: 28, standardised_high: 55})})]);
  expect(Array.from(table.querySelectorAll("tbody tr"), (row) => texts(row)[2])).toEqual(["–", "41 % (28–55 %)"]);
});

test("a region has no column of its region, and what has no limits of chance no column of differences", () => {
  expect(texts(draw([line({})], {limits: false}).querySelector("thead tr")!)).toEqual([
    "Mål",
    "Læsø Kommune",
    "Hele landet",
    "Placering",
    "2021/22 til 2023/24"
  ]);
});

test("hidden values say why, keep the country beside them, and draw no line", () => {
  const table = draw([
    line({own: hidden("hidden"), trend: trend.map((point) => ({...point, own: null}))}),
    line({own: hidden("hidden_secondary")}),
    line({own: hidden("incomplete"), country: compared("country", null, {status: "incomplete"})}),
    line({own: hidden("none"), country: undefined})
  ]);
  expect(Array.from(table.querySelectorAll("tbody tr"), (row) => texts(row).slice(1, 5))).toEqual([
    ["skjult, for få", "45 %", "–", "–"],
    ["skjult, beskytter andre tal", "45 %", "–", "–"],
    ["ufuldstændigt", "ufuldstændigt", "–", "–"],
    ["ingen patienter", "–", "–", "–"]
  ]);
  expect(table.querySelectorAll("tbody tr:first-child circle")).toHaveLength(0);
});

test("the small chart has its values in words", () => {
  expect(
    draw([line({})])
      .querySelector("td [role=img]")!
      .getAttribute("aria-label")
  ).toBe("Opereret. 2021/22: ikke vist, landet 44 %; 2022/23: 38 %, landet 44 %; 2023/24: 40 %, landet 45 %");
});

test("no lines are an empty table", () => expect(draw([]).querySelectorAll("tbody tr")).toHaveLength(0));

test("the sheet for paper says the same in as many columns, without the small charts", () => {
  const lines = [
    line({region: compared("1081", 50)}),
    line({label: "Skjult", own: hidden("hidden", {value_least: 6.25, value_most: 80, n_least: 5, n_most: 16})})
  ];
  const {headings, rows} = profileSheet(lines, {
    caption: "Indikatorer",
    area: "Læsø Kommune",
    region: "Region Nordjylland",
    limits: true,
    value: (value) => `${value} %`,
    interval: (low, high) => `${low}–${high} %`,
    span: () => 20
  });
  expect(headings).toEqual([
    "Mål",
    "Læsø Kommune",
    "Region Nordjylland",
    "Hele landet",
    "Placering",
    "Forskel fra landet"
  ]);
  const plain = rows.map((row) => row.map((text) => text.replaceAll("\u00A0", " ")));
  expect(plain[0]!.slice(0, 2)).toEqual(["Opereret", "40 % (27.6–53.8 %) N = 50"]);
  expect(plain[1]!.slice(0, 3)).toEqual(["Skjult", "6–80 % skjult, for få N = 5–16", "–"]);
});
