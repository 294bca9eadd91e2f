import {describe, expect, test} from "vitest";
import type {Comparison, ReconciliationFacts} from "../../../data-loaders/reconcile/facts.js";
import {cellText} from "../../../src/components/rows/column.js";
import {
  chosenRows,
  comparisonColumns,
  comparisonRows,
  factsOfReport,
  misprintColumns,
  misprintRows,
  sourceColumns,
  sourceRows
} from "../../../src/components/tables/reconciliationTables.js";
import {comparedClaims, comparedFigures, unexplainedLeft} from "../../../src/components/sentences/reconciliation.js";

type Source = ReconciliationFacts["sources"][number];
const source = (kind: Source["kind"], verdicts: Source["verdicts"]): Source => ({
  report: "audit",
  source: `${kind}.csv`,
  title: "Tabeller",
  kind,
  total: 9,
  verdicts
});

describe("comparedFigures", () => {
  test("counts what is compared: blank fields and claims are not", () => {
    const sources = [source("figures", {equal: 1000, explained: 2, not_printed: 4}), source("claims", {met: 7})];
    expect(comparedFigures(sources)).toBe(
      "Af 1.002 trykte tal er 1.000 ens med det beregnede, og 2 afviger, fordi rapporten har en kendt trykfejl. Ingen forskel står uforklaret."
    );
  });

  test("an unexplained difference is stated", () => {
    expect(comparedFigures([source("figures", {equal: 1, different: 1})])).toMatch(/1 forskel står uforklaret\.$/);
  });
});

describe("comparedClaims", () => {
  test("all met", () => {
    expect(comparedClaims([source("claims", {met: 5, not_about: 2})])).toBe(
      "Af rapportens 7 udsagn kan 2 ikke beregnes; alle de andre er opfyldt."
    );
  });

  test("some not met", () => {
    expect(comparedClaims([source("claims", {met: 5, not_met: 2, not_about: 2})])).toBe(
      "Af rapportens 9 udsagn kan 2 ikke beregnes; 5 er opfyldt, og 2 er ikke."
    );
  });
});

test("what is left unexplained", () => {
  expect(unexplainedLeft(0)).toBe("Hver eneste forskel skyldes en kendt trykfejl eller modsigelse.");
  expect(unexplainedLeft(1)).toBe("1 forskel kan ingen kendt trykfejl forklare.");
});

test("a verdict that never came up is a zero in the table, or not there at all", () => {
  const sources = [source("figures", {equal: 8}), source("claims", {met: 1, not_about: 1})];
  expect(sourceRows({sources}, "figures")).toEqual([
    {title: "Tabeller", total: 9, equal: 8, explained: 0, different: 0, not_printed: 0, not_about: 0}
  ]);
  expect(sourceColumns({sources}, "figures").map(({field}) => field)).toEqual([
    "title",
    "total",
    "equal",
    "explained",
    "different"
  ]);
  expect(sourceColumns({sources}, "claims").map(({field}) => field)).toEqual([
    "title",
    "total",
    "met",
    "not_met",
    "not_about"
  ]);
});

test("each report has its own parts and misprints", () => {
  const misprint = (report: Source["report"]) => ({
    id: "I01",
    report,
    where: "",
    printed: "49",
    recomputed: "59",
    explanation: ""
  });
  const facts: ReconciliationFacts = {
    unexplained: 0,
    sources: [source("figures", {}), {...source("claims", {}), report: "registers"}],
    misprints: [misprint("audit"), misprint("registers")]
  };
  const {sources, misprints} = factsOfReport(facts, "registers");
  expect([sources.length, misprints]).toEqual([1, [misprint("registers")]]);
});

test("a misprint stands with what is printed, what is computed and why", () => {
  const [row] = misprintRows({
    misprints: [
      {id: "I01", report: "audit", where: "Telefon", printed: "49", recomputed: "59", explanation: "En nul for lidt."}
    ]
  });
  expect(misprintColumns.map((column) => cellText(column, row!))).toEqual([
    "I01",
    "Telefon",
    "49",
    "59",
    "En nul for lidt."
  ]);
});

describe("the list of all that is compared", () => {
  const figure = (changes: Partial<Comparison>): Comparison => ({
    source: "figures.csv",
    key: "k",
    where: "S1, læger",
    verdict: "equal",
    printed: "8",
    computed: "8",
    ...changes
  });
  const rows = comparisonRows(
    [
      figure({}),
      figure({verdict: "explained", computed: "9", explanation: "Trykfejl."}),
      figure({verdict: "different", computed: "7"}),
      {
        source: "claims.csv",
        key: "D1",
        where: "D1, kiropraktorer",
        verdict: "met",
        printed: "Andel: mindst 90 %.",
        computed: "92,0 %"
      },
      {source: "claims.csv", key: "R1", where: "R1, plan", verdict: "not_about", explanation: "Et årstal."}
    ],
    [source("figures", {}), source("claims", {})]
  );

  test("says what became of each", () => {
    expect(rows.map(({outcome}) => outcome)).toEqual(["agrees", "explained", "unexplained", "agrees", "nothing"]);
    const cells = rows.map((row) => comparisonColumns.map((column) => cellText(column, row)));
    expect(cells[0]).toEqual(["Læger (S1)", "8", "8", "Ens"]);
    expect(cells[1]![3]).toBe("Afviger, forklaret. Trykfejl.");
    expect(cells[3]).toEqual(["Kiropraktorer (D1)", "Andel: mindst 90\u00A0%.", "92,0\u00A0%", "Opfyldt"]);
    expect(cells[4]).toEqual(["Plan (R1)", "–", "–", "Kan ikke beregnes. Et årstal."]);
  });

  test("is chosen by part, outcome and words", () => {
    const chosen = (choice: Partial<Parameters<typeof chosenRows>[1]>) =>
      chosenRows(rows, {part: "all", outcome: "all", sought: "", ...choice}).length;
    expect([
      chosen({}),
      chosen({part: "claims.csv"}),
      chosen({outcome: "agrees"}),
      chosen({sought: "LÆGER trykfejl"}),
      chosen({sought: "intet sådant"})
    ]).toEqual([5, 2, 2, 1, 0]);
  });
});
