import {expect, test} from "vitest";
import type {Finding, SourceFindings} from "../../../data-loaders/reconcile/finding.js";
import {figuresShown} from "../../../data-loaders/reconcile/figuresShown.js";

const finding = (key: string, computed: string, verdict: Finding["verdict"] = "equal"): Finding => ({
  source: "report.csv",
  key,
  where: "",
  printed: computed,
  computed,
  verdict
});
const reconciliation = (findings: Finding[], kind: SourceFindings["kind"] = "figures") => ({
  sources: [{report: "audit" as const, source: "report.csv", title: "", kind, findings}],
  misprints: [],
  unexplained: 0
});

test("a printed figure is shown where published tables give what was computed, a misprint's too; what is not printed or computed is none", () => {
  const before = reconciliation([
    finding("shown", "12"),
    finding("hidden", "3"),
    finding("misprint", "59", "explained"),
    finding("blank", "7", "not_printed"),
    finding("year", "–", "not_about")
  ]);
  const after = reconciliation([
    finding("shown", "12"),
    finding("hidden", "intet", "different"),
    finding("misprint", "59")
  ]);
  expect(figuresShown(before, after)).toEqual({
    shown: ["report.csv shown", "report.csv misprint"],
    all: ["report.csv shown", "report.csv hidden", "report.csv misprint"],
    beside: 2
  });
  const claims = reconciliation(before.sources[0]!.findings, "claims");
  expect(figuresShown(claims, after)).toEqual({shown: [], all: [], beside: 0});
});
