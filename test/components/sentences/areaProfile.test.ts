import {describe, expect, test} from "vitest";
import type {OwnFigure, ProfileLine} from "../../../src/components/rows/profileLines.js";
import {
  difference,
  differences,
  differenceWords,
  newPatients,
  placeWords,
  seenBefore,
  whyMissing
} from "../../../src/components/sentences/areaProfile.js";
import {compared, hidden, own} from "../profileFixtures.js";

const plain = (text: string) => text.replaceAll("\u00A0", " ");
const line = (figure: OwnFigure, parts: Partial<ProfileLine> = {}): ProfileLine => ({
  measure: "surgery",
  label: "Opereret",
  own: figure,
  country: compared("country", 45, {n: 20_000}),
  region: compared("1083", 45),
  trend: [],
  ...parts
});

// Of 100 patients with the country's 45 %: R qbinom(c(.025, .975), 100, .45) is 35 and 55, of .001 and .999 30 and 60.
test.each([
  ["within the 95 % limits", 35, "chance", "Kan være tilfældig"],
  ["between the limits, below", 34, "outside95", "Lavere, men 1 af 20 er det tilfældigt"],
  ["between the limits, above", 56, "outside95", "Højere, men 1 af 20 er det tilfældigt"],
  ["outside the 99.8 % limits, below", 29, "outside998", "Lavere, end tilfældighed forklarer"],
  ["outside the 99.8 % limits, above", 61, "outside998", "Højere, end tilfældighed forklarer"]
])("a municipality's share %s", (_, value, kind, words) => {
  const found = line(own({n: 100, value}));
  expect(difference(found)).toBe(kind);
  expect(differenceWords(found)).toBe(words);
});

test("a region is compared with the rest of the country: its own patients would hide a difference", () => {
  // 43.0 % of 4,000 beside 45.5 % of the other 16,000: Newcombe −4.2 to −0.8.
  const region = {own: own({n: 4000, value: 43}), country: compared("country", 45, {n: 20_000})};
  expect(difference({...region, region: undefined} as unknown as ProfileLine)).toBe("outside95");
  expect(difference({...region, own: own({n: 4000, value: 44})} as ProfileLine)).toBe("chance");
});

test("nothing is said of a difference without a value or without the country", () => {
  expect(differenceWords(line(hidden("hidden")))).toBe("–");
  expect(differenceWords(line(own(), {country: compared("country", null)}))).toBe("–");
});

test.each([
  ["hidden", "skjult, for få", "er skjult, fordi det handler om for få"],
  ["hidden_secondary", "skjult, beskytter andre tal", "er skjult for at beskytte andre tal"],
  ["incomplete", "ufuldstændigt", "kan ikke vises, da et register mangler eller ikke dækker perioden"],
  ["none", "ingen patienter", "findes ikke, for der var ingen patienter"]
] as const)("why nothing is shown: %s", (status, cell, clause) => {
  expect([whyMissing(hidden(status)), whyMissing(hidden(status), "clause")]).toEqual([cell, clause]);
});

test("a true zero of some patients is shown", () =>
  expect(whyMissing(own({value: 0, status: "none"}))).toBeUndefined());

test("where the place may be, and none for a hidden value", () => {
  expect(plain(placeWords(own({rank_low: 12, rank_high: 61, areas: 98})))).toBe("nr. 12 til 61 af 98");
  expect(plain(placeWords(own({rank_low: 1, rank_high: 1, areas: 5})))).toBe("nr. 1 af 5");
  expect(placeWords(hidden("hidden"))).toBe("–");
});

describe("new patients", () => {
  const incidence = (figure: OwnFigure) =>
    line({...figure, measure: "incidence"}, {country: compared("country", 1246.6), region: compared("1081", 1114)});
  const names = {name: "Ærø Kommune", regionName: "Region Syddanmark", years: 2};

  test("beside the region and the country", () => {
    expect(plain(newPatients(incidence(own({n: 1067, value: 1221.3, low: 723, high: 1930})), names))).toBe(
      "I 2023/24 havde 1.067 voksne fra Ærø Kommune deres første hospitalskontakt for rygsmerter i mindst 2 år: 1.221 pr. 100.000 borgere (95 %-interval 723–1.930) mod 1.114 i Region Syddanmark og 1.247 i hele landet."
    );
  });

  test("of a region, beside the country alone", () => {
    const region = {...incidence(own({n: 10, value: 100, low: null, high: null})), region: undefined};
    expect(newPatients(region, {name: "Region Syddanmark", years: 2})).toMatch(
      /: 100 pr\. 100\.000 borgere mod 1\.247 i hele landet\.$/
    );
  });

  test("hidden within a range", () => {
    const ranged = incidence(hidden("hidden", {n_least: 1, n_most: 4}));
    expect(newPatients(ranged, names)).toBe(
      "I 2023/24 havde mellem 1 og 4 voksne fra Ærø Kommune deres første hospitalskontakt for rygsmerter i mindst 2 år; tallet er skjult, fordi det handler om for få. Pr. 100.000 borgere var der 1.114 i Region Syddanmark og 1.247 i hele landet."
    );
  });

  test("hidden", () => {
    expect(newPatients({...incidence(hidden("hidden")), region: compared("1081", null)}, names)).toBe(
      "Tallet for nye patienter fra Ærø Kommune i 2023/24 er skjult, fordi det handler om for få. Pr. 100.000 borgere var der et skjult antal i Region Syddanmark og 1.247 i hele landet."
    );
  });
});

test("who had been seen before, shown and hidden", () => {
  const names = {name: "Fanø Kommune"};
  expect(plain(seenBefore(line(own({value: 55.6})), names))).toBe(
    "Inden kontakten havde 56 % af patienterne fra Fanø Kommune set en kiropraktor eller fysioterapeut mod 45 % i hele landet."
  );
  const ranged = hidden("hidden_secondary", {value_least: 27.7, value_most: 50});
  expect(plain(seenBefore(line(ranged), names))).toBe(
    "Inden kontakten havde mellem 27 og 50 % af patienterne fra Fanø Kommune set en kiropraktor eller fysioterapeut mod 45 % i hele landet."
  );
  expect(plain(seenBefore(line(hidden("hidden_secondary")), names))).toBe(
    "Andelen af patienter fra Fanø Kommune, der havde set en kiropraktor eller fysioterapeut inden kontakten, er skjult for at beskytte andre tal; den var 45 % i hele landet."
  );
});

describe("the differences from the country in short", () => {
  const [chance, outside, real] = [40, 56, 80].map((value) => line(own({n: 100, value})));

  test.each([
    [
      "all kinds",
      [chance, chance, outside, real],
      "På 1 af 4 viste indikatorer er forskellen fra landet større, end tilfældighed forklarer, når alle ses under ét: »Opereret« (80 % mod 45 %). Uden for 95 %-grænserne ligger 2; alene ved tilfældighed ventes højst 0,20."
    ],
    ["chance alone", [chance, line(hidden("hidden"))], "Én indikator vises; forskellen fra landet kan være tilfældig."],
    ["one alone", [real], "Én indikator vises; forskellen fra landet er større, end tilfældighed forklarer."],
    [
      "a region, beside the rest of the country",
      [
        {...chance!, region: undefined},
        {...chance!, region: undefined}
      ],
      "På ingen af 2 viste indikatorer er forskellen fra resten af landet større, end tilfældighed forklarer, når alle ses under ét. Uden for 95 %-grænserne ligger 0; alene ved tilfældighed ventes højst 0,10."
    ],
    [
      "more than two are not named",
      [real, real, real],
      "På 3 af 3 viste indikatorer er forskellen fra landet større, end tilfældighed forklarer, når alle ses under ét. Uden for 95 %-grænserne ligger 3; alene ved tilfældighed ventes højst 0,15."
    ],
    ["nothing shown", [line(hidden("hidden"))], "Ingen af indikatorerne kan sammenlignes med landet."]
  ])("%s", (_, lines, said) => expect(plain(differences(lines as ProfileLine[]))).toBe(said));
});
