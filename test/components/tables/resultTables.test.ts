import {describe, expect, test} from "vitest";
import type {ResultRow} from "../../../src/components/tables/resultTables.js";
import {evil, openPage} from "../browser.js";
import {professions} from "../charts/fixtures.js";

openPage();
const {formTables, sideBySideTables} = await import("../../../src/components/tables/resultTables.js");

const answers: Record<string, string> = {nsaid: "NSAID", advice: "Rådgivning", missing: "Uoplyst", female: "Kvinde"};

function row(
  profession: string,
  question: string,
  answer: string,
  n: number | null,
  total = 1000,
  limits: [number, number] | null = null
): ResultRow {
  return {
    profession,
    profession_da: profession,
    question_id: question,
    question_da: question.toUpperCase(),
    block_da: `${question} på tværs`,
    answer_id: answer,
    answer_da: answers[answer]!,
    n,
    total: n === null ? null : total,
    percent: n === null ? null : (100 * n) / total,
    low: limits?.[0] ?? null,
    high: limits?.[1] ?? null,
    status: n === null ? "hidden" : n === 0 ? "none" : "shown"
  };
}

/** A table as its caption and its cells, line by line. */
const linesOf = (table: Element) => [
  table.querySelector("caption")!.textContent,
  ...Array.from(table.querySelectorAll("tbody tr"), (tr) =>
    Array.from(tr.children, (cell) => cell.textContent!.replaceAll("\u00A0", " ")).join(" | ")
  )
];
const tablesOf = (element: HTMLElement) => Array.from(element.querySelectorAll("table"), linesOf);

describe("formTables", () => {
  test("a table a question, closed by the total; several answers may add up to more than a hundred", () => {
    const rows = [
      row("gp", "actions", "nsaid", 600, 1234, [40, 57.25]),
      row("gp", "actions", "advice", 1000, 1234, [70, 90]),
      row("gp", "actions", "missing", 0, 1234),
      row("gp", "sex", "female", 617, 1234)
    ];
    expect(tablesOf(formTables(rows))).toEqual([
      [
        "ACTIONS",
        "NSAID | 600 | 48,6 % | 40,0–57,3 %",
        "Rådgivning | 1.000 | 81,0 % | 70,0–90,0 %",
        "Uoplyst | 0 | 0,0 % | –",
        "I alt | 1.234 | 129,7 % | –"
      ],
      ["SEX", "Kvinde | 617 | 50,0 % | –", "I alt | 1.234 | 50,0 % | –"]
    ]);
  });

  test("a hidden answer hides the sum that would reveal it", () => {
    const [table] = tablesOf(formTables([row("gp", "actions", "nsaid", 600), row("gp", "actions", "advice", null)]));
    expect(table).toEqual([
      "ACTIONS",
      "NSAID | 600 | 60,0 % | –",
      "Rådgivning | skjult, for få | skjult, for få | skjult, for få",
      "I alt | 1.000 | – | –"
    ]);
  });

  test("a hidden answer stands as its range, and says once why it is hidden", () => {
    const range = {n_least: 1, n_most: 4, percent_least: 0.1, percent_most: 0.4};
    const hidden = {...row("gp", "actions", "advice", null), ...range, total: 1000};
    const [table] = tablesOf(formTables([row("gp", "actions", "nsaid", 600), hidden]));
    expect(table![2]).toBe("Rådgivning | 1–4skjult, for få | 0,10–0,40 % | –");
    expect(tablesOf(sideBySideTables([hidden], professions.slice(0, 1)))).toEqual([
      ["actions på tværs", "Rådgivning | 0,10–0,40 % (1–4)"]
    ]);
  });

  test("no rows, no tables", () => {
    expect(tablesOf(formTables([]))).toEqual([]);
  });
});

describe("sideBySideTables", () => {
  const forms = professions.slice(0, 2);

  test("forms side by side; an answer that a form does not have is absent, a zero is zero, and missing comes last", () => {
    const rows = [
      row("gp", "actions", "missing", 10),
      row("gp", "actions", "nsaid", 600),
      row("chiropractor", "actions", "advice", 1500, 2000),
      row("chiropractor", "actions", "nsaid", 0, 2000),
      row("chiropractor", "actions", "missing", 20, 2000)
    ];
    const element = sideBySideTables(rows, forms);
    expect(Array.from(element.querySelectorAll("thead th"), (th) => th.textContent)).toEqual([
      "Svar",
      "Læger",
      "Kiropraktorer"
    ]);
    expect(tablesOf(element)).toEqual([
      [
        "actions på tværs",
        "NSAID | 60,0 % (600) | 0,0 % (0)",
        "Rådgivning | – | 75,0 % (1.500)",
        "Uoplyst | 1,0 % (10) | 1,0 % (20)"
      ]
    ]);
  });

  test("a hidden cell is not an absent one", () => {
    expect(tablesOf(sideBySideTables([row("gp", "actions", "nsaid", null)], forms))).toEqual([
      ["actions på tværs", "NSAID | skjult | –"]
    ]);
  });

  test("a form without the question has an empty column", () => {
    const rows = [row("gp", "sex", "female", 500)];
    expect(tablesOf(sideBySideTables(rows, forms))).toEqual([["sex på tværs", "Kvinde | 50,0 % (500) | –"]]);
  });

  test("labels are text", () => {
    const element = sideBySideTables([{...row("gp", "actions", "nsaid", 1), answer_da: evil, block_da: evil}], forms);
    expect(element.querySelector("img")).toBeNull();
    expect(element.textContent).toContain(evil);
  });
});
