import {readFileSync} from "node:fs";
import {basename} from "node:path";
import {dayOf, isOverdue} from "../../../src/domain/review.js";
import type {Indicator} from "./indicator.js";
import {indicatorFiles, indicatorFolder, readIndicator} from "./readIndicators.js";

/** Something to say of how a definition is kept, at its line: a fault stops, an overdue review warns. */
export interface ReviewFinding {
  file: string;
  line: number;
  severity: "error" | "warning";
  message: string;
}

/** What is wrong with the reviews of every indicator of a folder on a day, `yyyy-mm-dd`. */
export async function reviewFindings(today: string, folder = indicatorFolder): Promise<ReviewFinding[]> {
  const findings: ReviewFinding[] = [];
  for (const path of indicatorFiles(folder)) {
    const indicator = await readIndicator(path);
    const found = indicator && reviewFinding(indicator, today);
    if (!found) continue;
    const {field, ...said} = found;
    findings.push({file: `data-loaders/indicators/${basename(path)}`, line: lineOf(path, field), ...said});
  }
  return findings;
}

/** Definitions whose review is missing or cannot be read, a line each. That one is overdue stops nothing. */
export async function reviewFaults(folder: string): Promise<string[]> {
  const findings = await reviewFindings(dayOf(new Date()), folder);
  return findings
    .filter(({severity}) => severity === "error")
    .map(({file, line, message}) => `${file}:${line}:1: error: ${message}`);
}

/** What is wrong with the review of a definition, and the field it is about. */
function reviewFinding(
  {id, checkedBy, date, nextReview, changes}: Partial<Indicator> & Pick<Indicator, "id">,
  today: string
): (Pick<ReviewFinding, "severity" | "message"> & {field: string}) | undefined {
  const error = (field: string, message: string) => ({field, severity: "error" as const, message});
  // Files are run without being compiled: what the type asks for may be missing.
  if (!checkedBy?.trim())
    return error(
      "id",
      `definitionen af ${id} har ingen, der har kontrolleret den; skriv en rolle i checkedBy, fx "Styregruppen for Dansk Rygdatabase".`
    );
  if (!isDay(date) || !isDay(nextReview) || nextReview <= date)
    return error(
      "nextReview",
      `definitionen af ${id} skal have en dag i date og en senere i nextReview, skrevet åååå-mm-dd; ret dem.`
    );
  if (!changes?.length || !changes.every((change) => isDay(change.date) && change.what.trim()))
    return error(
      "changes",
      `definitionen af ${id} siger ikke, hvad der er ændret; skriv mindst én linje i changes med dag (åååå-mm-dd) og ændring.`
    );
  if (isOverdue({nextReview}, today))
    return {
      field: "nextReview",
      severity: "warning",
      message: `definitionen af ${id} skulle være gennemgået senest ${nextReview}; gennemgå den, og skriv en ny dag i nextReview og en linje i changes.`
    };
  return undefined;
}

function isDay(text: string | undefined): text is string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text ?? "")) return false;
  const day = new Date(text!);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text!);
}

/** The line where a field is written; the first where it is not. */
function lineOf(path: string, field: string): number {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.findIndex((line) => line.startsWith(`  ${field}: `)) + 1 || 1;
}
