import {describe, expect, test} from "vitest";
import type {AnswerRow} from "../../../src/components/charts/answerRow.js";
import {largestDifference, largestPair, type PairedDifference} from "../../../src/components/sentences/comparisons.js";

// A number and its unit are joined by a no-break space.
const plain = (text: string) => text.replaceAll("\u00A0", " ");
const professions = [
  {id: "gp", inText: "praktiserende læger"},
  {id: "chiropractor", inText: "kiropraktorer"},
  {id: "spine_centre", inText: "Rygcenter Syddanmark"}
];
const labels: Record<string, string> = {nsaid: "NSAID", advice: "Rådgivning"};

function row(
  profession: string,
  answer: string,
  percent: number | null,
  low: number | null = null,
  high: number | null = null
): AnswerRow {
  return {
    profession,
    answer: `actions.${answer}`,
    label: labels[answer]!,
    percent,
    low,
    high,
    status: percent === null ? "hidden" : "shown"
  };
}

describe("largestDifference", () => {
  const say = (rows: AnswerRow[]) => plain(largestDifference(rows, professions));

  test("the answer that parts most, the highest share first, its intervals apart", () => {
    const rows = [
      row("gp", "nsaid", 30, 25, 35.5),
      row("chiropractor", "nsaid", 28, 20, 36),
      row("gp", "advice", 40.04, 35, 45),
      row("chiropractor", "advice", 80, 75.25, 84),
      row("spine_centre", "advice", 60, 50, 70)
    ];
    expect(say(rows)).toBe(
      "Størst forskel er der for »Rådgivning«: 80,0 % (95 %-interval 75,3–84,0 %) hos kiropraktorer mod " +
        "40,0 % (95 %-interval 35,0–45,0 %) hos praktiserende læger. " +
        // Four comparisons: arms qnorm(1 - .025 / 4) / qnorm(.975) = 1.2744 times as long, √(4.75² + 4.96²) and
        // √(4² + 5.04²) together.
        "Forskellen er 40,0 procentpoint (95 %-interval 31,2 til 48,2, som gælder for alle 4 sammenligninger)."
    );
  });

  test("a difference that chance explains, and the one that is surest", () => {
    const rows = [
      row("gp", "nsaid", 40, 20, 60),
      row("chiropractor", "nsaid", 55, 40, 70),
      row("gp", "advice", 10, 9, 11),
      row("chiropractor", "advice", 20, 19, 21)
    ];
    expect(say(rows)).toMatch(
      /^Størst forskel er der for »NSAID«: .* Forskellen, 15,0 procentpoint \(.*\), kan være tilfældig\. Sikrest er forskellen for »Rådgivning«: 20,0 % .* 10,0 procentpoint \(95 %-interval 8,4 til 11,6, som gælder for alle 2 sammenligninger\)\.$/
    );
  });

  test("limits rest on the participants of each profession", () => {
    const rows = [
      row("gp", "nsaid", 20, 10, 30),
      row("chiropractor", "nsaid", 45, 35, 55),
      row("gp", "advice", 1, 0, 2)
    ];
    const few = professions.map((form) => ({...form, participants: 5}));
    // R: qt(1 - .025 / 2, 4) / qt(.975, 4) = 1.2590, with qnorm 1.1436.
    expect(plain(largestDifference([...rows, row("chiropractor", "advice", 1, 0, 2)], few))).toMatch(
      /25,0 procentpoint \(95 %-interval 7,2 til 42,8/
    );
    expect(say([...rows, row("chiropractor", "advice", 1, 0, 2)])).toMatch(
      /25,0 procentpoint \(95 %-interval 8,8 til 41,2/
    );
  });

  test.each([
    ["that may be larger", {percent_least: 0, percent_most: 30}, "Størst forskel blandt de viste tal er der for"],
    ["without a range", {}, "Størst forskel blandt de viste tal er der for"],
    ["that cannot be larger", {percent_least: 12, percent_most: 18}, "Størst forskel er der for"]
  ])("a hidden share %s", (_, range, start) => {
    const rows = [
      row("gp", "nsaid", 10, 5, 20),
      row("chiropractor", "nsaid", 20, 10, 30),
      {...row("spine_centre", "nsaid", null), ...range}
    ];
    expect(say(rows)).toMatch(new RegExp(`^${start}`));
  });

  test("of equal differences, the first answer", () => {
    const rows = [
      row("gp", "nsaid", 10),
      row("chiropractor", "nsaid", 20),
      row("gp", "advice", 30),
      row("chiropractor", "advice", 40)
    ];
    expect(say(rows)).toContain("»NSAID«");
  });

  test("without an interval nothing is said of chance", () => {
    expect(say([row("gp", "nsaid", 10), row("chiropractor", "nsaid", 20, 10, 30)])).toBe(
      "Størst forskel er der for »NSAID«: 20,0 % (95 %-interval 10,0–30,0 %) hos kiropraktorer mod 10,0 % (uden interval) hos praktiserende læger. " +
        "Forskellen er 10,0 procentpoint; om den er tilfældig, kan ikke beregnes."
    );
  });

  test("hidden rows are passed over", () => {
    const rows = [
      row("gp", "nsaid", 10, 5, 20),
      row("spine_centre", "nsaid", null),
      row("chiropractor", "nsaid", 12, 5, 20)
    ];
    expect(say(rows)).toContain("hos kiropraktorer mod 10,0 %");
  });

  test("no difference is said to be none", () => {
    const rows = [row("gp", "nsaid", 0, 0, 4), row("chiropractor", "nsaid", 0, 0, 1)];
    expect(say(rows)).toBe("Faggruppernes andele er de samme for alle svar.");
    expect(say([row("gp", "nsaid", 10.01, 1, 20), row("chiropractor", "nsaid", 10.02, 1, 20)])).toBe(
      "Faggruppernes andele er de samme for alle svar."
    );
    expect(say([...rows, row("spine_centre", "nsaid", null)])).toBe(
      "Faggruppernes viste andele er de samme for alle svar."
    );
  });

  test.each([
    ["no rows", []],
    ["one row", [row("gp", "nsaid", 10, 5, 20)]],
    ["answers of one form each", [row("gp", "nsaid", 10, 5, 20), row("chiropractor", "advice", 60, 50, 70)]],
    ["all but one hidden", [row("gp", "nsaid", 10, 5, 20), row("chiropractor", "nsaid", null)]]
  ])("%s: nothing to compare", (_, rows) => {
    expect(say(rows)).toBe("Der er ikke nok tal til at sammenligne faggrupperne.");
  });

  test("a profession without words goes by its id", () => {
    expect(say([row("gp", "nsaid", 10), row("nurse", "nsaid", 20)])).toContain("hos nurse mod");
  });
});

describe("largestPair", () => {
  const pair = (
    profession: string,
    answer: string,
    [percent, percent_others]: [number, number],
    [low, high]: [number, number] | [] = []
  ): PairedDifference => ({
    profession,
    label: labels[answer]!,
    percent,
    percent_others,
    difference: percent - percent_others,
    low: low ?? null,
    high: high ?? null,
    status: "shown"
  });
  const hidden: PairedDifference = {
    ...pair("gp", "nsaid", [0, 0]),
    percent: null,
    percent_others: null,
    difference: null,
    status: "hidden"
  };
  const say = (rows: PairedDifference[]) =>
    plain(largestPair(rows, professions, ["ved første konsultation", "ved de øvrige"]));

  test("the pair that parts most, its limits widened for both differences and turned", () => {
    const rows = [pair("gp", "nsaid", [30, 25], [-1, 11]), pair("chiropractor", "advice", [40, 70], [-36, -24])];
    // R: qnorm(1 - .025 / 2) / qnorm(.975) = 1.1436; 6 · 1.1436 = 6.86
    expect(say(rows)).toBe(
      "Størst forskel er der hos kiropraktorer for »Rådgivning«: 40,0 % ved første konsultation mod 70,0 % ved de øvrige. " +
        "Forskellen er 30,0 procentpoint (95 %-interval 23,1 til 36,9, som gælder for alle 2 sammenligninger)."
    );
  });

  test("a difference that chance explains, and the one that is surest", () => {
    const rows = [pair("gp", "nsaid", [30, 10], [-5, 45]), pair("gp", "advice", [30, 20], [7, 13])];
    expect(say(rows)).toMatch(
      /»NSAID«: .* kan være tilfældig\. Sikrest er forskellen hos praktiserende læger for »Rådgivning«: 30,0 % ved første konsultation mod 20,0 % ved de øvrige: 10,0 procentpoint/
    );
  });

  test("limits of a share's difference end at 100 percentage points", () => {
    expect(say([pair("gp", "nsaid", [97, 0], [92, 99]), pair("gp", "advice", [97, 0], [90, 99.9])])).toMatch(
      /95 %-interval 91,3 til 99,3, som/
    );
    expect(say([pair("gp", "nsaid", [97.5, 0], [92, 99.9]), pair("gp", "advice", [1, 0], [0, 2])])).toMatch(
      /95 %-interval 91,2 til 100,0, som/
    );
  });

  test("without limits nothing is said of chance", () => {
    expect(say([pair("gp", "nsaid", [10, 20])])).toMatch(/om den er tilfældig, kan ikke beregnes\.$/);
  });

  test("what is hidden may differ more", () => {
    expect(say([hidden, pair("gp", "advice", [10, 12], [-5, 1])])).toMatch(
      /^Størst forskel blandt de viste tal er der hos praktiserende læger for »Rådgivning«/
    );
  });

  test("no rows, and no difference", () => {
    expect(say([])).toBe("Der er ikke nok tal til at sammenligne.");
    expect(say([hidden])).toBe("Der er ikke nok tal til at sammenligne.");
    expect(say([pair("gp", "nsaid", [10, 10], [-5, 5])])).toBe(
      "Andelene er de samme ved første konsultation og ved de øvrige."
    );
  });

  test("of equal differences, the first pair", () => {
    expect(say([pair("gp", "nsaid", [10, 20]), pair("gp", "advice", [20, 10])])).toContain("»NSAID«");
  });
});
