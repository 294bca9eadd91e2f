import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {csvParse, type DSVRowString} from "d3-dsv";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {writeAuditTwin} from "../../../data-loaders/synthetic/audit.js";
import type {TwinReport} from "../../../data-loaders/synthetic/report.js";

const data = fileURLToPath(new URL("../../../data/", import.meta.url));
export const codebook = readCodebook(join(data, "codebooks/laenderyg"));

/** A table of the printed figures. */
export function published(name: string): DSVRowString[] {
  return [...csvParse(readFileSync(join(data, "published", name), "utf8"))];
}

/** The twin in a folder of its own: its text, its rows, its report. */
export async function makeTwin(
  seed = 20101,
  scale = 1,
  regions = false
): Promise<{text: string; rows: DSVRowString[]; report: TwinReport}> {
  const folder = mkdtempSync(join(tmpdir(), "twin-"));
  const report = await writeAuditTwin(folder, {
    codebook,
    published: join(data, "published"),
    assumptions: join(data, "synthetic/audit.yaml"),
    seed,
    scale,
    regions,
    clock: () => 0
  });
  const text = readFileSync(join(folder, "audit", "registreringer.csv"), "utf8");
  return {text, rows: [...csvParse(text)], report};
}

/** Whether a registration has an answer, `question.answer` or `question.missing`. */
export function has(row: DSVRowString, ref: string): boolean {
  const [question, answer] = ref.split(".") as [string, string];
  const single = row[question];
  if (single !== undefined) return answer === "missing" ? single === "" : single === answer;
  if (answer !== "missing") return row[ref] === "1";
  return Object.entries(row).every(([column, value]) => !column.startsWith(`${question}.`) || value !== "1");
}

export function isSevere(row: DSVRowString): boolean {
  return has(row, "symptoms.radiation_below_knee") || has(row, "findings.suspected_root_compression");
}

/** Percent of the registrations with an answer. */
export function percent(rows: DSVRowString[], ref: string): number {
  return (100 * rows.filter((row) => has(row, ref)).length) / rows.length;
}
