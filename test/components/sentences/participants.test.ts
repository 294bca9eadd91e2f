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

  test("those that chance does not explain when all are looked at together, and the largest of them", () => {
    const rows = [
      row("NSAID", 20, -1, 41),
      row("Rådgivning", 5, 1.25, 8.75),
      row("Opioider", -12.34, -19.5, -5.18),
      ...Array.from({length: 37}, (_, i) => row(`${i}`, 0, -1, 1))
    ];
    // R: qnorm(1 - .025 / 40) / qnorm(.975) = 1.6458; 12.34 ± 1.6458 · 7.16, and 5 − 1.6458 · 3.75 is below 0.
    expect(plain(changes(rows, professions))).toBe(
      "Større, end tilfældighed forklarer, når alle ses under ét, er 1 af 40 ændringer; størst af dem er »Opioider« hos kiropraktorer: −12,3 procentpoint (95 %-interval −24,1 til −0,6)."
    );
  });

  test("a limit at zero leaves nothing out", () => {
    expect(plain(changes([row("NSAID", 5, 0, 10), row("Opioider", -5, -10, 0)], professions))).toBe(
      "Større, end tilfældighed forklarer, når alle ses under ét, er ingen af 2 ændringer."
    );
  });

  test("changes without an interval are not counted among those judged", () => {
    const rows = [row("NSAID", 5, 1, 9), row("Opioider", 90), row("Skjult", null)];
    expect(plain(changes(rows, professions))).toBe(
      "Større, end tilfældighed forklarer, er 1 af 1 ændring; størst af dem er »NSAID« hos kiropraktorer: +5,0 procentpoint (95 %-interval +1,0 til +9,0)."
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
  const spread = {
    units: 42,
    observed_spread: 12.34,
    expected_spread: 6.17,
    chance_share: 25,
    chance_share_low: 15,
    chance_share_high: 40
  };

  test("how much of the variation it explains", () => {
    expect(plain(chance(spread, 40.04))).toBe(
      "De 42 deltageres andele spreder sig 12,3 procentpoint om faggruppens 40,0 %; alene ved tilfældighed ventes 6,2. " +
        "Tilfældighed forklarer omkring 25 % af variationen (95 %-interval 15–40 %)."
    );
  });

  test("all of it", () => {
    expect(plain(chance({...spread, chance_share: 70, chance_share_high: 100}, 40))).toMatch(
      /ventes 6,2\. Forskellene kan være tilfældige alene\.$/
    );
  });

  test("nothing to explain where nobody, or everybody, has the answer", () => {
    expect(chance({...spread, observed_spread: 0, expected_spread: 0, chance_share: null}, 0)).toBe(
      "Enten ingen eller alle registreringer har dette svar, så der er ingen variation at forklare."
    );
  });

  test("no row, or one participant", () => {
    for (const none of [undefined, {...spread, units: 1, observed_spread: null, expected_spread: null}]) {
      expect(chance(none, 40)).toBe("Variationen kan ikke beregnes for dette svar.");
    }
  });
});
