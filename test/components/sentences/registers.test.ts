import {describe, expect, test} from "vitest";
import type {AreaRow} from "../../../src/components/charts/areaDots.js";
import type {PeriodChange} from "../../../src/components/rows/periodChanges.js";
import {areaDifference} from "../../../src/components/sentences/areas.js";
import {ended, endedThere, flow} from "../../../src/components/sentences/patientFlow.js";
import {moreOrFewer, periodChange} from "../../../src/components/sentences/changes.js";
import {population} from "../../../src/components/sentences/population.js";
import {withInterval} from "../../../src/components/sentences/withInterval.js";
import {flowRow, flows, specialties} from "../charts/registers.js";

const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("periodChange", () => {
  const change = (key: string, rest: Partial<PeriodChange>): PeriodChange => ({
    key,
    label: key,
    unit: "percent",
    value: 10,
    before: 10,
    change: 0,
    low: -1,
    high: 1,
    status: "shown",
    ...rest
  });
  const patients = change("patients_total", {
    unit: "patients",
    value: 60143,
    before: 61849,
    change: -2.758,
    low: -3.845,
    high: -1.659
  });

  test("patients in whole numbers and percent, and that chance explains the rest", () => {
    expect(plain(periodChange([patients, change("a", {}), change("b", {})], "2023/24", "2022/23"))).toBe(
      "I 2023/24 er der 60.143 patienter i databasen, 1.706 færre end i 2022/23 (−2,8 %; 95 %-interval −3,8 til −1,7 %). " +
        "Større, end tilfældighed forklarer, når alle ses under ét, er ingen af 2 ændringer."
    );
  });

  test("the share that moved most of those that chance does not explain", () => {
    const shares = [
      change("Nakke", {change: 3, low: 2, high: 4}),
      change("Ryg", {change: -5, low: -7, high: -3}),
      change("Akut", {})
    ];
    expect(plain(periodChange([patients, ...shares], "2023/24", "2022/23"))).toContain(
      // R: qnorm(1 - .025 / 3) / qnorm(.975) = 1.2214
      "Større, end tilfældighed forklarer, når alle ses under ét, er 2 af 3 ændringer; størst af dem er andelen »Ryg«: −5,0 procentpoint (95 %-interval −7,4 til −2,6)."
    );
  });

  test("the first period, and numbers that are hidden", () => {
    expect(periodChange([{...patients, before: null, change: null}], "2021/22", undefined)).toMatch(
      /ingen tidligere periode/
    );
    expect(periodChange([{...patients, before: null, change: null}], "2022/23", "2021/22")).toMatch(
      /tallet for 2021\/22 vises ikke/
    );
    expect(periodChange([{...patients, value: null}], "2022/23", "2021/22")).toBe(
      "Antallet af patienter i 2022/23 vises ikke."
    );
    expect(periodChange([], "2022/23", "2021/22")).toBe("Antallet af patienter i 2022/23 vises ikke.");
  });

  test.each([
    [5, 3, "2 flere end i X"],
    [3, 5, "2 færre end i X"],
    [4, 4, "lige så mange som i X"]
  ])("%d against %d", (value, before, text) => {
    expect(moreOrFewer(value, before, "X")).toBe(text);
  });
});

describe("population", () => {
  const steps = (people: (number | null)[]) =>
    ["seen", "left_out_prevalent", "left_out_minor", "included"].map((step, i) => ({
      step,
      label: step,
      people: people[i]!
    }));

  test("who is in, and the commonest reason not to be", () => {
    expect(plain(population(steps([1000, 300, 10, 690]), "2023/24"))).toBe(
      "Af 1.000 personer, der blev set på et hospital med en rygdiagnose i 2023/24, er 690 (69,0 %) nye patienter i databasen. De fleste af dem, der ikke er med (300), havde også været set i årene før."
    );
  });

  test("nobody left out, nobody seen, and hidden numbers", () => {
    expect(population(steps([5, 0, 0, 5]), "P")).not.toContain("De fleste");
    expect(population(steps([0, 0, 0, 0]), "P")).toBe("Ingen er set med en rygdiagnose i P.");
    expect(population(steps([null, null, null, 7]), "P")).toBe("Hvor mange der er set i P, vises ikke.");
    expect(population([], "P")).toBe("Hvor mange der er set i P, vises ikke.");
  });
});

describe("flow", () => {
  test("who ends, who comes to the last contact, and the commonest way on", () => {
    expect(plain(flow(flows, specialties, 100))).toBe(
      "Af 100 patienter havde 50 (50,0 %) kun én kontakt inden for et år. 5 (5,0 %) nåede mindst 3 kontakter. Den hyppigste vej videre fra første kontakt er fra medicin til medicin: 30 (30,0 %)."
    );
  });

  test("nothing is summed over a hidden flow", () => {
    const hide = (...numbers: number[]) =>
      flows.map((row) =>
        numbers.includes(row.patients!) ? flowRow(row.contact_no, row.from_specialty, row.to_specialty, null) : row
      );
    expect(flow(hide(5), specialties, 100)).not.toContain("nåede");
    expect(plain(flow(hide(40), specialties, 100))).toMatch(/^Forløbet begynder med 100 patienter\./);
    expect(flow(flows, specialties, null)).toBe("Hvor mange patienter forløbet begynder med, er skjult.");
    expect(flow([], specialties, null)).toBe("Hvor mange patienter forløbet begynder med, er skjult.");
    expect(flow([], specialties, 0)).toBe("Ingen patienter ses her første gang.");
  });
});

test("of hidden flows with ranges it is said between what their sum lies", () => {
  const ranged = flows.map((row) =>
    row.patients === 40 ? {...row, patients: null, patients_least: 38, patients_most: 42} : row
  );
  expect(plain(flow(ranged, specialties, 100))).toMatch(
    /^Af 100 patienter havde mellem 48 og 52 \(48,0–52,0 %\) kun én kontakt inden for et år\. 5 /
  );
});

describe("ended", () => {
  const row = (start_specialty: string, percent: number | null, contact_no = 1) => ({
    start_specialty,
    contact_no,
    n: 1,
    total: 2,
    percent,
    low: percent && percent - 1,
    high: percent && percent + 1
  });

  test("all, then where most and fewest end after the first contact", () => {
    expect(plain(ended([row("all", 45), row("acute", 62), row("private", 33), row("acute", 99, 2)], specialties))).toBe(
      "Efter første kontakt stopper 45,0 % (95 %-interval 44,0–46,0 %) af alle. Flest gør det, når første kontakt er akut: 62,0 % (95 %-interval 61,0–63,0 %), " +
        "færrest ved privathospital: 33,0 % (95 %-interval 32,0–34,0 %). Forskellen er 29,0 procentpoint (95 %-interval 27,6 til 30,4)."
    );
  });

  test("one start only, and hidden shares", () => {
    expect(plain(ended([row("all", 45), row("private", 45)], specialties))).toBe(
      "Efter første kontakt stopper 45,0 % (95 %-interval 44,0–46,0 %) af alle."
    );
    expect(ended([row("all", null)], specialties)).toBe("Der er ikke nok tal til at vise, hvor mange der stopper.");
  });

  test("a hidden start may be higher or lower", () => {
    const hidden = {...row("surgery", null), status: "hidden", percent_least: 20, percent_most: 40};
    expect(ended([row("acute", 62), row("private", 33), hidden], specialties)).toMatch(
      /^Af de viste gør flest det, når første kontakt er akut/
    );
  });

  test("a region beside the rest of the country", () => {
    const of = (start: string, n: number, total: number) => ({...row(start, (100 * n) / total), n, total});
    // The rest is 1,900 of 4,000. R: Newcombe's limits of 0.41 − 0.475 are −0.0914 and −0.0383.
    expect(
      plain(
        endedThere([of("all", 2720, 6000), of("1084", 820, 2000), row("1084", 60, 2)], "1084", "i Region Hovedstaden")
      )
    ).toBe(
      "Efter første kontakt stopper 41,0 % (95 %-interval 40,0–42,0 %) i Region Hovedstaden mod 47,5 % i resten af landet. Forskellen er 6,5 procentpoint (95 %-interval 3,8 til 9,1)."
    );
    expect(plain(endedThere([row("all", 45), row("1084", null)], "1084", "i Region Hovedstaden"))).toBe(
      "Efter første kontakt stopper 45,0 % (95 %-interval 44,0–46,0 %) i hele landet; hvor mange i Region Hovedstaden, er skjult."
    );
    expect(endedThere([row("all", null)], "1084", "i Region Hovedstaden")).toBe(
      "Der er ikke nok tal til at vise, hvor mange der stopper."
    );
  });
});

describe("areaDifference", () => {
  const areas = {"1083": "Region Syddanmark", "1082": "Region Midtjylland"};
  const row = (area: string, group: string, value: number | null, half = 1): AreaRow => ({
    area,
    label: area,
    group,
    value,
    low: value && value - half,
    high: value && value + half,
    valueText: ""
  });
  const say = ({value, low, high}: AreaRow) => withInterval({percent: value, low, high});

  test("the group where the regions part most; the country and other areas are passed over", () => {
    const rows = [
      row("country", "Rygsmerter", 99),
      row("1083", "Rygsmerter", 67),
      row("1082", "Rygsmerter", 41),
      row("1083", "Spondylose", 4),
      row("1082", "Spondylose", 12)
    ];
    expect(plain(areaDifference(rows, areas, say))).toBe(
      "Størst forskel er der for »Rygsmerter«: 67,0 % (95 %-interval 66,0–68,0 %) i Region Syddanmark mod 41,0 % (95 %-interval 40,0–42,0 %) i Region Midtjylland. Forskellen er 26,0 procentpoint (95 %-interval 24,4 til 27,6, som gælder for alle 2 sammenligninger)."
    );
  });

  test("a single group is described by its highest and lowest", () => {
    expect(plain(areaDifference([row("1083", "", 5, 3), row("1082", "", 4, 3)], areas, say))).toMatch(
      /^Tallet er højest i Region Syddanmark: 5,0 % .* og lavest i Region Midtjylland: 4,0 % .* Forskellen, 1,0 procentpoint .*, kan være tilfældig\.$/
    );
  });

  test("a hidden region may lie outside", () => {
    const rows = [row("1083", "", 5), row("1082", "", 4), {...row("1081", "", null), range: {least: 3, most: 9}}];
    expect(areaDifference(rows, {...areas, "1081": "Region Nordjylland"}, say)).toMatch(
      /^Tallet er blandt de viste højest i Region Syddanmark/
    );
  });

  test("too few to compare, and no difference", () => {
    expect(areaDifference([row("1083", "", 5), row("1082", "", null)], areas, say)).toBe(
      "Der er ikke nok tal til at sammenligne regionerne."
    );
    expect(areaDifference([row("1083", "", 5), row("1082", "", 5)], areas, say)).toBe(
      "Tallene er de samme i alle regioner."
    );
  });
});
