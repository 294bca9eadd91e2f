import {describe, expect, test} from "vitest";
import {commonestPathways, mostDeparted} from "../../../src/components/sentences/pathways.js";

const row = (sequence: string, patients: number | null, percent: number | null) => ({
  sequence,
  patients,
  percent,
  departs: null
});

describe("the commonest sequences", () => {
  test("and what they come to", () => {
    expect(
      commonestPathways([row("physiotherapist | medicine mri", 60, 6), row("acute", 40, 4), row("surgery", null, null)])
    ).toBe(
      "Hyppigst er fysioterapeut | medicinsk afdeling → MR-skanning: 60 patienter (6,0\u00A0%). De 2 viste forløb har tilsammen 10,0\u00A0% af alle patienter."
    );
  });

  test("may be one contact and nothing more", () =>
    expect(commonestPathways([row("acute", 40, 4)])).toMatch(/^Hyppigst er akutmodtagelse og intet mere: 40/));

  test("are hidden when the first is", () =>
    expect(commonestPathways([row("acute", null, null)])).toBe("Hvor mange der har det hyppigste forløb, er skjult."));
});

describe("what most depart from", () => {
  const check = (label: string, percent: number | null) => ({
    label,
    verdict: "departs",
    percent,
    low: percent && percent - 1,
    high: percent && percent + 1,
    total: 100
  });

  test("and fewest", () => {
    expect(mostDeparted([check("Plan", 38), check("Skannet", 68), {...check("Plan", 62), verdict: "follows"}])).toBe(
      "Flest afviger fra »Skannet«: 68,0\u00A0% (95\u00A0%-interval 67,0–69,0\u00A0%), færrest fra »Plan«: 38,0\u00A0% (95\u00A0%-interval 37,0–39,0\u00A0%). Registrene ser ikke, om der var gode grunde."
    );
  });

  test("is hidden when every share is", () =>
    expect(mostDeparted([check("Plan", null)])).toBe("Hvor mange der følger reglerne, er skjult."));
});
