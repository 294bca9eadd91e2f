import {group, max, maxIndex, minIndex} from "d3-array";
import type {AnswerRow} from "../charts/answerRow.js";
import {percent} from "../words/format.js";
import {overlap, withInterval} from "./withInterval.js";

/**
 * Where professions part most: the answer with the largest difference, its highest and lowest share
 * with their intervals, and whether the intervals overlap. Rows of hidden cells are passed over.
 */
export function largestDifference(rows: AnswerRow[], professions: {id: string; inText: string}[]): string {
  const shown = rows.filter((row) => row.percent !== null);
  const answers = [...group(shown, (row) => row.answer).values()].filter((own) => own.length > 1);
  if (answers.length === 0) return "Der er ikke nok tal til at sammenligne faggrupperne.";
  const spread = (own: AnswerRow[]) => max(own, (a) => max(own, (b) => a.percent! - b.percent!)!)!;
  const own = answers[maxIndex(answers, spread)]!;
  const high = own[maxIndex(own, (row) => row.percent!)]!;
  const low = own[minIndex(own, (row) => row.percent!)]!;
  if (percent(high.percent) === percent(low.percent)) return "Faggruppernes andele er de samme for alle svar.";
  const who = (row: AnswerRow) => professions.find((p) => p.id === row.profession)?.inText ?? row.profession;
  return `Størst forskel er der for »${own[0]!.label}«: ${withInterval(high)} hos ${who(high)} mod ${withInterval(low)} hos ${who(low)}. ${overlap(high, low)}`.trim();
}
