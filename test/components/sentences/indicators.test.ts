import {describe, expect, test} from "vitest";
import {areaExtremes, areaVariation, flagged} from "../../../src/components/sentences/areas.js";
import {indicatorShare, trend} from "../../../src/components/sentences/indicators.js";
import {largestShare} from "../../../src/components/sentences/comparisons.js";
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

test("the highest and lowest area, and how many have nothing to show", () => {
  expect(plain(areaExtremes(rows, "municipality"))).toBe(
    "Andelen går fra 78,0 % i Ærø til 93,1 % i Læsø. For 1 af 5 kommuner vises der ikke tal."
  );
  const ranged = rows.map((row) => (row.percent === null ? {...row, percent_least: 80, percent_most: 95} : row));
  expect(plain(areaExtremes(ranged, "municipality"))).toMatch(/ For 1 af 5 kommuner vises kun et spænd\.$/);
  expect(plain(areaExtremes([hiddenArea("1081", "Nordjylland")], "region"))).toBe(
    "Der er ikke tal nok til at sammenligne regioner. For 1 af 1 regioner vises der ikke tal."
  );
});

test("how many areas are flagged beside how many chance alone would flag: of 98 about 5 at 95 % and 0.2 at 99.8 %", () => {
  const many = Array.from({length: 98}, (_, i) => area(String(i), `Kommune ${i}`, i < 4 ? 84 : 88, 2400));
  expect(plain(flagged(many, "municipality"))).toBe(
    "4 af 98 kommuner ligger uden for 95 %-kontrolgrænserne; alene ved tilfældighed ventes omkring 4,9. 4 ligger uden for 99,8 %-grænserne, hvor der ventes 0,20."
  );
  expect(plain(flagged([...many.slice(0, 50), hiddenArea("99", "Fanø")], "municipality"))).toMatch(
    /^4 af 50 .* omkring 2,5\./
  );
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
    "Fra 2021/22 til 2023/24 er den gået fra 87,0 % til 88,1 %, +1,1 procentpoint. Intervallerne overlapper ikke."
  );
  expect(trend([row("2021/22", null), row("2022/23", 87.5)])).toBe("Der er ikke tal for to perioder at sammenligne.");
});

test("the largest group of patients", () => {
  const group = (label: string, percent: number | null) => ({
    label,
    patients: 1,
    total: 2,
    percent,
    status: "shown" as const
  });
  expect(plain(largestShare([group("Praksis", 80), group("Hospital", 20)], "Flest fik recepten fra"))).toBe(
    "Flest fik recepten fra: praksis, 80,0 %."
  );
  expect(largestShare([group("Praksis", null)], "Flest")).toBe("Ingen af grupperne har tal at vise.");
});

test("how much areas differ, and how much of it is chance", () => {
  expect(plain(areaVariation({units: 97, chance_share: 40, scv: 1.234, extremal_quotient: 1.5, cv: 4}))).toBe(
    "Mellem de 97 områder, der vises, er den systematiske variation (SCV) 1,2, forholdet mellem højeste og laveste andel 1,5 og variationskoefficienten 4 %. Tilfældighed forklarer omkring 40 % af variationen."
  );
  expect(areaVariation(undefined)).toMatch(/kan ikke beregnes/);
  expect(areaVariation({units: 97, chance_share: 100, scv: -0.1, extremal_quotient: null, cv: 4})).toMatch(
    /andel ukendt .*Hele variationen kan være tilfældig/
  );
});
