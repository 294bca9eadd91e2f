import {group} from "d3-array";
import type {Status} from "../../domain/status.js";
import {count, interval, percent} from "../words/format.js";
import {isDrawable, type ChartOptions, type ChartProfession} from "./chart.js";
import {professionStyles, type SeriesStyle} from "./colors.js";
import {rangePoint, type LanePoint} from "./answerRows.js";
import {rangeText, type Ranged} from "../rows/range.js";

/** One profession's percentage of one answer, as published (a row of `audit_answers` with its label). */
export interface AnswerRow extends Ranged<"n" | "percent"> {
  profession: string;
  /** What identifies the answer across forms, such as `actions.nsaid`. */
  answer: string;
  /** The answer in Danish. */
  label: string;
  /** 0 to 100; null when hidden. */
  percent: number | null;
  low: number | null;
  high: number | null;
  n?: number | null;
  total?: number | null;
  /** Percent of the registrations that leave the question, where that is shown. */
  missing?: number | null;
  status?: Status;
}

/** The options of a chart that compares professions. */
export interface ProfessionsOptions extends ChartOptions {
  /** All professions of the code book, in its order. */
  professions: ChartProfession[];
  /** Ids of the professions drawn; by default those with a row. */
  shown?: string[];
}

/** The professions a chart draws, in the order of the code book, each in its own style. */
export function drawnProfessions(
  rows: Iterable<{profession: string}>,
  {professions, shown}: ProfessionsOptions
): (ChartProfession & {style: SeriesStyle})[] {
  const wanted = new Set(shown ?? [...rows].map((row) => row.profession));
  const styles = professionStyles(professions);
  return professions.filter((p) => wanted.has(p.id)).map((p) => ({...p, style: styles.get(p.id)!}));
}

/** Rows by answer, in the order they come. */
export function byAnswer<Row extends {answer: string; label: string}>(
  rows: Iterable<Row>
): {label: string; rows: Row[]}[] {
  return [...group(rows, (row) => row.answer).values()].map((of) => ({label: of[0]!.label, rows: of}));
}

/** The dot of a row, or its range where it is hidden; null when there is nothing to draw. */
export function pointOf(row: AnswerRow | undefined, who: string, hollow = false): LanePoint | null {
  if (!row) return null;
  if (!isDrawable(row.percent)) {
    const n = rangeText(row, "n");
    const of = n && isDrawable(row.total) ? `\n${n} af ${count(row.total)} registreringer` : "";
    return rangePoint(row, `${who}: ${row.label}${of}`, hollow) ?? null;
  }
  const limits = isDrawable(row.low) && isDrawable(row.high);
  const counted =
    isDrawable(row.n) && isDrawable(row.total) ? `; ${count(row.n)} af ${count(row.total)} registreringer` : "";
  const upTo = isDrawable(row.missing) ? Math.min(100, row.percent + row.missing) : undefined;
  const could = upTo === undefined ? "" : `\nHavde alle uden svar krydset: ${percent(upTo)}`;
  return {
    x: row.percent,
    ...(upTo !== undefined && {upTo}),
    low: limits ? row.low : null,
    high: limits ? row.high : null,
    hollow,
    title: `${who}: ${row.label}\n${percent(row.percent)} (${interval(row.low, row.high)})${counted}${could}`
  };
}
