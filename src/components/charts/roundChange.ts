import {max} from "d3-array";
import type {Status} from "../../domain/status.js";
import {decimal, points, share} from "../words/format.js";
import {byAnswer, drawnProfessions, type ProfessionsOptions} from "./answerRow.js";
import {answerRows, type Lane} from "./answerRows.js";
import {absence, isDrawable} from "./chart.js";

/** The change of one answer between two rounds of the same participants. */
export interface RoundChangeRow {
  profession: string;
  /** What identifies the answer across forms, such as `actions.nsaid`. */
  answer: string;
  label: string;
  /** Percentage points, later round minus earlier; null when hidden. */
  change: number | null;
  /** 95 % limits in percentage points. */
  low: number | null;
  high: number | null;
  /** The two shares, proportions 0 to 1. */
  p1?: number | null;
  p2?: number | null;
  participants?: number | null;
  status?: Status;
}

/** Change between two rounds in percentage points with 95 % intervals, around a line of no change. */
export function roundChange(rows: RoundChangeRow[], options: ProfessionsOptions): SVGSVGElement {
  const drawn = drawnProfessions(rows, options);
  const blocks = byAnswer(rows).map(({label, rows}) => ({
    label,
    // As where a profession is compared with itself otherwise: a form without the answer is left out.
    lanes: drawn
      .filter(({id}) => rows.some((row) => row.profession === id))
      .map(({id, label, short, style}): Lane => {
        const row = rows.find((r) => r.profession === id);
        if (!row || !isDrawable(row.change)) return {style, points: [], note: `${short}: ${absence(row)}`};
        return {style, points: [{x: row.change, ...limitsOf(row), title: `${label}: ${titleOf(row)}`}]};
      })
  }));
  // The same distance to both sides of no change, in steps of ten.
  const reach = max(rows, (row) => Math.max(...[row.change, row.low, row.high].filter(isDrawable).map(Math.abs))) ?? 0;
  const edge = Math.min(100, Math.max(10, Math.ceil(reach / 10) * 10));
  const axis = {
    domain: [-edge, edge] as [number, number],
    label: "Ændring i procentpoint, med 95 %-interval",
    tickFormat: (x: number) => (x > 0 ? `+${decimal(x, 0)}` : decimal(x, 0)),
    zero: true
  };
  return answerRows(
    blocks,
    axis,
    drawn.map(({label, style}) => ({label, ...style})),
    options
  );
}

function limitsOf(row: RoundChangeRow): {low: number | null; high: number | null} {
  return isDrawable(row.low) && isDrawable(row.high) ? {low: row.low, high: row.high} : {low: null, high: null};
}

function titleOf(row: RoundChangeRow): string {
  const {low, high} = limitsOf(row);
  const limits = low === null ? "uden interval" : `${decimal(low)} til ${decimal(high)}`;
  const shares = isDrawable(row.p1) && isDrawable(row.p2) ? `; fra ${share(row.p1)} til ${share(row.p2)}` : "";
  return `${row.label}\n${points(row.change)} (${limits})${shares}`;
}
