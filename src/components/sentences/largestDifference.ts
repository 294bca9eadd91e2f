import {group, max, maxIndex, minIndex} from "d3-array";
import type {AnswerRow} from "../charts/answerRow.js";
import {interval, percent} from "../format.js";

/**
 * Where professions part most: the answer with the largest difference, its highest and lowest share with their intervals,
 * and whether the intervals overlap. Rows of hidden cells are passed over.
 */
export function largestDifference(rows: AnswerRow[], professions: {id: string; inText: string}[]): string {
  const shown = rows.filter((row) => row.percent !== null);
  const answers = [...group(shown, (row) => row.answer).values()].filter((own) => own.length > 1);
  if (answers.length === 0) return "Der er ikke nok tal til at sammenligne faggrupperne.";
  const spread = (own: AnswerRow[]) => max(own, (a) => max(own, (b) => a.percent! - b.percent!)!)!;
  const own = answers[maxIndex(answers, spread)]!;
  const high = own[maxIndex(own, (row) => row.percent!)]!;
  const low = own[minIndex(own, (row) => row.percent!)]!;
  const who = (row: AnswerRow) => professions.find((p) => p.id === row.profession)?.inText ?? row.profession;
  const one = new Set(rows.map((row) => row.answer)).size === 1;
  const start = one
    ? `Andelen er størst hos ${who(high)}, ${say(high)}, og mindst hos ${who(low)}, ${say(low)}.`
    : `Størst forskel er der for »${own[0]!.label}«: ${say(high)} hos ${who(high)} mod ${say(low)} hos ${who(low)}.`;
  return `${start} ${apart(high, low)}`.trim();
}

/** Intervals that overlap say neither that a difference is chance nor that it is not. */
function apart(high: AnswerRow, low: AnswerRow): string {
  if (high.low === null || low.high === null) return "";
  return high.low > low.high ? "Intervallerne overlapper ikke." : "Intervallerne overlapper, så de afgør ikke, om forskellen er tilfældig.";
}

function say(row: AnswerRow): string {
  return `${percent(row.percent)} (95\u00A0%-interval ${interval(row.low, row.high)})`;
}
