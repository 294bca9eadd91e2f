import {readFile} from "node:fs/promises";
import {beforeEach, expect, test} from "vitest";
import type {IndicatorFacts} from "../../src/components/panels/indicatorDefinition.js";
import {spanText, windowText} from "../../src/domain/spans.js";
import {indicatorAreas, standardised, type IndicatorRow} from "../../src/components/charts/indicatorAreas.js";
import {controlFlag} from "../../src/components/rows/shareLimits.js";
import {indicatorsShown} from "../../src/components/sentences/indicators.js";
import {evil, openPage} from "./browser.js";
import {geometry} from "./map/fixtures.js";

const plain = (text: string | null) => (text ?? "").replaceAll("\u00A0", " ");
const indicator: IndicatorFacts = {
  id: "sleep",
  title: "Søvn",
  english: "Sleep",
  population: "Alle",
  denominator: "Dem, der sover dårligt før",
  numerator: "Dem, der sover godt efter",
  windows: {
    denominator: {from: {months: -3}, to: {days: -1}},
    numerator: {from: {days: 90}, to: {days: 180}},
    followUp: {years: 1}
  },
  direction: "low",
  target: {percent: 20, source: evil},
  registers: ["lmdb"],
  source: "En bog",
  author: "Nogen",
  checkedBy: "En anden",
  date: "2025-01-02",
  nextReview: "2027-01-02",
  changes: [{date: "2025-01-02", what: "Første udgave."}],
  status: "assumed",
  assumptions: ["Natten er kort."],
  breakdowns: []
};

beforeEach(() => void openPage());

test("distances and windows in words", () => {
  expect([{days: 0}, {days: -1}, {months: -3}, {years: 1}].map((span) => plain(spanText(span)))).toEqual([
    "dagen for kontakten",
    "1 dag før",
    "3 måneder før",
    "1 år efter"
  ]);
  expect(plain(windowText({from: {days: 90}, to: {days: 180}}))).toBe("fra 90 dage efter til 180 dage efter");
  expect(plain(windowText({from: {years: -1}, to: {years: -1}}))).toBe("1 år før");
});

test("a definition says all that its file says, and what is assumed", async () => {
  const {indicatorDefinition} = await import("../../src/components/panels/indicatorDefinition.js");
  const shown = indicatorDefinition(indicator, "2027-01-02");
  const facts = Object.fromEntries(
    [...shown.querySelectorAll("dt")].map((term) => [term.textContent, plain(term.nextElementSibling!.textContent)])
  );
  expect(facts).toMatchObject({
    Tæller: "Dem, der sover godt efter",
    Nævner: "Dem, der sover dårligt før",
    "Vindue for nævneren": "fra 3 måneder før til 1 dag før",
    "Følges til": "1 år efter",
    Retning: "Lav andel er bedst",
    Registre: "Lægemiddelstatistikregisteret",
    Forfatter: "Nogen",
    "Kontrolleret af": "En anden",
    Dato: "2. januar 2025",
    "Næste gennemgang": "Senest 2. januar 2027",
    Ændringer: "2. januar 2025: Første udgave."
  });
  expect(facts.Mål).toBe(`20,0 % (${evil})`);
  expect(facts.Status).toMatch(/^Antaget/);
  expect([...shown.querySelectorAll("li")].map((item) => item.textContent)).toEqual(["Natten er kort."]);
  expect(shown.querySelector("img")).toBeNull();
  expect(shown.querySelector(".overdue")).toBeNull();
});

test("past its review date a definition says so", async () => {
  const {indicatorDefinition} = await import("../../src/components/panels/indicatorDefinition.js");
  const shown = indicatorDefinition(indicator, "2027-01-03");
  expect(plain(shown.querySelector(".overdue")!.textContent)).toBe(
    "Definitionen er ikke gennemgået til tiden. Det skulle være sket senest 2. januar 2027; indtil det sker, gælder den, som den står."
  );
});

test("the list leads to every indicator's page, also to one without a value", async () => {
  const {indicatorList} = await import("../../src/components/panels/indicatorList.js");
  const list = indicatorList(
    [indicator, {...indicator, id: "walk", title: "Gang", direction: "high", status: "published"}],
    [{indicator_id: "sleep", percent: 12, low: 10, high: 14}]
  );
  expect([...list.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual(["./sleep", "./walk"]);
  expect([...list.children].map((item) => plain(item.textContent))).toEqual([
    "Søvn: 12,0 % (95 %-interval 10,0–14,0 %); lav er bedst; definitionen er et forslag.",
    "Gang: ingen tal i perioden; høj er bedst."
  ]);
});

test("how many indicators have a value", () => {
  const [value, none] = [
    {indicator_id: "sleep", percent: 12},
    {indicator_id: "sleep", percent: null}
  ];
  expect(indicatorsShown([indicator], [value])).toBe(
    "Alle 1 indikatorer har tal i perioden; definitionen af 1 af dem er et forslag."
  );
  expect(indicatorsShown([indicator], [none])).toBe("0 af 1 indikatorer har tal i perioden.");
});

test("codes to confirm: a long list is given as a number", async () => {
  const {codesToConfirm} = await import("../../src/components/tables/codesToConfirm.js");
  const codes = Array.from({length: 15}, (_, i) => `K${i}`);
  const text = codesToConfirm([{list: "spine_surgery", title: "Rygoperationer", source: "Antaget", codes}])
    .textContent!;
  expect(text).toContain("K11 og 3 til");
  expect(text).not.toContain("K12");
});

function areaRow(area_type: IndicatorRow["area_type"], area_id: string): IndicatorRow {
  return {
    area_type,
    area_id,
    numerator: 8,
    denominator: 10,
    percent: 80,
    low: 70,
    high: 90,
    standardised: 75,
    standardised_low: 65,
    standardised_high: 85,
    control_low_95: 60,
    control_high_95: 95,
    control_low_998: 50,
    control_high_998: 99,
    status: "shown"
  };
}

test("areas are those that stand on the day, named and with their region", () => {
  const rows = [areaRow("municipality", "0101"), areaRow("region", "1084"), areaRow("region", "oestdanmark")];
  expect(indicatorAreas(rows, "municipality", geometry, "2024-06-30")).toMatchObject([{name: "Ærø", region: "1084"}]);
  expect(indicatorAreas(rows, "region", geometry, "2024-06-30").map(({name}) => name)).toEqual(["Region Øst"]);
  expect(indicatorAreas(rows, "region", geometry, "2027-06-30").map(({name}) => name)).toEqual(["Region Østdanmark"]);
});

test("a standardised share lies outside its control limits exactly where its interval does not hold the country's", () => {
  const row = (share: number, low: number, high: number) => ({
    ...areaRow("municipality", "0101"),
    standardised: share,
    standardised_low: low,
    standardised_high: high
  });
  const flagOf = (country: number, ...of: [number, number, number]) =>
    controlFlag(standardised([row(...of)], country)[0]!);
  expect(standardised([row(75, 65, 87)], 80)[0]).toMatchObject({percent: 75, low: 65, high: 87, control_low_95: 68});
  expect(flagOf(86, 75, 65, 87)).toBe("inside");
  expect(flagOf(88, 75, 65, 87)).toBe("outside95");
  // 3.0902 / 1.9600 = 1.5767: the arm of 12 up to 87 becomes one of 18.92, up to 93.92; that of 10 down to 59.23.
  expect(flagOf(93.9, 75, 65, 87)).toBe("outside95");
  expect(flagOf(93.95, 75, 65, 87)).toBe("outside998");
  expect([59.25, 59.2].map((country) => flagOf(country, 75, 65, 87))).toEqual(["outside95", "outside998"]);
  const alone = standardised([row(75, 65, 87)], null)[0]!;
  expect(alone.percent).toBe(75);
  expect(controlFlag(alone)).toBeNull();
});

test("the page of an indicator compares shares and limits as they are published, not rounded", async () => {
  const page = await readFile("src/register/indikatorer/[id].md", "utf8");
  expect(page).not.toMatch(/\bround\(/i);
});
