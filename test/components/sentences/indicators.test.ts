import {describe, expect, test} from "vitest";
import {
  areaExtremes,
  areaVariation,
  attribution,
  flagged,
  flaggedBeyond
} from "../../../src/components/sentences/areas.js";
import {indicatorShare, trend} from "../../../src/components/sentences/indicators.js";
import {largestShare} from "../../../src/components/sentences/comparisons.js";
import type {PatientShare} from "../../../src/components/charts/patientShares.js";
import type {AreaShare} from "../../../src/components/rows/areaValue.js";
import type {Side} from "../../../src/components/rows/standsOut.js";
import {area, hiddenArea, rows} from "../charts/areas.js";

/** Texts with ordinary spaces. */
const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("the country's share", () => {
  const share = {percent: 88.1, low: 87.8, high: 88.4, status: "shown" as const};
  const against = (percent: number, direction: "high" | "low") =>
    plain(indicatorShare(share, {target: {percent, source: ""}, direction}));

  test("without a target", () => {
    expect(plain(indicatorShare(share, {target: null, direction: "high"}))).toBe(
      "På landsplan er andelen 88,1 % (95 %-interval 87,8–88,4 %). Der er ikke offentliggjort et mål i tal."
    );
  });

  test("against a target met, missed, and too near to decide", () => {
    expect(against(85, "high")).toMatch(
      /Målet er mindst 85,0 %: det er nået, og hele intervallet ligger på den gode side\.$/
    );
    expect(against(85, "low")).toMatch(
      /Målet er højst 85,0 %: det er ikke nået, og hele intervallet ligger på den forkerte side\.$/
    );
    expect(against(88, "high")).toMatch(/andelen når det, men intervallet rummer målet/);
    expect(against(88, "low")).toMatch(/andelen når det ikke, men intervallet rummer målet/);
  });

  test("that cannot be shown", () => {
    expect(indicatorShare(undefined, {target: null, direction: "high"})).toBe(
      "Andelen på landsplan kan ikke vises for denne periode."
    );
    const incomplete = {percent: null, low: null, high: null, status: "incomplete" as const};
    expect(indicatorShare(incomplete, {target: null, direction: "high"})).toBe(
      "Andelen på landsplan kan ikke vises for denne periode: ufuldstændigt."
    );
  });
});

describe("the areas that stand out", () => {
  const say = (
    of: readonly AreaShare[],
    sides: Record<string, Side>,
    level: "municipality" | "region" = "municipality"
  ) => plain(areaExtremes(of, level, 88.1, ({name}) => sides[name]));

  test("on both sides of the country, the furthest of each named", () => {
    expect(say(rows, {Ærø: "below", Læsø: "above"})).toBe(
      "Længere fra landets 88,1 %, end tilfældighed forklarer, når alle 4 viste ses under ét: over ligger Læsø (93,1 %), og under ligger Ærø (78,0 %). For 1 af 5 kommuner vises der ikke tal."
    );
    expect(say(rows, Object.fromEntries(rows.map(({name}) => [name, "below"])))).toMatch(
      /: under ligger 4, lavest Ærø \(78,0 %\)\. /
    );
  });

  test("none, and those without numbers", () => {
    expect(say(rows, {})).toMatch(
      /^Ingen kommune skiller sig ud fra landets 88,1 % med mere, end tilfældighed forklarer, når alle 4 viste ses under ét\./
    );
    const ranged = rows.map((row) => (row.percent === null ? {...row, percent_least: 80, percent_most: 95} : row));
    expect(say(ranged, {})).toMatch(/ For 1 af 5 kommuner vises kun et spænd\.$/);
    expect(say([hiddenArea("1081", "Nordjylland")], {}, "region")).toBe(
      "Der er ikke tal nok til at sammenligne regioner. For 1 af 1 regioner vises der ikke tal."
    );
  });
});

test("how many areas are flagged beside how many chance alone would flag: of 98 at most 5 at 95 % and 0.2 at 99.8 %", () => {
  const many = Array.from({length: 98}, (_, i) => area(String(i), `Kommune ${i}`, i < 4 ? 84 : 88, 2400));
  expect(plain(flagged(many, "municipality"))).toBe(
    "4 af 98 kommuner ligger uden for tilfældighedens 95 %-kontrolgrænser; alene ved tilfældighed ventes højst 4,9. 4 ligger uden for 99,8 %-grænserne, hvor der højst ventes 0,20."
  );
  expect(plain(flagged([...many.slice(0, 50), hiddenArea("99", "Fanø")], "municipality"))).toMatch(
    /^4 af 50 .* højst 2,5\./
  );
});

test("how many areas lie outside limits that hold the variance between areas, where there is any beyond chance", () => {
  expect(plain(flaggedBeyond({outsideWidened: ["1", "2"], tau2: 0.001}, "municipality"))).toBe(
    "Uden for 95 %-grænser, der også rummer den forskel, der i øvrigt er mellem kommuner, ligger 2."
  );
  expect(flaggedBeyond({outsideWidened: ["1"], tau2: 0}, "municipality")).toBe("");
});

test("how the country's share has moved", () => {
  const row = (period: string, percent: number | null) => ({
    period,
    area_id: "country",
    name: "Hele landet",
    percent,
    low: percent && percent - 0.2,
    high: percent && percent + 0.2,
    denominator: 1000,
    status: "shown" as const
  });
  expect(plain(trend([row("2021/22", 87), row("2022/23", 87.5), row("2023/24", 88.1)]))).toBe(
    "Fra 2021/22 til 2023/24 er den gået fra 87,0 % til 88,1 %. Forskellen er 1,1 procentpoint (95 %-interval 0,8 til 1,4)."
  );
  expect(trend([row("2021/22", null), row("2022/23", 87.5)])).toBe("Der er ikke tal for to perioder at sammenligne.");
});

describe("the largest group of patients", () => {
  const group = (label: string, patients: number | null, range: Partial<PatientShare> = {}): PatientShare => ({
    label,
    patients,
    total: 1000,
    percent: patients === null ? null : patients / 10,
    status: patients === null ? "hidden" : "shown",
    ...range
  });
  const say = (...groups: PatientShare[]) => plain(largestShare(groups, "Flest fik recepten fra"));

  test("and that chance may have put the next one second", () => {
    expect(say(group("Praksis", 800), group("Hospital", 200))).toBe("Flest fik recepten fra: praksis, 80,0 %.");
    // R: binom.test(30, 50) has 0.5 within its limits.
    expect(say(group("Praksis", 20), group("Hospital", 30))).toBe(
      "Flest fik recepten fra: hospital, 3,0 %. Forskellen fra praksis, 2,0 %, kan være tilfældig."
    );
  });

  test("a hidden group may be larger", () => {
    const hidden = (most: number) => group("Ukendt", null, {patients_least: 1, patients_most: most});
    expect(say(group("Praksis", 800), hidden(4))).toMatch(/^Flest/);
    expect(say(group("Praksis", 800), hidden(900))).toBe(
      "Blandt de viste tal: flest fik recepten fra: praksis, 80,0 %."
    );
    expect(say(group("Praksis", null))).toBe("Ingen af grupperne har tal at vise.");
  });
});

describe("how much areas differ, and how much of it is chance", () => {
  const row = {
    units: 97,
    chance_share: 40,
    chance_share_low: 25,
    chance_share_high: 61,
    between_spread: 3.14,
    between_spread_low: 2,
    between_spread_high: 4.5,
    scv: 1.234,
    extremal_quotient: 1.5,
    cv: 4
  };

  test("with intervals", () => {
    expect(plain(areaVariation(row, "municipality"))).toBe(
      "Mellem de 97 kommuner, hvis tal vises, er spredningen ud over tilfældighed 3,1 procentpoint (95 %-interval 2,0–4,5), den systematiske variation (SCV) 1,2, forholdet mellem højeste og laveste andel 1,5, og variationskoefficienten 4 %. Tilfældighed forklarer omkring 40 % af variationen (95 %-interval 25–61 %)."
    );
  });

  test("that may be chance alone, and a quotient that is not defined", () => {
    expect(areaVariation({...row, chance_share_high: 100, extremal_quotient: null}, "region")).toMatch(
      /^Mellem de 97 regioner, .* ikke defineret, da den laveste er 0, .* Forskellene kan være tilfældige alene\.$/
    );
    expect(areaVariation(undefined, "region")).toMatch(/kan ikke beregnes/);
  });
});

test("hospital regions are named as such, private hospitals among them", () => {
  expect(plain(areaExtremes(rows, "hospital", 88.1, () => undefined))).toMatch(
    /^Ingen hospitalsregion skiller sig ud fra landets 88,1 % .* For 1 af 5 hospitalsregioner vises der ikke tal\.$/
  );
});

test("figures by residence are about residents, those by hospital about the hospitals' patients", () => {
  expect(attribution("residence")).toMatch(/hvor de bor: tallene siger noget om borgerne/);
  expect(attribution("hospital")).toMatch(
    /privathospitalerne er en enhed for sig: .* hospitalernes patienter, hvor de end bor/
  );
  for (const by of ["residence", "hospital"] as const)
    expect(attribution(by)).toMatch(/ kan ikke sættes ved siden af /);
});
