import {describe, expect, test} from "vitest";
import type {EarlierRow} from "../../../src/components/rows/mirrorRows.js";
import {acrossSay, thenAndNowSay} from "../../../src/components/sentences/mirror.js";

const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("acrossSay", () => {
  const professions = [
    {id: "gp", inText: "praktiserende læger"},
    {id: "chiropractor", inText: "kiropraktorer"}
  ];
  const regions = {"1083": "Region Syddanmark", "1084": "Region Hovedstaden"};
  const limits = (percent: number | null, half: number) => ({
    percent,
    low: percent && percent - half,
    high: percent && percent + half,
    n: 1,
    total: 2,
    status: percent === null ? ("hidden" as const) : ("shown" as const)
  });
  const answer = (profession: string, percent: number | null, half = 3) => ({
    profession,
    answer: "referrals.mri",
    label: "Henvist",
    ...limits(percent, half)
  });
  const share = (area: string, percent: number | null, half = 1) => ({
    label: "MR-scannet",
    area,
    ...limits(percent, half)
  });
  const say = (...[answers, shares]: [Parameters<typeof acrossSay>[0], Parameters<typeof acrossSay>[1]]) =>
    plain(acrossSay(answers, shares, professions, regions));

  test("the largest difference of each source, the country passed over, with limits for the comparisons of both", () => {
    // Bonferroni for two: limits are 2.2414 / 1.9600 = 1.1436 times as wide. √(2 · (3 · 1.1436)²) = 4.85, √(2 ·
    // 1.1436²) = 1.62.
    expect(
      say([answer("gp", 12), answer("chiropractor", 30)], [share("1083", 36), share("1084", 40), share("country", 80)])
    ).toBe(
      "I auditten er forskellen mellem faggrupperne størst for »Henvist«: 30,0 % (95 %-interval 27,0–33,0 %) hos kiropraktorer mod 12,0 % (95 %-interval 9,0–15,0 %) hos praktiserende læger. Forskellen er 18,0 procentpoint (95 %-interval 13,1 til 22,9, som gælder for alle 2 sammenligninger). " +
        "I registrene er forskellen mellem regionerne størst for »MR-scannet«: 40,0 % (95 %-interval 39,0–41,0 %) i Region Hovedstaden mod 36,0 % (95 %-interval 35,0–37,0 %) i Region Syddanmark. Forskellen er 4,0 procentpoint (95 %-interval 2,4 til 5,6, som gælder for alle 2 sammenligninger)."
    );
  });

  test("a hidden region that could be further off is not ruled out", () => {
    const three = {...regions, "1081": "Region Nordjylland"};
    const hidden = {...share("1081", null), percent_least: 41, percent_most: 45};
    const said = plain(acrossSay([], [share("1083", 36), share("1084", 40), hidden], professions, three));
    expect(said).toContain("I registrene er den viste forskel mellem regionerne størst for");
    const within = {...hidden, percent_least: 37, percent_most: 39};
    expect(plain(acrossSay([], [share("1083", 36), share("1084", 40), within], professions, three))).toContain(
      "I registrene er forskellen mellem regionerne størst for"
    );
  });

  test("alike, and nothing to compare", () => {
    expect(say([answer("gp", 12), answer("chiropractor", 12)], [share("1083", 36)])).toBe(
      "I auditten er faggruppernes andele de samme. I registrene er der ikke tal nok til at sammenligne regionerne."
    );
    expect(say([answer("gp", null)], [])).toBe(
      "I auditten er der ikke tal nok til at sammenligne faggrupperne. I registrene er der ikke tal nok til at sammenligne regionerne."
    );
  });
});

describe("thenAndNowSay", () => {
  const row = (label: string, before: number, percent: number | null, half: number | null): EarlierRow => ({
    statement: "S",
    label,
    before,
    percent,
    low: half === null ? null : percent! - half,
    high: half === null ? null : percent! + half,
    n: 1,
    total: 2,
    status: "shown",
    same: "yes",
    why: ""
  });

  test("what has moved most, and whether chance explains it", () => {
    expect(plain(thenAndNowSay([row("Kiropraktor", 12, 9, 2), row("MR", 11, 20, 3)]))).toBe(
      "Størst forskel er der for »MR«: 11 % i 2011, nu 20,0 % (95 %-interval 17,0–23,0 %), altså mere."
    );
    expect(plain(thenAndNowSay([row("MR", 11, 9, 3)]))).toBe(
      "Størst forskel er der for »MR«: 11 % i 2011, nu 9,0 % (95 %-interval 6,0–12,0 %), altså mindre, men det kan være tilfældigt."
    );
  });

  test("nothing to compare", () => {
    expect(plain(thenAndNowSay([row("MR", 11, null, null)]))).toBe("»MR«: 11 % i 2011; det nye tal er skjult.");
    expect(thenAndNowSay([])).toBe("Ingen af tallene fra 2011 kan sammenlignes med nye.");
  });
});
