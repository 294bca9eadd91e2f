import {describe, expect, test} from "vitest";
import type {ReconciliationFacts} from "../../../data-loaders/reconcile/facts.js";
import type {Told} from "../../../data-loaders/reconcile/told.js";
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
import {
  comparedClaims,
  comparedFigures,
  unexplainedLeft,
  withheldFigures
} from "../../../src/components/sentences/reconciliation.js";

type Source = ReconciliationFacts["sources"][number];
const source = (kind: Source["kind"], verdicts: Source["verdicts"]): Source => ({
  report: "audit",
  source: `${kind}.csv`,
  title: "Tabeller",
  kind,
  total: 9,
  verdicts,
  withheld: {}
});
describe("comparedFigures", () => {
  test("counts what is compared: blank fields and claims are not", () => {
    const sources = [source("figures", {equal: 1000, explained: 2, not_printed: 4}), source("claims", {met: 7})];
    expect(comparedFigures(sources)).toBe(
      "Af 1.002 trykte tal er 1.000 ens med det beregnede, og 2 afviger, fordi rapporten har en kendt trykfejl. Ingen forskel står uforklaret."
    );
  });

  test("an unexplained difference is told", () => {
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

test("how many are hidden, and why", () => {
  const sources = [
    {...source("figures", {}), withheld: {few: 3, protects: 1}},
    {...source("claims", {}), withheld: {few: 1}}
  ];
  expect(withheldFigures(sources)).toBe(
    "5 af 18 tal og udsagn er skjult: 4 fordi de er små eller regnet af små tal og 1 fordi de ville røbe et lille tal."
  );
  expect(withheldFigures([source("figures", {})])).toBe("Ingen tal er skjult.");
});

test("a verdict that never came up is a zero in the table, or not there at all", () => {
  const sources = [source("figures", {equal: 8}), source("claims", {met: 1, not_about: 1})];
  expect(sourceRows({sources}, "figures")).toEqual([
    {title: "Tabeller", total: 9, equal: 8, explained: 0, different: 0, not_printed: 0, not_about: 0, withheld: 0}
  ]);
  expect(sourceColumns({sources}, "figures").map(({field}) => field)).toEqual([
    "title",
    "total",
    "equal",
    "explained",
    "different",
    "withheld"
  ]);
  expect(sourceColumns({sources}, "claims").map(({field}) => field)).toEqual([
    "title",
    "total",
    "met",
    "not_met",
    "not_about",
    "withheld"
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

test("a misprint about hidden figures is told without its numbers", () => {
  const [shown, hidden] = misprintRows({
    misprints: [
      {id: "I01", report: "audit", where: "", printed: "49", recomputed: "59", explanation: "En nul for lidt."},
      {id: "I10", report: "audit", where: ""}
    ]
  });
  expect(misprintColumns.map((column) => cellText(column, shown!))).toEqual([
    "I01",
    "",
    "49",
    "59",
    "En nul for lidt."
  ]);
  expect(misprintColumns.map((column) => cellText(column, hidden!))).toEqual([
    "I10",
    "",
    "skjult",
    "skjult",
    "Et af de tal, den handler om, er skjult i tabellerne."
  ]);
});

describe("the list of all that is compared", () => {
  const told = (changes: Partial<Told>): Told => ({
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
      told({}),
      told({verdict: "explained", computed: "9", explanation: "Trykfejl."}),
      told({verdict: "different", computed: "7"}),
      {source: "claims.csv", key: "D1", where: "D1, kiropraktorer", verdict: "met", withheld: "protects"},
      {source: "claims.csv", key: "R1", where: "R1, plan", verdict: "not_about", explanation: "Et årstal."}
    ],
    [source("figures", {}), source("claims", {})]
  );

  test("says what became of each, and hides what is hidden", () => {
    expect(rows.map(({outcome}) => outcome)).toEqual(["agrees", "explained", "unexplained", "hidden", "nothing"]);
    const cells = rows.map((row) => comparisonColumns.map((column) => cellText(column, row)));
    expect(cells[0]).toEqual(["Læger (S1)", "8", "8", "Ens"]);
    expect(cells[1]![3]).toBe("Afviger, forklaret. Trykfejl.");
    expect(cells[3]).toEqual(["Kiropraktorer (D1)", "skjult", "skjult", "Skjult: ville røbe et lille tal"]);
    expect(cells[4]).toEqual(["Plan (R1)", "–", "–", "Kan ikke beregnes. Et årstal."]);
  });

  test("is chosen by part, outcome and words", () => {
    const chosen = (choice: Partial<Parameters<typeof chosenRows>[1]>) =>
      chosenRows(rows, {part: "all", outcome: "all", sought: "", ...choice}).length;
    expect([
      chosen({}),
      chosen({part: "claims.csv"}),
      chosen({outcome: "hidden"}),
      chosen({sought: "LÆGER trykfejl"}),
      chosen({sought: "intet sådant"})
    ]).toEqual([5, 2, 1, 1, 0]);
  });
});
