import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import type {ReportId} from "./finding.js";
import {agrees} from "../printed/printedNumber.js";

/** A misprint of a report. Texts are Danish. */
export interface Misprint {
  id: string;
  report: ReportId;
  where: string;
  printed: string;
  recomputed: string;
  explanation: string;
}

export interface Explanation {
  inconsistency: string;
  explanation: string;
}

/** Which misprint explains a difference, if any. */
export interface Explanations {
  misprints: Misprint[];
  /** Explains only when the value is what the misprint should have been: anything else is a difference of its own. */
  explain(source: string, key: string, value: number | undefined): Explanation | undefined;
}

/** Reads which printed figures are known misprints, and what they should have been. */
export function readExplanations(folder: string): Explanations {
  const misprints = csvParse(readFileSync(join(folder, "misprints.csv"), "utf8"), (row) => ({
    id: row.id!,
    report: row.report as ReportId,
    where: row.where_da!,
    printed: row.printed!,
    recomputed: row.recomputed!,
    explanation: row.explanation_da!
  }));
  const explained = csvParse(readFileSync(join(folder, "explained.csv"), "utf8"));
  return {
    misprints: [...misprints],
    explain(source, key, value) {
      const row = explained.find((r) => r.source === source && r.key === key);
      if (!row || value === undefined || !agrees(row.recomputed!, value)) return undefined;
      const id = row.inconsistency_id!;
      return {inconsistency: id, explanation: misprints.find((m) => m.id === id)?.explanation ?? id};
    }
  };
}
