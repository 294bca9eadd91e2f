import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import {expect, test} from "vitest";
import {readExplanations} from "../../../data-loaders/reconcile/explanations.js";
import {reconcileWith} from "../../../data-loaders/reconcile.js";
import {madeUp, root} from "./madeUp.js";

const csv = (path: string) => csvParse(readFileSync(join(root, "data", path), "utf8"));
const inconsistencies = csv("published/inconsistencies.csv");
const explained = csv("reconciliation/explained.csv");

test("every explained value stands in its inconsistency", () => {
  for (const row of explained) {
    const found = inconsistencies.find(({id}) => id === row.inconsistency_id)!;
    const numbers = `${found.recomputed} ${found.likely_explanation}`.match(/\d+(\.\d+)?/g);
    expect(numbers, row.key).toContain(row.recomputed);
  }
});

test("every explained figure is one that is compared", () => {
  const {sources} = reconcileWith(madeUp({}), root);
  const keys = sources.flatMap((s) => s.findings.map((f) => `${s.source}/${f.key}`));
  for (const row of explained) {
    // A claim's row also names the group it fails in.
    expect(keys.some((key) => key === `${row.source}/${row.key}` || `${row.source}/${row.key}`.startsWith(`${key}/`)), row.key).toBe(true);
  }
});

test("every inconsistency of the audit is told in Danish", () => {
  const audit = inconsistencies.filter(({source}) => source!.startsWith("000_"));
  expect(readExplanations(join(root, "data/reconciliation")).misprints.map((m) => m.id)).toEqual(audit.map(({id}) => id));
});

test("everything printed is compared, every claim measured", () => {
  const {sources} = reconcileWith(madeUp({}), root);
  const n = (source: string) => sources.find((s) => s.source === source)!.findings.length;
  const rows = csv("published/audit_tables.csv");
  const tables = new Set(rows.map((row) => `${row.profession}/${row.question}`)).size;
  expect(n("audit_tables.csv")).toBe(2 * rows.length + tables);
  expect(n("audit_age_distribution.csv")).toBe(28);
  expect(n("audit_figures.csv")).toBe(34 + 4);
  expect(n("audit_variation.csv")).toBe(85 + 2);
  expect(n("audit_statements.csv")).toBe(50);
  expect(n("audit_directional_claims.csv")).toBe(24);
  expect(sources.flatMap((s) => s.findings).filter((f) => f.computed === "ikke målt")).toEqual([]);
});
