import {describe, expect, test} from "vitest";
import type {PopulationRow} from "../../../src/components/rows/populationRows.js";
import {fromPopulation} from "../../../src/components/sentences/population.js";
import {triadSentence} from "../../../src/components/sentences/triad.js";
import type {TriadRow} from "../../../src/components/rows/triadRows.js";

const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("fromPopulation", () => {
  const rows: PopulationRow[] = [
    {id: "pain_year", label: "", low: 401_377, high: 401_377, note: ""},
    {id: "treatment", label: "", low: 133_659, high: 133_659, note: ""},
    {id: "hospital", label: "", low: 12_541, high: 12_541, counted: {value: 16_035, status: "shown"}, note: ""},
    {id: "operated", label: "", low: null, high: null, counted: {value: 2027, status: "shown"}, note: ""}
  ];
  const about = {adults: 1_003_442, where: "Region Syddanmark", period: "2023/24"};

  test("expected beside counted", () => {
    expect(plain(fromPopulation(rows, about))).toBe(
      "I Region Syddanmark bor der 1.003.442 voksne. Efter de trykte andele får ca. 400.000 af dem ondt i ryggen i løbet af et år, og ca. 130.000 søger behandling. " +
        "I sekundærsektoren ventes ca. 13.000 patienter om året; registrene har 16.035 nye i 2023/24. Opereret inden for et år blev 2.027."
    );
  });

  test("hidden counts, and an area nobody has counted", () => {
    const hidden = rows.map((row) => (row.counted ? {...row, counted: {value: null, status: "hidden" as const}} : row));
    expect(fromPopulation(hidden, about)).toMatch(
      /registrenes tal for 2023\/24 er skjult, fordi det handler om for få\.$/
    );
    expect(fromPopulation(rows, {...about, adults: null})).toBe(
      "Hvor mange der bor i Region Syddanmark, kendes ikke, så ingen tal kan beregnes."
    );
  });
});

describe("triadSentence", () => {
  const row = (part: string, by: string, rest: Partial<TriadRow>): TriadRow => ({
    in: part,
    part,
    by,
    label: by,
    ref: by,
    n: null,
    total: null,
    percent: null,
    low: null,
    high: null,
    status: "shown",
    ...rest
  });
  const root = "nerve_root";
  const unspecific = "unspecific";
  const rows = [
    row(unspecific, "printed", {low: 80, high: 85}),
    row(unspecific, "registers", {percent: 67, low: 66, high: 68}),
    row(root, "printed", {low: 5, high: 10}),
    row(root, "gp", {percent: 20}),
    row(root, "spine_centre", {percent: 45}),
    row(root, "chiropractor", {status: "hidden"})
  ];
  const who = (id: string) => `gruppen ${id}`;

  test("the lowest and highest of the professions, and the registers' code", () => {
    expect(plain(triadSentence(rows, who, "landets hospitaler"))).toBe(
      "Diasene venter nerverodspåvirkning hos 5–10 %; i auditten er der mistanke om rodtryk ved 20,0 % af konsultationerne hos gruppen gp og 45,0 % hos gruppen spine_centre. " +
        "Uspecifikke smerter ventes hos 80–85 %; på landets hospitaler er 67,0 % (95 %-interval 66,0–68,0 %) af patienterne kodet som rygsmerter."
    );
  });

  test("hidden codes, and nothing to compare", () => {
    expect(
      triadSentence(
        rows.map((one) => (one.by === "registers" ? {...one, percent: null} : one)),
        who,
        "x"
      )
    ).toContain("er skjult");
    expect(triadSentence([], who, "x")).toBe("Der er ikke tal nok til at sammenligne med de trykte andele.");
  });
});
