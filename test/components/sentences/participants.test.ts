import {describe, expect, test} from "vitest";
import type {RoundChangeRow} from "../../../src/components/charts/roundChange.js";
import {chance} from "../../../src/components/sentences/participants.js";
import {changes} from "../../../src/components/sentences/changes.js";
import {registrations} from "../../../src/components/sentences/registrations.js";

const plain = (text: string) => text.replaceAll("\u00A0", " ");
const professions = [
  {id: "gp", inText: "praktiserende læger"},
  {id: "chiropractor", inText: "kiropraktorer"}
];

describe("registrations", () => {
  const of = (...bands: [profession: string, band: string | null, times?: number][]) =>
    bands.flatMap(([profession, registrations_band, times = 1]) =>
      Array.from({length: times}, () => ({profession, registrations_band}))
    );

  test("few and many, and who has most", () => {
    const rows = of(
      ["gp", "3-4", 3],
      ["gp", "5-9", 2],
      ["gp", "10-19"],
      ["gp", "50+"],
      ["chiropractor", "20-49", 1100],
      ["chiropractor", "50+", 4]
    );
    expect(registrations(rows, professions)).toBe(
      "Af 1.111 deltagere har 5 færre end 10 registreringer og 5 mindst 50; blandt dem med mindst 50 er 4 kiropraktorer."
    );
  });

  test("whoever is hidden for having fewer than three has fewer than ten", () => {
    expect(registrations(of(["gp", null, 2], ["gp", "5-9"], ["gp", "10-19"]), professions)).toBe(
      "Af 4 deltagere har 3 færre end 10 registreringer og 0 mindst 50."
    );
  });

  test("of equals, the first profession of the code book", () => {
    expect(registrations(of(["chiropractor", "50+"], ["gp", "50+"]), professions)).toContain(
      "er 1 praktiserende læger."
    );
  });

  test("one participant", () => {
    expect(registrations(of(["gp", "10-19"]), professions)).toBe(
      "Af 1 deltager har 0 færre end 10 registreringer og 0 mindst 50."
    );
  });

  test("nobody, or nobody shown", () => {
    for (const rows of [[], of(["gp", null, 3])])
      expect(registrations(rows, professions)).toBe("Ingen deltagere har registreringer nok til at blive vist.");
  });
});

describe("changes", () => {
  const row = (
    label: string,
    change: number | null,
    low: number | null = null,
    high: number | null = null
  ): RoundChangeRow => ({
    profession: "chiropractor",
    answer: label,
    label,
    change,
    low,
    high
  });

  test("the largest whose interval leaves out none, of how many", () => {
    const rows = [
      row("NSAID", 20, -1, 41),
      row("Rådgivning", 5, 1.25, 8.75),
      row("Opioider", -12.34, -20, -4.5),
      ...Array.from({length: 37}, (_, i) => row(`${i}`, 0, -1, 1))
    ];
    expect(plain(changes(rows, professions))).toBe(
      "Den største ændring, hvis interval ikke rummer nul, er »Opioider« hos kiropraktorer: −12,3 procentpoint (95 %-interval −20,0 til −4,5). " +
        "2 intervaller ligger helt på den ene side af nul. Af 40 intervaller ventes omkring 2 at gøre det, selv om intet har ændret sig."
    );
  });

  test("a limit at zero leaves nothing out", () => {
    expect(plain(changes([row("NSAID", 5, 0, 10), row("Opioider", -5, -10, 0)], professions))).toBe(
      "Alle 95 %-intervaller rummer nul, så ingen ændring er sikker."
    );
  });

  test("changes without an interval are not counted among those judged", () => {
    const rows = [row("NSAID", 5, 1, 9), row("Opioider", 90), row("Skjult", null)];
    expect(plain(changes(rows, professions))).toMatch(
      /»NSAID« hos kiropraktorer: \+5,0 procentpoint .* Ét interval ligger .* Af 1 interval ventes/
    );
  });

  test("of equal changes, the first", () => {
    expect(changes([row("NSAID", -5, -9, -1), row("Opioider", 5, 1, 9)], professions)).toContain("»NSAID«");
  });

  test("nothing to judge", () => {
    for (const rows of [[], [row("NSAID", 5)], [row("NSAID", null)]])
      expect(changes(rows, professions)).toBe("Der er ikke nok tal til at vurdere nogen ændring.");
  });
});

describe("chance", () => {
  const spread = {units: 42, observed_spread: 12.34, expected_spread: 6.17, chance_share: 25};

  test("how much of the variation it explains", () => {
    expect(plain(chance(spread, 40.04))).toBe(
      "De 42 deltageres andele spreder sig 12,3 procentpoint om faggruppens 40,0 %; alene ved tilfældighed ventes 6,2. " +
        "Tilfældighed forklarer omkring 25 % af variationen."
    );
  });

  test("all of it", () => {
    expect(plain(chance({...spread, observed_spread: 5, expected_spread: 6, chance_share: 100}, 40))).toMatch(
      /ventes 6,0\. Hele variationen kan være tilfældig\.$/
    );
  });

  test("nothing to explain where nobody, or everybody, has the answer", () => {
    expect(chance({units: 42, observed_spread: 0, expected_spread: 0, chance_share: null}, 0)).toBe(
      "Enten ingen eller alle registreringer har dette svar, så der er ingen variation at forklare."
    );
  });

  test("no row, or one participant", () => {
    for (const none of [undefined, {units: 1, observed_spread: null, expected_spread: null, chance_share: null}]) {
      expect(chance(none, 40)).toBe("Variationen kan ikke beregnes for dette svar.");
    }
  });
});
