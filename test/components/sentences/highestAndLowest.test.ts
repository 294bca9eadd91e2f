import {expect, test} from "vitest";
import {commonestBands} from "../../../src/components/sentences/registrations.js";
import {highestAndLowest} from "../../../src/components/sentences/comparisons.js";

const plain = (text: string) => text.replaceAll("\u00A0", " ");
const professions = [
  {id: "gp", inText: "praktiserende læger"},
  {id: "chiropractor", inText: "kiropraktorer"}
];
const row = (profession: string, percent: number | null, low: number | null = null, high: number | null = null) => ({
  profession,
  percent,
  low,
  high
});

test("highest and lowest, with their intervals", () => {
  expect(
    plain(
      highestAndLowest(
        "Andelen af mænd",
        [row("gp", 42.9, 36.8, 49.3), row("chiropractor", 51.2, 49.7, 52.7)],
        professions
      )
    )
  ).toBe(
    "Andelen af mænd er størst hos kiropraktorer: 51,2 % (95 %-interval 49,7–52,7 %) og mindst hos praktiserende læger: 42,9 % (95 %-interval 36,8–49,3 %). Forskellen er 8,3 procentpoint (95 %-interval 1,7 til 14,6)."
  );
});

test("a hidden share may be higher or lower", () => {
  const rows = [row("gp", 42.9, 36.8, 49.3), row("chiropractor", 51.2, 49.7, 52.7)];
  expect(highestAndLowest("Andelen", [...rows, {...row("spine", null), status: "hidden"}], professions)).toMatch(
    /^Andelen er blandt de viste størst hos kiropraktorer/
  );
});

test("nothing to compare, and no difference", () => {
  expect(highestAndLowest("Andelen", [row("gp", 40), row("chiropractor", null)], professions)).toBe(
    "Der er ikke nok tal til at sammenligne faggrupperne."
  );
  expect(plain(highestAndLowest("Andelen", [row("gp", 40.01), row("chiropractor", 40.02)], professions))).toBe(
    "Andelen er den samme hos alle faggrupper: 40,0 %."
  );
});

test("the commonest band of each profession", () => {
  const of = (profession: string, registrations_band: string | null) => ({profession, registrations_band});
  expect(
    commonestBands(
      [of("gp", "5-9"), of("gp", "5-9"), of("gp", "3-4"), of("gp", null), of("chiropractor", "50+")],
      professions
    )
  ).toBe(
    "Registreringer pr. deltager: praktiserende læger har oftest 5–9 (2 af 3), og kiropraktorer har oftest 50+ (1 af 1)."
  );
  expect(commonestBands([of("gp", null)], professions)).toBe(
    "Ingen deltagere har registreringer nok til at blive vist."
  );
});
