import {describe, expect, test} from "vitest";
import {ages, ageShares} from "../../../src/components/sentences/ages.js";

describe("ages", () => {
  const mean = (profession: string, mean: number | null) => ({
    profession,
    in_text: profession === "gp" ? "praktiserende læger" : profession,
    mean
  });

  test("oldest and youngest, with Danish decimals", () => {
    expect(ages([mean("gp", 51.26), mean("kiropraktorer", 44.2), mean("fysioterapeuter", 48)])).toBe(
      "Patienterne er ældst hos praktiserende læger (51,3 år i gennemsnit) og yngst hos kiropraktorer (44,2 år): en forskel på omkring 7 år."
    );
  });

  test("the pooled mean and hidden means are no profession's", () => {
    expect(ages([mean("all", 90), mean("gp", 50), mean("rygcenter", null), mean("kiropraktorer", 40)])).toContain(
      "yngst hos kiropraktorer (40,0 år): en forskel på omkring 10 år"
    );
  });

  test("equal means are said to be equal", () => {
    expect(ages([mean("gp", 50.01), mean("kiropraktorer", 50.02)])).toBe(
      "Patienterne er lige gamle hos alle faggrupper: 50,0 år i gennemsnit."
    );
  });

  test.each([[[]], [[mean("gp", 50)]], [[mean("gp", 50), mean("kiropraktorer", null)]]])(
    "too few to compare: %j",
    (rows) => {
      expect(ages(rows)).toBe("Der er ikke nok kendte aldre til at sammenligne faggrupperne.");
    }
  );
});

test("what the bars are shares of", () => {
  expect(ageShares).toMatch(/^Kvinder står til venstre og mænd til højre/);
});
