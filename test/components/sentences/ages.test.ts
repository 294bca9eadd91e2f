import {describe, expect, test} from "vitest";
import {ages, men} from "../../../src/components/sentences/ages.js";

const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("ages", () => {
  const mean = (profession: string, mean: number | null) => ({profession, in_text: profession === "gp" ? "praktiserende læger" : profession, mean});

  test("oldest and youngest, with Danish decimals", () => {
    expect(ages([mean("gp", 51.26), mean("kiropraktorer", 44.2), mean("fysioterapeuter", 48)])).toBe(
      "Patienterne er ældst hos praktiserende læger (51,3 år i gennemsnit) og yngst hos kiropraktorer (44,2 år): en forskel på 7,1 år."
    );
  });

  test("the pooled mean and hidden means are no profession's", () => {
    expect(ages([mean("all", 90), mean("gp", 50), mean("rygcenter", null), mean("kiropraktorer", 40)])).toContain("yngst hos kiropraktorer (40,0 år): en forskel på 10,0 år");
  });

  test("equal means are said to be equal", () => {
    expect(ages([mean("gp", 50.01), mean("kiropraktorer", 50.02)])).toBe("Patienterne er lige gamle hos alle faggrupper: 50,0 år i gennemsnit.");
  });

  test.each([[[]], [[mean("gp", 50)]], [[mean("gp", 50), mean("kiropraktorer", null)]]])("too few to compare: %j", (rows) => {
    expect(ages(rows)).toBe("Der er ikke nok kendte aldre til at sammenligne faggrupperne.");
  });
});

describe("men", () => {
  test("each profession's share; a hidden one is passed over", () => {
    const rows = [{in_text: "praktiserende læger", percent: 45.04}, {in_text: "rygcenter", percent: null}, {in_text: "kiropraktorer", percent: 0}];
    expect(plain(men(rows))).toBe("Mænd udgør 45,0 % hos praktiserende læger, 0,0 % hos kiropraktorer.");
  });

  test("none shown", () => {
    expect(men([])).toBe("Andelen af mænd er skjult.");
    expect(men([{in_text: "praktiserende læger", percent: null}])).toBe("Andelen af mænd er skjult.");
  });
});
