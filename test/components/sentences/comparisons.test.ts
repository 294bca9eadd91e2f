import {describe, expect, test} from "vitest";
import type {AnswerRow} from "../../../src/components/charts/answerRow.js";
import {largestDifference, largestPair} from "../../../src/components/sentences/comparisons.js";

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
        "40,0 % (95 %-interval 35,0–45,0 %) hos praktiserende læger. Intervallerne overlapper ikke."
    );
  });

  test.each([
    [45, "Intervallerne overlapper, så de afgør ikke, om forskellen er tilfældig."],
    [45.01, "Intervallerne overlapper ikke."]
  ])("intervals that only touch overlap (%f)", (low, end) => {
    expect(say([row("gp", "nsaid", 40, 35, 45), row("chiropractor", "nsaid", 50, low, 55)])).toMatch(
      new RegExp(`${end.replace(".", "\\.")}$`)
    );
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

  test("without an interval there is none to compare", () => {
    expect(say([row("gp", "nsaid", 10), row("chiropractor", "nsaid", 20, 10, 30)])).toBe(
      "Størst forskel er der for »NSAID«: 20,0 % (95 %-interval 10,0–30,0 %) hos kiropraktorer mod 10,0 % (uden interval) hos praktiserende læger."
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
  type Pair = AnswerRow & {consultation: string};
  const at = (consultation: string, own: AnswerRow): Pair => ({...own, consultation});
  const say = (rows: Pair[]) =>
    plain(
      largestPair(rows, professions, "consultation", ["first", "later"], ["ved første konsultation", "ved senere"])
    );

  test("the pair that parts most, sides in their order", () => {
    const rows = [
      at("first", row("gp", "nsaid", 30, 25, 35)),
      at("later", row("gp", "nsaid", 25, 20, 30)),
      at("later", row("chiropractor", "advice", 70, 60.5, 80)),
      at("first", row("chiropractor", "advice", 40, 35, 45))
    ];
    expect(say(rows)).toBe(
      "Størst forskel er der hos kiropraktorer for »Rådgivning«: 40,0 % (95 %-interval 35,0–45,0 %) ved første konsultation mod " +
        "70,0 % (95 %-interval 60,5–80,0 %) ved senere. Intervallerne overlapper ikke."
    );
  });

  test("intervals that overlap, from either side", () => {
    for (const [first, later] of [
      [row("gp", "nsaid", 40, 30, 50), row("gp", "nsaid", 50, 45, 60)],
      [row("gp", "nsaid", 50, 45, 60), row("gp", "nsaid", 40, 30, 50)]
    ]) {
      expect(say([at("first", first!), at("later", later!)])).toMatch(
        /Intervallerne overlapper, så de afgør ikke, om forskellen er tilfældig\.$/
      );
    }
  });

  test("without intervals nothing is said of them", () => {
    expect(say([at("first", row("gp", "nsaid", 10)), at("later", row("gp", "nsaid", 20))])).toBe(
      "Størst forskel er der hos praktiserende læger for »NSAID«: 10,0 % (uden interval) ved første konsultation mod 20,0 % (uden interval) ved senere."
    );
  });

  test("a hidden side makes no pair, and other sides are not asked", () => {
    const rows = [
      at("first", row("gp", "nsaid", 0, 0, 1)),
      at("later", row("gp", "nsaid", null)),
      at("missing", row("gp", "nsaid", 90, 80, 95)),
      at("first", row("gp", "advice", 10, 5, 15)),
      at("later", row("gp", "advice", 12, 5, 15))
    ];
    expect(say(rows)).toContain("»Rådgivning«: 10,0 %");
  });

  test("two professions are no pair", () => {
    expect(say([at("first", row("gp", "nsaid", 10)), at("later", row("chiropractor", "nsaid", 20))])).toBe(
      "Der er ikke nok tal til at sammenligne."
    );
  });

  test("no rows, and no difference", () => {
    expect(say([])).toBe("Der er ikke nok tal til at sammenligne.");
    expect(say([at("first", row("gp", "nsaid", 10, 5, 20)), at("later", row("gp", "nsaid", 10, 5, 20))])).toBe(
      "Andelene er de samme ved første konsultation og ved senere."
    );
  });

  test("of equal differences, the first pair", () => {
    const rows = ["nsaid", "advice"].flatMap((answer) => [
      at("first", row("gp", answer, 10)),
      at("later", row("gp", answer, 20))
    ]);
    expect(say(rows)).toContain("»NSAID«");
  });
});
