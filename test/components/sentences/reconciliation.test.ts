import {describe, expect, test} from "vitest";
import type {ReconciliationFacts} from "../../../data-loaders/reconcile/facts.js";
import {claimRows, factsOfReport, sourceColumns, sourceRows} from "../../../src/components/reconciliationTables.js";
import {comparedClaims, comparedFigures} from "../../../src/components/sentences/reconciliation.js";

type Source = ReconciliationFacts["sources"][number];
const source = (kind: Source["kind"], verdicts: Source["verdicts"]): Source => ({report: "audit", source: `${kind}.csv`, title: "Tabeller", kind, total: 9, verdicts});
const claim = (inconsistency?: string): ReconciliationFacts["claims"][number] => ({
  source: "b.csv", key: "S1", where: "S1", computed: "", verdict: "not_met", ...(inconsistency && {inconsistency})
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
    expect(comparedClaims({sources: [source("claims", {met: 5, not_about: 2})], claims: []})).toBe(
      "Af rapportens 7 udsagn kan 2 ikke beregnes; alle de andre er opfyldt."
    );
  });

  test("some not met, with and without a known reason", () => {
    const sources = [source("claims", {met: 5, not_met: 2, not_about: 2})];
    expect(comparedClaims({sources, claims: [claim("I06"), claim("I07")]})).toMatch(/2 er ikke opfyldt\. Det skyldes i hvert tilfælde en kendt trykfejl\.$/);
    expect(comparedClaims({sources, claims: [claim("I06"), claim()]})).toMatch(/For 1 kendes grunden ikke\.$/);
  });
});

test("a verdict that never came up is a zero in the table, or not there at all", () => {
  const sources = [source("figures", {equal: 8}), source("claims", {met: 1, not_about: 1})];
  expect(sourceRows({sources}, "figures")).toEqual([{title: "Tabeller", total: 9, equal: 8, explained: 0, different: 0, not_printed: 0, not_about: 0}]);
  expect(sourceColumns({sources}, "figures").map(({field}) => field)).toEqual(["title", "total", "equal", "explained", "different"]);
  expect(sourceColumns({sources}, "claims").map(({field}) => field)).toEqual(["title", "total", "met", "not_met", "not_about"]);
});

test("claims that the data cannot show are told once for each reason, after the others", () => {
  const untold = (key: string, measured: string) => ({...claim(), source: "claims.csv", key, where: `${key}, anbefaling`, verdict: "not_about" as const, measured});
  const claims = [untold("R1", "Intet tal."), untold("R2", "Et årstal."), claim("I06"), untold("R3", "Intet tal.")];
  expect(claimRows({sources: [source("claims", {})], claims}).map(({where}) => where)).toEqual(["S1", "Tabeller: R1, R3", "R2, anbefaling"]);
});

test("each report has its own parts, differences and misprints", () => {
  const misprint = (report: Source["report"]) => ({id: "I01", report, where: "", printed: "", recomputed: "", explanation: ""});
  const facts: ReconciliationFacts = {
    unexplained: 0,
    sources: [source("figures", {}), {...source("claims", {}), report: "registers"}],
    differences: [{...claim(), source: "figures.csv", printed: "49"}],
    claims: [{...claim(), source: "claims.csv"}],
    misprints: [misprint("audit"), misprint("registers")]
  };
  const {sources, differences, claims, misprints} = factsOfReport(facts, "registers");
  expect([sources.length, differences.length, claims.length, misprints]).toEqual([1, 0, 1, [misprint("registers")]]);
});
