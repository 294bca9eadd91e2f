import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import {expect, test} from "vitest";
import {readExplanations} from "../../../data-loaders/reconcile/explanations.js";
import {reconcileWith} from "../../../data-loaders/reconcile/reconcile.js";
import {madeUp, root} from "./madeUp.js";
import {madeUpRegisters} from "./registers/madeUpRegisters.js";

const csv = (path: string) => csvParse(readFileSync(join(root, "data", path), "utf8"));
const inconsistencies = csv("published/inconsistencies.csv");
const explained = csv("reconciliation/explained.csv");
const {sources} = reconcileWith({audit: madeUp({}), registers: madeUpRegisters()}, root);

test("every explained value stands in its inconsistency, or in a range it gives", () => {
  for (const row of explained) {
    const found = inconsistencies.find(({id}) => id === row.inconsistency_id)!;
    const words = `${found.recomputed} ${found.likely_explanation}`;
    const ranges = [...words.matchAll(/(\d+)-(\d+)/g)].map(([, from, to]) => [Number(from), Number(to)] as const);
    const value = Number(row.recomputed);
    const stands =
      words.match(/\d+(\.\d+)?/g)!.includes(row.recomputed!) ||
      ranges.some(([from, to]) => from <= value && value <= to);
    expect(stands, row.key).toBe(true);
  }
});

test("every explained figure is one that is compared", () => {
  const keys = sources.flatMap((s) => s.findings.map((f) => `${s.source}/${f.key}`));
  for (const row of explained) {
    // A claim's row also names the group it fails in.
    expect(
      keys.some((key) => key === `${row.source}/${row.key}` || `${row.source}/${row.key}`.startsWith(`${key}/`)),
      row.key
    ).toBe(true);
  }
});

test.each([
  ["audit", "000_"],
  ["registers", "002_"]
])("every inconsistency of the report on the %s is explained in Danish", (report, document) => {
  const known = inconsistencies.filter(({source}) => source!.startsWith(document));
  const explained = readExplanations(join(root, "data/reconciliation")).misprints.filter((m) => m.report === report);
  expect(explained.map((m) => m.id)).toEqual(known.map(({id}) => id));
});

test("everything printed about the audit is compared, every claim measured", () => {
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
