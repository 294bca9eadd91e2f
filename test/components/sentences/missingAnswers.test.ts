import {describe, expect, test} from "vitest";
import type {AnswerRow} from "../../../src/components/charts/answerRow.js";
import {missingAnswers} from "../../../src/components/sentences/missingAnswers.js";

const professions = [
  {id: "gp", inText: "praktiserende læger"},
  {id: "pt", inText: "fysioterapeuter"}
];
const row = (profession: string, percent: number | null, limits: [number, number] | null = null): AnswerRow => ({
  profession,
  percent,
  answer: "symptoms",
  label: "Symptomer",
  low: limits?.[0] ?? null,
  high: limits?.[1] ?? null
});

// A number and its unit are joined by a no-break space.
const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("missingAnswers", () => {
  test("says where most is missing, and how often little is", () => {
    expect(plain(missingAnswers([row("gp", 2), row("pt", 12.34, [10, 15])], professions))).toBe(
      "Mest mangler ved »Symptomer« hos fysioterapeuter: 12,3 % (95 %-interval 10,0–15,0 %). I 1 af 2 kombinationer af spørgsmål og faggruppe mangler højst 5 %."
    );
  });

  test("one profession, without an interval", () => {
    expect(plain(missingAnswers([row("gp", 6)], professions))).toBe(
      "Mest mangler ved »Symptomer« hos praktiserende læger: 6,0 %. I 0 af 1 spørgsmål mangler højst 5 %."
    );
  });

  test("nothing missing, nothing known", () => {
    expect(plain(missingAnswers([row("gp", 0)], professions))).toBe("Alle spørgsmål er udfyldt i alle registreringer.");
    expect(plain(missingAnswers([row("gp", null)], professions))).toBe("Der er ingen tal for, hvor meget der mangler.");
    expect(plain(missingAnswers([], professions))).toBe("Der er ingen tal for, hvor meget der mangler.");
  });
});
